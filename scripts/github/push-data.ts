import { AS_BOT, type Git, GitFailure } from './git.ts';

const TRIES = 5;

export interface PushPlan {
  /** The folder that is committed, relative to the checkout. */
  readonly path: string;
  readonly branch: string;
  /** Message of what is in the folder now. */
  readonly message: string;
  /**
   * Somebody else pushed first: the checkout is on their commit; do the work again.
   *
   * @returns the new message, or undefined when there is nothing left to commit
   */
  readonly redo: () => Promise<string | undefined>;
  /** Told how each refused try went. */
  readonly onRefused: (attempt: number, reason: string) => void;
  /** Waits between tries. */
  readonly pause: (attempt: number) => Promise<void>;
}

/**
 * Commits the data as the bot and pushes it. A push that is refused because the branch moved is not
 * forced and not merged: the work is done again on the new head, five times at most.
 *
 * @returns the commit that is on the branch now, or undefined when nothing was left to commit
 * @throws GitFailure with git's own reason
 */
export async function pushData(git: Git, plan: PushPlan): Promise<string | undefined> {
  let message: string | undefined = plan.message;
  for (let attempt = 1; message !== undefined; attempt += 1) {
    const commit = await commitAll(git, plan.path, message);
    if (commit === undefined) return undefined;
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
    message = await plan.redo();
  }
  return undefined;
}

async function commitAll(git: Git, path: string, message: string): Promise<string | undefined> {
  await git('add', '--all', '--', path);
  const changed = await git('diff', '--cached', '--name-only');
  if (changed === '') return undefined;
  await git(...AS_BOT, 'commit', '--quiet', `--message=${message}`);
  return git('rev-parse', 'HEAD');
}
