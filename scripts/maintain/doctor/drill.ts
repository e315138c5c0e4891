import { refuseUsage } from '../../domain/refusal.ts';
import type { Git } from '../../github/git.ts';
import type { GitHub } from '../../github/github.ts';
import type { Patient } from './diagnosis.ts';

const MARKER = '<!-- tracker-drill -->';
const BRANCH = 'tracker-drill';
const TITLE = 'Drill: this is a test, nothing is wrong';
const BODY = `${MARKER}\nSent by \`npm run doctor -- --drill\` to check that messages like this one arrive. It is removed immediately; there is nothing to do.`;

const WITH_TOKEN = 'GITHUB_TOKEN=$(gh auth token) npm run doctor -- --drill';

/**
 * Sends a marked test through each way of reaching people on GitHub (alarm, held update, release),
 * reads each back and removes it. A failure is reported, and what was made is removed anyway.
 * Without a token these are left out, since channels have secrets of their own.
 *
 * @returns lines to print; the last one says who would have been mailed
 * @throws Refusal (exit 2) without a token if the settings name no channel either
 */
export async function runDrill({
  github,
  git,
  settings: { channels },
}: Pick<Patient, 'github' | 'git' | 'settings'>): Promise<readonly string[]> {
  if (!github) {
    if (Object.values(channels).some((channel) => channel !== null)) {
      return [`  ? alarm, held update, release: not tested, which takes a token: ${WITH_TOKEN}`];
    }
    throw refuseUsage(
      'no-token',
      'doctor: a drill needs a token',
      `Nothing was sent. ${WITH_TOKEN}`,
    );
  }
  return [
    await resultOf('alarm', () => drillIssue(github)),
    await resultOf('held update', () => drillPull(github, git)),
    await resultOf('release', () => drillRelease(github, git)),
    await mailed(github),
  ];
}

async function resultOf(what: string, drill: () => Promise<string>): Promise<string> {
  try {
    return `  ✓ ${what}: ${await drill()}`;
  } catch (error) {
    return `  ✗ ${what}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

async function drillIssue({ issues }: GitHub): Promise<string> {
  const number = await issues.create({ title: TITLE, body: BODY });
  try {
    await confirm(issues.read(number), 'the issue');
  } finally {
    await issues.edit(number, { state: 'closed' });
  }
  return `issue #${number} was opened, read back and closed`;
}

/**
 * Pushes a branch with an empty commit on top of the default branch, like that of a held update.
 */
async function drillPull({ issues, pulls, repository }: GitHub, git: Git): Promise<string> {
  const { defaultBranch: into } = await repository.facts();
  await git('fetch', '--quiet', '--depth=1', 'origin', into);
  const tree = await git('rev-parse', 'FETCH_HEAD^{tree}');
  const head = await git('rev-parse', 'FETCH_HEAD');
  const commit = await git('commit-tree', tree, '-p', head, '-m', TITLE);
  await git('push', '--quiet', '--force', 'origin', `${commit}:refs/heads/${BRANCH}`);
  try {
    const request = { branch: BRANCH, into, title: TITLE, body: BODY };
    const opened = await pulls.open(request);
    if (opened === undefined) return 'pull requests are not allowed here; an issue would be used';
    const { number } = opened;
    try {
      await confirm(issues.read(number), 'the pull request');
    } finally {
      await issues.edit(number, { state: 'closed' });
    }
    return `pull request #${number} was opened, read back and closed`;
  } finally {
    await git('push', '--quiet', 'origin', '--delete', BRANCH);
  }
}

/** Only people who may write to the repository see a draft; it mails nobody and makes no tag. */
async function drillRelease({ releases }: GitHub, git: Git): Promise<string> {
  await git('fetch', '--quiet', '--depth=1', 'origin', 'HEAD');
  const target = await git('rev-parse', 'FETCH_HEAD');
  const draft = await releases.createDraft({ tag: BRANCH, target, title: TITLE, body: BODY });
  try {
    await releases.upload(draft, 'drill.txt', TITLE);
    const [asset] = await releases.assets(draft.id);
    const isWhole = asset?.state === 'uploaded' && asset.size === Buffer.byteLength(TITLE);
    if (!isWhole)
      throw new Error(
        'the file of the draft was uploaded, but reading it back gives something else',
      );
  } finally {
    await releases.deleteDraft(draft.id);
  }
  return 'a draft with a file was made, read back and removed';
}

async function confirm(read: Promise<{ readonly body: string }>, what: string): Promise<void> {
  const { body } = await read;
  if (!body.includes(MARKER))
    throw new Error(`${what} was made, but reading it back gives something else`);
}

async function mailed({ repository }: GitHub): Promise<string> {
  const watchers = await repository.watchers();
  if (watchers.length === 0) {
    return '  ! nobody watches this repository: press “Watch”, or nobody is mailed when something breaks';
  }
  return `  ${watchers.length} ${watchers.length === 1 ? 'person watches' : 'people watch'} this repository and would have been mailed, as each has set it: ${watchers.join(', ')}. People who watch only releases are mailed about those; GitHub does not list them.`;
}
