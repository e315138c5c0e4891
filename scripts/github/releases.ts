import { z } from 'zod';
import { type Api, isPassing, statusOf } from './api.ts';
import { BOT_LOGIN } from './git.ts';

/** A file of a release. */
export interface ReleaseAsset {
  readonly id: number;
  readonly name: string;
  /** `uploaded`, or `starter` where an upload broke off. */
  readonly state: string;
  readonly size: number;
  /** `sha256:…` as GitHub computed it; null where it says none. */
  readonly digest: string | null;
}

/** A release or a draft of one. */
export interface Release {
  readonly id: number;
  readonly tag: string;
  /** The commit or branch that its tag is to be made at. */
  readonly target: string;
  readonly isDraft: boolean;
  /** Whether the workflows' own account made it. */
  readonly isOwn: boolean;
  readonly assets: readonly ReleaseAsset[];
  readonly uploadUrl: string;
}

/** A draft to create. */
export interface NewRelease {
  readonly tag: string;
  readonly target: string;
  readonly title: string;
  readonly body: string;
}

/** `taken`: another release has the tag; `spent`: GitHub will never give the tag out again. */
export type PublishResult = 'published' | 'taken' | 'spent';

/** Releases and their files. */
export interface Releases {
  /** All of them, drafts included: a draft is found by listing, it has no tag to be found by. */
  list(): Promise<readonly Release[]>;
  createDraft(release: NewRelease): Promise<Release>;
  /** Gives a draft another tag, commit or text. */
  redraft(
    id: number,
    change: { readonly tag?: string; readonly target?: string; readonly body?: string },
  ): Promise<void>;
  upload(release: Release, name: string, text: string): Promise<void>;
  deleteAsset(id: number): Promise<void>;
  assets(id: number): Promise<readonly ReleaseAsset[]>;
  /** @param isLatest whether GitHub shows it as the repository's latest release */
  publish(id: number, isLatest: boolean): Promise<PublishResult>;
  deleteDraft(id: number): Promise<void>;
}

const PAGE = 100;

/**
 * `Releases` of one repository. Failures that `PublishResult` does not cover throw Octokit's error.
 */
export function releasesOf({ rest, paginate, at }: Api): Releases {
  return {
    list: async () => {
      const listed = await paginate(rest.repos.listReleases, { ...at, per_page: PAGE });
      return listed.map(release);
    },
    createDraft: async ({ tag, target, title, body }) => {
      const { data } = await rest.repos.createRelease({
        ...at,
        tag_name: tag,
        target_commitish: target,
        name: title,
        body,
        draft: true,
      });
      return release(data);
    },
    redraft: async (id, { tag, target, body }) => {
      await rest.repos.updateRelease({
        ...at,
        release_id: id,
        ...(tag === undefined ? {} : { tag_name: tag }),
        ...(target === undefined ? {} : { target_commitish: target }),
        ...(body === undefined ? {} : { body }),
      });
    },
    upload: async ({ id, uploadUrl }, name, text) => {
      await rest.repos.uploadReleaseAsset({
        ...at,
        baseUrl: uploadUrl.replace(/\/repos\/.*$/, ''),
        release_id: id,
        name,
        data: text,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      });
    },
    deleteAsset: async (id) => {
      await rest.repos.deleteReleaseAsset({ ...at, asset_id: id });
    },
    assets: async (id) => {
      const release = { ...at, release_id: id, per_page: PAGE };
      return (await paginate(rest.repos.listReleaseAssets, release)).map(asset);
    },
    publish: async (id, isLatest) => {
      try {
        await rest.repos.updateRelease({
          ...at,
          release_id: id,
          draft: false,
          make_latest: isLatest ? 'true' : 'false',
        });
        return 'published';
      } catch (error) {
        if (statusOf(error) !== 422) throw error;
        return codesOf(error).includes('already_exists') ? 'taken' : 'spent';
      }
    },
    deleteDraft: async (id) => {
      await rest.repos.deleteRelease({ ...at, release_id: id });
    },
  };
}

/**
 * Whether GitHub refused a release because of its commit: one that no ref points to and whose
 * workflow files differ from the default branch's would need a permission that a workflow's token
 * cannot have.
 * Source: https://github.blog/changelog/2023-11-02-github-actions-enforcing-workflow-scope-when-creating-a-release/
 */
export function isCommitRefused(error: unknown): boolean {
  return statusOf(error) === 403 && !isPassing(error);
}

type Listed = Awaited<ReturnType<Api['rest']['repos']['listReleases']>>['data'][number];

function release(listed: Listed): Release {
  return {
    id: listed.id,
    tag: listed.tag_name,
    target: listed.target_commitish,
    isDraft: listed.draft,
    isOwn: listed.author.login === BOT_LOGIN,
    assets: listed.assets.map(asset),
    uploadUrl: listed.upload_url,
  };
}

function asset({ id, name, state, size, digest }: Listed['assets'][number]): ReleaseAsset {
  return { id, name, state, size, digest: digest ?? null };
}

/** What GitHub names as wrong with a request that it cannot carry out. */
function codesOf(error: unknown): readonly string[] {
  const holder = z.object({
    response: z.object({
      data: z.object({ errors: z.array(z.object({ code: z.string().optional() })).default([]) }),
    }),
  });
  const parsed = holder.safeParse(error);
  return parsed.success ? parsed.data.response.data.errors.map(({ code }) => code ?? '') : [];
}
