import { refuseUsage } from '../../domain/refusal.ts';
import type { Git } from '../../github/git.ts';
import type { GitHub } from '../../github/github.ts';
import type { Patient } from './diagnosis.ts';

const MARKER = '<!-- tracker-drill -->';
const BRANCH = 'tracker-drill';
const TITLE = 'Drill: this is a test, nothing is wrong';
const BODY = `${MARKER}\nSent by \`npm run doctor -- --drill\` to see that the way works. It is removed at once; nothing needs to be done.`;

/**
 * Sends a marked test the way an alarm, a held update and a release go, reads each back and removes
 * it. What fails is told, and what was made is removed all the same.
 *
 * @returns lines for a person, the last of them who would have been mailed
 * @throws Refusal (exit 2) without a token
 */
export async function runDrill({
  github,
  git,
}: Pick<Patient, 'github' | 'git'>): Promise<readonly string[]> {
  if (!github) {
    throw refuseUsage(
      'no-token',
      'doctor: a drill needs a token',
      'Nothing was sent. GITHUB_TOKEN=$(gh auth token) npm run doctor -- --drill',
    );
  }
  return [
    await told('alarm', () => drillIssue(github)),
    await told('held update', () => drillPull(github, git)),
    await told('release', () => drillRelease(github, git)),
    await mailed(github),
  ];
}

async function told(what: string, drill: () => Promise<string>): Promise<string> {
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

/** A branch with an empty commit on the default branch's head, as a held update's would be. */
async function drillPull({ issues, pulls }: GitHub, git: Git): Promise<string> {
  await git('fetch', '--quiet', '--depth=1', 'origin', 'main');
  const tree = await git('rev-parse', 'FETCH_HEAD^{tree}');
  const head = await git('rev-parse', 'FETCH_HEAD');
  const commit = await git('commit-tree', tree, '-p', head, '-m', TITLE);
  await git('push', '--quiet', '--force', 'origin', `${commit}:refs/heads/${BRANCH}`);
  try {
    const request = { branch: BRANCH, into: 'main', title: TITLE, body: BODY };
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

/** A draft is seen by nobody who may not write here, mails nobody and makes no tag. */
async function drillRelease({ releases }: GitHub, git: Git): Promise<string> {
  await git('fetch', '--quiet', '--depth=1', 'origin', 'main');
  const target = await git('rev-parse', 'FETCH_HEAD');
  const draft = await releases.createDraft({ tag: BRANCH, target, title: TITLE, body: BODY });
  try {
    await releases.upload(draft, 'drill.txt', TITLE);
    const [asset] = await releases.assets(draft.id);
    const isWhole = asset?.state === 'uploaded' && asset.size === Buffer.byteLength(TITLE);
    if (!isWhole) throw new Error('the file of the draft was uploaded, but reads otherwise');
  } finally {
    await releases.deleteDraft(draft.id);
  }
  return 'a draft with a file was made, read back and removed';
}

async function confirm(read: Promise<{ readonly body: string }>, what: string): Promise<void> {
  const { body } = await read;
  if (!body.includes(MARKER)) throw new Error(`${what} was made, but reads otherwise`);
}

async function mailed({ repository }: GitHub): Promise<string> {
  const watchers = await repository.watchers();
  if (watchers.length === 0) {
    return '  ! nobody watches this repository: press “Watch”, or nobody is mailed when something breaks';
  }
  return `  ${watchers.length} ${watchers.length === 1 ? 'person watches' : 'people watch'} this repository and would have been mailed, as each has set it: ${watchers.join(', ')}. Who watches releases only is mailed of those, and GitHub does not list them.`;
}
