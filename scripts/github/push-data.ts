import { AS_BOT, type Git, GitFailure } from './git.ts';

const TRIES = 5;

/** What to push, and what to do if somebody else pushed first. */
export interface PushPlan {
  /** The folder that is committed, relative to the checkout. */
  readonly path: string;
  readonly branch: string;
  /**
   * Writes what is to be committed into the folder.
   *
   * @returns the commit's message, or undefined when there is nothing to commit
   */
  readonly write: () => Promise<string | undefined>;
  /** Somebody else pushed first, and the checkout is on their commit now: plan again. */
  readonly redo: () => Promise<void>;
  /** Called after each refused attempt, with git's reason. */
  readonly onRefused: (attempt: number, reason: string) => void;
  /** Waits before the next attempt. */
  readonly pause: (attempt: number) => Promise<void>;
}

/**
 * Commits the data as the bot and pushes it. If the push is refused because the branch has moved,
 * nothing is forced or merged: the work is planned again on the new head, at most five times.
 *
 * @returns the commit that is on the branch now, or undefined if there was nothing to commit
 * @throws GitFailure with git's own reason
 */
export async function pushData(git: Git, plan: PushPlan): Promise<string | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const message = await plan.write();
    const commit = message && (await commitAll(git, plan.path, message));
    if (!commit) return undefined;
    try {
      await git('push', 'origin', `HEAD:${plan.branch}`);
      return commit;
    } catch (error) {
      if (!(error instanceof GitFailure) || attempt === TRIES) throw error;
      plan.onRefused(attempt, error.message);
      await plan.pause(attempt);
    }
    await git('fetch', '--depth=1', 'origin', plan.branch);
    await git('reset', '--hard', 'FETCH_HEAD');
    await git('clean', '-fd', '--', plan.path);
    await plan.redo();
  }
}

async function commitAll(git: Git, path: string, message: string): Promise<string | undefined> {
  await git('add', '--all', '--', path);
  const changed = await git('diff', '--cached', '--name-only');
  if (changed === '') return undefined;
  await git(...AS_BOT, 'commit', '--quiet', `--message=${message}`);
  return git('rev-parse', 'HEAD');
}
