import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  type Asset,
  HubRefusal,
  type HubState,
  invalid,
  notFound,
  type Release,
} from '../hub-state.ts';
import { bodyOf, type Call, paged, type Routes, userOf } from '../route.ts';

/** GitHub's limit on a release's text, in characters. */
const LONGEST_BODY = 125_000;

const change = z.object({
  tag_name: z.string().optional(),
  target_commitish: z.string().optional(),
  name: z.string().nullish(),
  body: z.string().nullish(),
  draft: z.boolean().optional(),
  prerelease: z.boolean().optional(),
  make_latest: z.enum(['true', 'false', 'legacy']).optional(),
});

function assetFacts(state: HubState, release: Release, asset: Asset) {
  const digest = createHash('sha256').update(asset.bytes).digest('hex');
  return {
    id: asset.id,
    name: asset.name,
    url: `${state.url}/repos/${state.repository}/releases/assets/${asset.id}`,
    browser_download_url: `${state.url}/download/${release.tag}/${asset.name}`,
    content_type: asset.contentType,
    state: 'uploaded',
    size: asset.bytes.length,
    digest: `sha256:${digest}`,
    label: null,
    created_at: asset.createdAt,
    updated_at: asset.createdAt,
    uploader: userOf(release.by),
  };
}

function releaseFacts(state: HubState, release: Release) {
  const url = `${state.url}/repos/${state.repository}/releases/${release.id}`;
  return {
    id: release.id,
    url,
    html_url: `https://github.com/${state.repository}/releases/tag/${release.tag}`,
    upload_url: `${state.url}/uploads/repos/${state.repository}/releases/${release.id}/assets{?name,label}`,
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    immutable: !release.draft && state.settings.immutableReleases,
    created_at: release.createdAt,
    published_at: release.publishedAt,
    author: userOf(release.by),
    assets: release.assets.map((asset) => assetFacts(state, release, asset)),
  };
}

function releaseOf({ state, params }: Call): Release {
  const found = state.releases.find(({ id }) => id === Number(params.release_id));
  if (!found) throw notFound();
  return found;
}

function assetOf({ state, params }: Call): readonly [Release, Asset] {
  for (const release of state.releases) {
    const found = release.assets.find(({ id }) => id === Number(params.asset_id));
    if (found) return [release, found];
  }
  throw notFound();
}

/**
 * A token without the permission `workflows`, which no job's has, may make no release of a commit
 * that no ref points to and that has other workflow files than the default branch.
 */
function checkCommit({ state, actor }: Call, target: string): void {
  const { remote, settings } = state;
  const commit = remote.commitOf(`refs/heads/${target}`) ?? remote.commitOf(target);
  if (actor.permissions === undefined || !commit) return;
  if (remote.git('for-each-ref', '--points-at', commit) !== '') return;
  const files = ['--', '.github/workflows'];
  if (remote.git('diff', '--name-only', settings.defaultBranch, commit, ...files) === '') return;
  throw new HubRefusal(403, 'Resource not accessible by integration');
}

/** Publishing makes the tag where there is none, as GitHub does: not a moment before. */
function publish(state: HubState, release: Release): void {
  if (state.spentTags.has(release.tag)) {
    throw invalid('Validation Failed', {
      resource: 'Release',
      field: 'tag_name',
      code: 'custom',
      message: 'tag_name was used by an immutable release',
    });
  }
  const { remote } = state;
  if (!remote.commitOf(`refs/tags/${release.tag}`)) {
    const target =
      remote.commitOf(`refs/heads/${release.target}`) ?? remote.commitOf(release.target);
    if (!target) throw invalid('Validation Failed', { field: 'target_commitish', code: 'invalid' });
    remote.git('update-ref', `refs/tags/${release.tag}`, target);
  }
  release.draft = false;
  release.publishedAt = state.now();
}

function check(
  state: HubState,
  release: Release | undefined,
  asked: z.output<typeof change>,
): void {
  if ((asked.body ?? '').length > LONGEST_BODY) {
    throw invalid('Validation Failed', {
      field: 'body',
      message: 'body is too long (maximum is 125000 characters)',
    });
  }
  const taken = state.releases.some(
    (other) => other !== release && !other.draft && other.tag === asked.tag_name,
  );
  if (taken && asked.draft !== true) {
    throw invalid('Validation Failed', {
      resource: 'Release',
      code: 'already_exists',
      field: 'tag_name',
    });
  }
}

export const releaseRoutes: Routes = {
  'repos/list-releases': {
    needs: ['contents', 'read'],
    answer: (call) => {
      // Who may only read sees no drafts.
      const writes = (call.actor.permissions?.contents ?? 'write') === 'write';
      const seen = call.state.releases.filter(({ draft }) => writes || !draft).reverse();
      const { page, headers } = paged(call, seen);
      return { status: 200, facts: page.map((each) => releaseFacts(call.state, each)), headers };
    },
  },
  'repos/create-release': {
    needs: ['contents', 'write'],
    answer: (call) => {
      const { state } = call;
      const asked = bodyOf(call, change.extend({ tag_name: z.string() }));
      check(state, undefined, asked);
      checkCommit(call, asked.target_commitish ?? state.settings.defaultBranch);
      const release: Release = {
        id: state.nextId(),
        by: call.actor,
        tag: asked.tag_name,
        target: asked.target_commitish ?? state.settings.defaultBranch,
        name: asked.name ?? null,
        body: asked.body ?? null,
        draft: true,
        prerelease: asked.prerelease ?? false,
        createdAt: state.now(),
        publishedAt: null,
        isLatest: false,
        assets: [],
      };
      if (asked.draft !== true) publish(state, release);
      state.releases.push(release);
      return { status: 201, facts: releaseFacts(state, release) };
    },
  },
  'repos/get-release': {
    needs: ['contents', 'read'],
    answer: (call) => ({ status: 200, facts: releaseFacts(call.state, releaseOf(call)) }),
  },
  'repos/get-release-by-tag': {
    needs: ['contents', 'read'],
    answer: (call) => {
      const found = call.state.releases.find(({ tag, draft }) => !draft && tag === call.params.tag);
      if (!found) throw notFound();
      return { status: 200, facts: releaseFacts(call.state, found) };
    },
  },
  'repos/get-latest-release': {
    needs: ['contents', 'read'],
    answer: (call) => {
      const latest = call.state.releases.find(({ draft, isLatest }) => !draft && isLatest);
      if (!latest) throw notFound();
      return { status: 200, facts: releaseFacts(call.state, latest) };
    },
  },
  'repos/update-release': {
    needs: ['contents', 'write'],
    answer: (call) => {
      const { state } = call;
      const release = releaseOf(call);
      const asked = bodyOf(call, change);
      check(state, release, { ...asked, tag_name: asked.tag_name ?? release.tag });
      checkCommit(call, asked.target_commitish ?? release.target);
      release.tag = asked.tag_name ?? release.tag;
      release.target = asked.target_commitish ?? release.target;
      if (asked.name !== undefined) release.name = asked.name;
      if (asked.body !== undefined) release.body = asked.body;
      if (asked.draft === false && release.draft) publish(state, release);
      if (!release.draft && asked.make_latest !== 'false') {
        for (const other of state.releases) other.isLatest = other === release;
      }
      return { status: 200, facts: releaseFacts(state, release) };
    },
  },
  'repos/delete-release': {
    needs: ['contents', 'write'],
    answer: (call) => {
      const { state } = call;
      const release = releaseOf(call);
      if (!release.draft && state.settings.immutableReleases) state.spentTags.add(release.tag);
      state.releases.splice(state.releases.indexOf(release), 1);
      return { status: 204 };
    },
  },
  'repos/list-release-assets': {
    needs: ['contents', 'read'],
    answer: (call) => {
      const release = releaseOf(call);
      const { page, headers } = paged(call, release.assets);
      return {
        status: 200,
        facts: page.map((each) => assetFacts(call.state, release, each)),
        headers,
      };
    },
  },
  'repos/upload-release-asset': {
    needs: ['contents', 'write'],
    answer: (call) => {
      const { state, bytes, contentType } = call;
      const release = releaseOf(call);
      const name = call.query.get('name') ?? '';
      if (!release.draft && state.settings.immutableReleases) {
        throw invalid('Cannot upload assets to an immutable release.');
      }
      if (release.assets.some((asset) => asset.name === name)) {
        throw invalid('Validation Failed', {
          resource: 'ReleaseAsset',
          code: 'already_exists',
          field: 'name',
        });
      }
      const asset = { id: state.nextId(), name, bytes, contentType, createdAt: state.now() };
      release.assets.push(asset);
      return { status: 201, facts: assetFacts(state, release, asset) };
    },
  },
  'repos/get-release-asset': {
    needs: ['contents', 'read'],
    answer: (call) => {
      const [release, asset] = assetOf(call);
      if (call.accept.includes('octet-stream')) return { status: 200, bytes: asset.bytes };
      return { status: 200, facts: assetFacts(call.state, release, asset) };
    },
  },
  'repos/delete-release-asset': {
    needs: ['contents', 'write'],
    answer: (call) => {
      const [release, asset] = assetOf(call);
      release.assets.splice(release.assets.indexOf(asset), 1);
      return { status: 204 };
    },
  },
};
