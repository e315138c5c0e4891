import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { commitFiles } from '../../github/commit-files.ts';
import { BOT_EMAIL, type Git } from '../../github/git.ts';
import type { ReadPlan } from '../../update/plan-update.ts';
import { commitMessage } from '../../wording/commit-message.ts';
import type { HeldBranch } from './plan-held-request.ts';
import { HELD_BRANCH, type Stamp, stampOfCommit, stampTrailers } from './stamp.ts';

/** A commit that holds the proposal's files as merging would write them; no branch points to it yet. */
export interface Draft {
  readonly commit: string;
  readonly proposal: ReadPlan;
}

/** @returns the branch as the remote has it; null: there is none */
export async function readHeldBranch(git: Git): Promise<HeldBranch | null> {
  const head = (await git('ls-remote', 'origin', `refs/heads/${HELD_BRANCH}`)).split('\t')[0];
  if (!head) return null;
  await git('fetch', '--quiet', '--depth=1', 'origin', head);
  const message = await git('log', '-1', '--format=%ae%n%B', head);
  const stamp = message.startsWith(`${BOT_EMAIL}\n`) ? stampOfCommit(message) : null;
  // Ours, on the head of main: nobody has merged it, and history need not be asked.
  const isOnMain =
    stamp !== null && (await parentOf(git, head)) === (await git('rev-parse', 'HEAD'));
  if (isOnMain) return { head, stamp, hasMain: true, isMerged: false };
  return { head, stamp, ...(await besideMain(git, head)) };
}

/** As the commit itself names it; a shallow clone does not have it. */
async function parentOf(git: Git, commit: string): Promise<string | undefined> {
  return /^parent ([0-9a-f]+)$/m.exec(await git('cat-file', 'commit', commit))?.[1];
}

/**
 * Commits the proposal on the head of the checkout, before any branch points to it: a branch that was
 * moved to main first, and filled then, would close its pull request.
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
  // Trailers are one block: the update's own, where there is one, begins it.
  const block = proposal.update.line ? '\n' : '\n\n';
  const commit = await commitFiles(git, {
    parent: await git('rev-parse', 'HEAD'),
    folder,
    files: proposal.files,
    message: `${said}${block}${stampTrailers(stamp)}`,
  });
  return { commit, proposal };
}

/** Moves the branch once, unless somebody else moved it since it was read. */
export async function moveHeldBranch(git: Git, to: string, from: HeldBranch | null): Promise<void> {
  const lease = `--force-with-lease=refs/heads/${HELD_BRANCH}:${from?.head ?? ''}`;
  await git('push', '--quiet', lease, 'origin', `${to}:refs/heads/${HELD_BRANCH}`);
}

export async function deleteHeldBranch(git: Git, from: HeldBranch): Promise<void> {
  const lease = `--force-with-lease=refs/heads/${HELD_BRANCH}:${from.head}`;
  await git('push', '--quiet', lease, 'origin', `:refs/heads/${HELD_BRANCH}`);
}

/** Runs in a checkout of its own, which is gone afterwards. @param at the commit it begins with */
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

/** Where the data folder stands in the repository. */
export async function dataPath(git: Git, dataDir: string): Promise<string> {
  return relative(await git('rev-parse', '--show-toplevel'), resolve(dataDir));
}

/** History is fetched only where a person's commit, here or on main, makes it matter. */
async function besideMain(git: Git, head: string) {
  if ((await git('rev-parse', '--is-shallow-repository')) === 'true') {
    await git('fetch', '--quiet', '--unshallow', 'origin', 'HEAD', head);
  }
  const shared = await git('merge-base', 'HEAD', head);
  return { hasMain: shared === (await git('rev-parse', 'HEAD')), isMerged: shared === head };
}
