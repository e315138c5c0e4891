import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { commitFiles } from '../../github/commit-files.ts';
import { BOT_EMAIL, type Git } from '../../github/git.ts';
import type { ReadPlan } from '../../update/plan-update.ts';
import { commitMessage } from '../../wording/commit-message.ts';
import type { HeldBranch } from './plan-held-request.ts';
import { HELD_BRANCH, type Stamp, stampOfCommit, stampTrailers } from './request-stamp.ts';

/** A commit with the files that merging would publish. No branch points to it yet. */
export interface Draft {
  readonly commit: string;
  readonly proposal: ReadPlan;
}

/** Reads the held update's branch from the remote; null: there is none. */
export async function readHeldBranch(git: Git): Promise<HeldBranch | null> {
  const head = (await git('ls-remote', 'origin', `refs/heads/${HELD_BRANCH}`)).split('\t')[0];
  if (!head) return null;
  await git('fetch', '--quiet', '--depth=1', 'origin', head);
  const message = await git('log', '-1', '--format=%ae%n%B', head);
  const stamp = message.startsWith(`${BOT_EMAIL}\n`) ? stampOfCommit(message) : null;
  // The tracker's own commit, on the head of main: nobody can have merged it, so no history is
  // needed.
  const isOnMain =
    stamp !== null && (await parentOf(git, head)) === (await git('rev-parse', 'HEAD'));
  if (isOnMain) return { head, stamp, hasMain: true, isMerged: false };
  return { head, stamp, ...(await besideMain(git, head)) };
}

/** Read from the commit itself, because a shallow clone does not have the parent. */
async function parentOf(git: Git, commit: string): Promise<string | undefined> {
  return /^parent ([0-9a-f]+)$/m.exec(await git('cat-file', 'commit', commit))?.[1];
}

/**
 * Commits the proposal on top of the checkout's head, before the branch is moved to it. If the
 * branch were first reset to main and filled afterwards, GitHub would close its pull request.
 *
 * @param folder the data folder, relative to the repository's root
 */
export async function draftHeldUpdate(
  git: Git,
  folder: string,
  proposal: ReadPlan,
  stamp: Stamp,
): Promise<Draft> {
  const said = commitMessage({ kind: 'planned', plan: proposal }).trimEnd();
  // Git expects trailers in one block. If the update has one of its own, these continue it.
  const block = proposal.update.line ? '\n' : '\n\n';
  const commit = await commitFiles(git, {
    parent: await git('rev-parse', 'HEAD'),
    folder,
    files: proposal.files,
    message: `${said}${block}${stampTrailers(stamp)}`,
  });
  return { commit, proposal };
}

/**
 * Moves the branch to a commit.
 *
 * @param from the branch as it was read; null: there was none
 * @throws GitFailure if somebody else has moved the branch since
 */
export async function moveHeldBranch(git: Git, to: string, from: HeldBranch | null): Promise<void> {
  const lease = `--force-with-lease=refs/heads/${HELD_BRANCH}:${from?.head ?? ''}`;
  await git('push', '--quiet', lease, 'origin', `${to}:refs/heads/${HELD_BRANCH}`);
}

/**
 * Deletes the branch.
 *
 * @param from the branch as it was read
 * @throws GitFailure if somebody else has moved the branch since
 */
export async function deleteHeldBranch(git: Git, from: HeldBranch): Promise<void> {
  const lease = `--force-with-lease=refs/heads/${HELD_BRANCH}:${from.head}`;
  await git('push', '--quiet', lease, 'origin', `:refs/heads/${HELD_BRANCH}`);
}

/**
 * Runs an action in a temporary work tree, which is removed afterwards.
 *
 * @param at the commit that is checked out in it
 */
export async function inWorktree<T>(
  git: Git,
  at: string,
  action: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tracker-held-'));
  await git('worktree', 'add', '--quiet', '--detach', folder, at);
  try {
    return await action(folder);
  } finally {
    await git('worktree', 'remove', '--force', folder);
    await rm(folder, { recursive: true, force: true });
  }
}

/** The data folder's path, relative to the repository's root. */
export async function dataPath(git: Git, dataDir: string): Promise<string> {
  return relative(await git('rev-parse', '--show-toplevel'), resolve(dataDir));
}

/**
 * How the branch relates to main. This fetches history, so it is asked only if somebody else
 * pushed.
 */
async function besideMain(git: Git, head: string) {
  if ((await git('rev-parse', '--is-shallow-repository')) === 'true') {
    await git('fetch', '--quiet', '--unshallow', 'origin', 'HEAD', head);
  }
  const shared = await git('merge-base', 'HEAD', head);
  return { hasMain: shared === (await git('rev-parse', 'HEAD')), isMerged: shared === head };
}
