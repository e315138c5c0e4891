import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { AS_BOT, BOT_EMAIL, type Git, gitIn } from '../../github/git.ts';
import { editSettings } from '../../settings/edit-settings.ts';
import { runUpdate, type Step, type UpdateRequest } from '../../update/run-update.ts';
import type { UpdateReport } from '../../update/update-report.ts';
import { commitMessage } from '../../wording/commit-message.ts';
import type { HeldBranch } from './plan-held-request.ts';
import { type Stamp, stampOfCommit, stampTrailers } from './stamp.ts';

/** The one branch on which a held update waits. */
export const HELD_BRANCH = 'held-update';

/** A commit that holds the lines as merging would append them; no branch points to it yet. */
export interface Draft {
  readonly commit: string;
  /** What was written: of a suspected restart, what follows from declaring it. */
  readonly report: UpdateReport;
}

export interface DraftRequest {
  readonly git: Git;
  /** As this run's update was asked for. */
  readonly update: UpdateRequest;
  /** The body that was read and held. */
  readonly bodyFile: string;
  readonly held: UpdateReport;
  readonly stamp: Stamp;
  readonly step: Step;
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
 * Builds the branch's commit on the head of the checkout, elsewhere: a branch that was moved to main
 * first, and filled then, would close its pull request.
 */
export function draftHeldUpdate(request: DraftRequest): Promise<Draft> {
  const { git, update, held, stamp } = request;
  return inWorktree(git, 'HEAD', async (folder) => {
    const path = await dataPath(git, update.dataDir);
    const dataDir = join(folder, path);
    if (held.restart_suspected) await declareRestart(dataDir, stamp.date);
    const { onBody: _, ...asked } = update;
    const report = await runUpdate(
      {
        ...asked,
        dataDir,
        body: request.bodyFile,
        at: held.checked_at ?? update.now,
        accept: { digest: held.counts_digest },
      },
      request.step,
    );
    const there = gitIn(folder);
    await there('add', '--all', '--', path);
    const message = `${commitMessage(report).trimEnd()}\n${report.update === null ? '\n' : ''}${stampTrailers(stamp)}`;
    await there(...AS_BOT, 'commit', '--quiet', `--message=${message}`);
    return { commit: await there('rev-parse', 'HEAD'), report };
  });
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

async function declareRestart(dataDir: string, date: string): Promise<void> {
  const path = join(dataDir, 'district.json');
  const text = await readFile(path, 'utf8');
  await writeFile(path, editSettings(text, { addRestarts: [date] }));
}

/** History is fetched only where a person's commit, here or on main, makes it matter. */
async function besideMain(git: Git, head: string) {
  if ((await git('rev-parse', '--is-shallow-repository')) === 'true') {
    await git('fetch', '--quiet', '--unshallow', 'origin', 'HEAD', head);
  }
  const shared = await git('merge-base', 'HEAD', head);
  return { hasMain: shared === (await git('rev-parse', 'HEAD')), isMerged: shared === head };
}
