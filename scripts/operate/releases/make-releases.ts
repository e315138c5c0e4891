import { createHash } from 'node:crypto';
import type { Instant } from '../../domain/time.ts';
import type { Git } from '../../github/git.ts';
import type { GitHub } from '../../github/github.ts';
import { isCommitRefused, type Release, type ReleaseAsset } from '../../github/releases.ts';
import { TABLES } from '../../ledger/ledger-files.ts';
import type { Ledger } from '../../ledger/model.ts';
import type { Settings } from '../../settings/schema.ts';
import { releaseText } from '../../wording/release-text.ts';
import { nextTag, type WantedRelease, wantedReleases } from './wanted-releases.ts';

/** What planning and making releases needs. */
export interface ReleaseContext {
  readonly github: Pick<GitHub, 'releases'>;
  /** In the checkout's root, whose head has been pushed. */
  readonly git: Git;
  readonly ledger: Ledger;
  readonly settings: Settings;
  readonly now: Instant;
}

/** What came of the releases that were due in a run. */
export interface ReleaseOutcome {
  /** Tags of those that were published. */
  readonly made: readonly string[];
  readonly failed: readonly FailedRelease[];
  /** How many this run did not get to. */
  readonly left: number;
}

/** A release that could not be made in this run. */
export interface FailedRelease {
  readonly tag: string;
  /** When it could first have been made. */
  readonly dueSince: Instant;
  readonly error: unknown;
}

/** The next runs make the rest, so that catching up does not delay the news. */
const MOST_IN_A_RUN = 3;
/** One failing release must not block the others, but an outage must not delay the news either. */
const MOST_FAILURES = 3;
const MOST_SUFFIXES = 9;
const RELEASED = TABLES.map(({ name }) => name).sort();

/**
 * Makes the releases that are due. Each is drafted, filled, verified, and only then published;
 * after that it is never touched again. If a run leaves a draft unfinished, the next one finds it
 * by listing and completes it, at the head as it is then: an older commit may differ in a workflow
 * file, and GitHub would refuse it. If nothing is due, this costs one `git ls-remote` and no API call.
 *
 * @returns what was made, and what failed: neither the data nor another release depends on it
 * @throws GitFailure if the tags cannot be listed
 */
export async function makeReleases(context: ReleaseContext): Promise<ReleaseOutcome> {
  const { github } = context;
  const wanted = await planReleases(context);
  if (wanted.length === 0) return NOTHING_DUE;
  const made: string[] = [];
  const failed: FailedRelease[] = [];
  let drafts: readonly Release[];
  try {
    drafts = (await github.releases.list()).filter(({ isDraft, isOwn }) => isDraft && isOwn);
  } catch (error) {
    return { made, failed: wanted.map(({ tag, dueSince }) => ({ tag, dueSince, error })), left: 0 };
  }
  for (const each of wanted) {
    if (made.length === MOST_IN_A_RUN || failed.length === MOST_FAILURES) break;
    try {
      made.push(await makeAtHead(context, each, await onlyDraft(context, each, drafts)));
    } catch (error) {
      failed.push({ tag: each.tag, dueSince: each.dueSince, error });
    }
  }
  return { made, failed, left: wanted.length - made.length - failed.length };
}

/**
 * The releases that are due: one for each closed date with an update and each late correction that
 * git has no tag for.
 *
 * @throws GitFailure if the tags cannot be listed
 */
export async function planReleases({
  git,
  ledger,
  settings: { timeZone },
  now,
}: Omit<ReleaseContext, 'github'>): Promise<readonly WantedRelease[]> {
  if (ledger.updates.length === 0) return [];
  return wantedReleases({ ledger, timeZone, now, tags: await remoteTags(git) });
}

const NOTHING_DUE: ReleaseOutcome = { made: [], failed: [], left: 0 };

/**
 * The draft that an earlier run left behind. If there are several, all but the first are deleted.
 */
async function onlyDraft(
  { github }: ReleaseContext,
  { tag }: WantedRelease,
  drafts: readonly Release[],
): Promise<Release | undefined> {
  const [draft, ...twins] = drafts.filter((each) => each.tag.replace(/-r\d+$/, '') === tag);
  for (const twin of twins) await github.releases.deleteDraft(twin.id);
  return draft;
}

/** A draft that GitHub refuses because of its commit is deleted, and the release is made anew. */
async function makeAtHead(
  context: ReleaseContext,
  wanted: WantedRelease,
  found: Release | undefined,
): Promise<string> {
  try {
    return await makeRelease(context, wanted, found);
  } catch (error) {
    if (found === undefined || !isCommitRefused(error)) throw error;
    await context.github.releases.deleteDraft(found.id);
    return makeRelease(context, wanted, undefined);
  }
}

async function makeRelease(
  { github: { releases }, git, ledger, settings }: ReleaseContext,
  wanted: WantedRelease,
  found: Release | undefined,
): Promise<string> {
  const target = await git('rev-parse', 'HEAD');
  const draft =
    found ??
    (await releases.createDraft({
      tag: wanted.tag,
      target,
      ...releaseText(wanted, ledger, settings),
    }));
  if (draft.target !== target) await releases.redraft(draft.id, { target });
  const files = withChecksums(await filesAt(git, target));
  for (const asset of draft.assets) {
    if (!isRight(asset, files)) await releases.deleteAsset(asset.id);
  }
  const there = new Set(
    draft.assets.filter((asset) => isRight(asset, files)).map(({ name }) => name),
  );
  for (const [name, text] of files) {
    if (!there.has(name)) await releases.upload(draft, name, text);
  }
  const filled = await releases.assets(draft.id);
  const wrong = filled.filter((asset) => !isRight(asset, files)).map(({ name }) => name);
  if (wrong.length > 0 || filled.length !== files.size) {
    throw new Error(
      `release ${draft.tag} differs from what was uploaded: ${wrong.join(', ') || 'files are missing'}`,
    );
  }
  const bodyUnder = (tag: string) => releaseText({ ...wanted, tag }, ledger, settings).body;
  return publish(releases, draft, wanted.isLatest, bodyUnder);
}

/** @param bodyUnder writes the text for a tag, because the text links to its own tag */
async function publish(
  releases: ReleaseContext['github']['releases'],
  draft: Release,
  isLatest: boolean,
  bodyUnder: (tag: string) => string,
): Promise<string> {
  let { tag } = draft;
  for (let suffix = 1; suffix <= MOST_SUFFIXES; suffix += 1) {
    const outcome = await releases.publish(draft.id, isLatest);
    if (outcome === 'published') return tag;
    if (outcome === 'taken') {
      await releases.deleteDraft(draft.id);
      return tag;
    }
    tag = nextTag(tag);
    await releases.redraft(draft.id, { tag, body: bodyUnder(tag) });
  }
  throw new Error(`release ${draft.tag} was refused under each of ${MOST_SUFFIXES} tags`);
}

/** The remote's tags for data. A shallow checkout has no tags itself. */
async function remoteTags(git: Git): Promise<readonly string[]> {
  const listed = await git('ls-remote', '--tags', '--refs', 'origin', 'refs/tags/data-*');
  return listed.split('\n').flatMap((line) => line.split('refs/tags/')[1] ?? []);
}

async function filesAt(git: Git, commit: string): Promise<ReadonlyMap<string, string>> {
  const listed = await git('ls-tree', '-z', '--name-only', commit, 'data/');
  const names = listed.split('\0').map((path) => path.replace(/^data\//, ''));
  const files = new Map<string, string>();
  for (const name of RELEASED.filter((file) => names.includes(file))) {
    // `Git` trims its output, but files of the ledger end in a line break.
    files.set(name, `${await git('show', `${commit}:data/${name}`)}\n`);
  }
  return files;
}

/** Adds `SHA256SUMS`, as `sha256sum` writes and checks it. */
function withChecksums(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const sums = [...files].map(([name, text]) => `${sha256(text)}  ${name}\n`);
  return new Map([...files, ['SHA256SUMS', sums.join('')]]);
}

function isRight(asset: ReleaseAsset, files: ReadonlyMap<string, string>): boolean {
  const text = files.get(asset.name);
  if (text === undefined || asset.state !== 'uploaded') return false;
  if (asset.size !== Buffer.byteLength(text)) return false;
  return asset.digest === null || asset.digest === `sha256:${sha256(text)}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
