import { refuseUsage } from '../../domain/refusal.ts';
import type { Git } from '../../github/git.ts';
import type { GitHub } from '../../github/github.ts';
import { isCommitRefused, type Release, type Releases } from '../../github/releases.ts';
import {
  type ProgramRelease,
  type ProgramReleaseFacts,
  planProgramRelease,
} from './plan-program-release.ts';

/** What releasing the program needs. */
export interface ReleaseRequest
  extends Omit<ProgramReleaseFacts, 'defaultBranch' | 'head' | 'tags'> {
  /** In the root of the checkout. */
  readonly git: Git;
  readonly github: Pick<GitHub, 'releases'>;
}

/**
 * Tags the checked-out commit with the program's version and publishes the changelog's section as a
 * release. It is drafted first, and only publishing makes the tag, so an attempt that breaks off
 * leaves a draft, which the next one finds and completes. It is never *Latest*: that is the newest
 * release of data, in a repository that has both.
 *
 * @returns whether this made it, or found that an earlier attempt had
 * @throws Refusal (exit 2) if version, changelog, branch and tag do not agree, or if GitHub will not
 *   give the tag out
 */
export async function releaseProgram(
  request: ReleaseRequest,
): Promise<{ readonly tag: string; readonly isNew: boolean }> {
  const { git, github } = request;
  const head = await git('rev-parse', 'HEAD');
  const release = planProgramRelease({ ...request, head, ...(await remoteFacts(git)) });
  const { tag } = release;
  const known = (await github.releases.list()).filter((each) => each.tag === tag);
  if (known.some(({ isDraft }) => !isDraft)) return { tag, isNew: false };
  try {
    const draft = await draftOf(release, known, github.releases);
    return { tag, isNew: await publish(github.releases, draft) };
  } catch (error) {
    if (isCommitRefused(error)) throw overtaken(release);
    throw error;
  }
}

/** The draft of an earlier attempt, brought up to date, or a new one. */
async function draftOf(
  { tag, title, body, target }: ProgramRelease,
  known: readonly Release[],
  releases: Releases,
): Promise<Release> {
  const [draft, ...twins] = known.filter(({ isOwn }) => isOwn);
  for (const twin of twins) await releases.deleteDraft(twin.id);
  if (draft === undefined) return releases.createDraft({ tag, target, title, body });
  await releases.redraft(draft.id, { target, body });
  return draft;
}

/** @returns false: a person, or an overlapping run, has published it meanwhile */
async function publish(releases: Releases, { id, tag }: Release): Promise<boolean> {
  const outcome = await releases.publish(id, false);
  if (outcome === 'published') return true;
  await releases.deleteDraft(id);
  if (outcome === 'taken') return false;
  throw refuseUsage(
    'tag-spent',
    `GitHub will not give out the tag ${tag} again: a release that could not be changed had it, and was deleted`,
    'Take the next version, in package.json and CHANGELOG.md, and start this again.',
    { value: tag },
  );
}

/** The remote's default branch, and the commit that each of its tags for versions leads to. */
async function remoteFacts(git: Git): Promise<Pick<ProgramReleaseFacts, 'defaultBranch' | 'tags'>> {
  const listed = await git('ls-remote', '--symref', 'origin', 'HEAD', 'refs/tags/v*');
  const tags = new Map<string, string>();
  // A tag that is an object of its own is followed by the commit that it leads to.
  for (const [, commit = '', tag = ''] of listed.matchAll(
    /^(\w+)\trefs\/tags\/(.+?)(?:\^\{\})?$/gm,
  )) {
    tags.set(tag, commit);
  }
  return { defaultBranch: /^ref: refs\/heads\/(.+)\tHEAD$/m.exec(listed)?.[1] ?? '', tags };
}

function overtaken({ tag, target }: ProgramRelease) {
  return refuseUsage(
    'commit-refused',
    `GitHub does not let a workflow release ${target} as ${tag}`,
    'A workflow’s token may do this only at a commit whose workflow files are those of the default branch: if they have changed since this run was started, start a new one. Otherwise see Settings → Actions → General and the rules for tags.',
    { value: target },
  );
}
