import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Refusal } from '../../domain/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import { AS_BOT, type Git, GitFailure, gitIn } from '../../github/git.ts';
import { openLedger } from '../../ledger/store.ts';
import { loadSettings } from '../../settings/load-settings.ts';
import { dataPath, inWorktree } from './held-branch.ts';
import type { HeldBranch } from './plan-held-request.ts';
import { HELD_BRANCH } from './stamp.ts';

export interface Review {
  readonly git: Git;
  readonly dataDir: string;
  readonly now: Instant;
  /** Refuses a data folder whose announced days are not as they were announced. */
  readonly checkAnnounced: (dataDir: string) => Promise<unknown>;
  readonly branch: HeldBranch;
}

/** What fails in a branch; the id is the same for the same words. */
export interface Problem {
  readonly id: string;
  readonly text: string;
}

export interface Reviewed {
  readonly problem: Problem | null;
  /** The branch's head afterwards. */
  readonly head: string;
}

/**
 * Looks after a branch with a person's commit on top: merges main into it, never the other way and
 * never by force, and checks the ledger that merging would publish.
 *
 * @param shouldMerge whether main has what the branch lacks
 */
export function reviewBranch(review: Review, shouldMerge: boolean): Promise<Reviewed> {
  const { git, branch } = review;
  return inWorktree(git, branch.head, async (folder) => {
    const there = gitIn(folder);
    const path = await dataPath(git, review.dataDir);
    if (shouldMerge) {
      const conflicts = await mergeMain(there, await git('rev-parse', 'HEAD'), `${path}/held.json`);
      if (conflicts.length > 0) {
        const files = conflicts.join(', ');
        const text = `Main has changed what this branch changes, and git cannot merge it: ${files}. Merge main into ${HELD_BRANCH} yourself, or close this to have it built anew when the source changes.`;
        return { head: branch.head, problem: problemOf(text) };
      }
      await there('push', '--quiet', 'origin', `HEAD:refs/heads/${HELD_BRANCH}`);
    }
    const problem = await check(join(folder, path), review);
    return { head: await there('rev-parse', 'HEAD'), problem };
  });
}

/** Merging removes `held.json`, whatever main has made of it. @returns files in conflict */
async function mergeMain(there: Git, main: string, heldFile: string): Promise<readonly string[]> {
  try {
    await there(...AS_BOT, 'merge', '--quiet', '--no-ff', '--no-commit', main);
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
  }
  await there('rm', '--quiet', '-f', '--ignore-unmatch', '--', heldFile);
  const conflicts = await there('diff', '--name-only', '--diff-filter=U');
  if (conflicts !== '') return conflicts.split('\n');
  await there(...AS_BOT, 'commit', '--quiet', '--message=Merge main into the held update');
  return [];
}

async function check(dataDir: string, { now, checkAnnounced }: Review): Promise<Problem | null> {
  try {
    const settings = await loadSettings(dataDir);
    await openLedger(dataDir, { notAfter: now, timeZone: settings.timeZone });
    await checkAnnounced(dataDir);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return problemOf(error.message);
    throw error;
  }
}

function problemOf(text: string): Problem {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { id: `problem-${hash}`, text };
}
