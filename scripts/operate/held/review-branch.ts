import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Refusal } from '../../domain/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import { AS_BOT, type Git, GitFailure } from '../../github/git.ts';
import { openLedger } from '../../ledger/store.ts';
import { loadSettings } from '../../settings/load-settings.ts';
import { dataPath, inWorktree } from './held-branch.ts';
import type { HeldBranch } from './plan-held-request.ts';
import { HELD_BRANCH } from './request-stamp.ts';

/** What reviewing a branch with a person's commit on top needs. */
export interface BranchReview {
  readonly git: Git;
  readonly dataDir: string;
  readonly now: Instant;
  /** Throws a Refusal if lines of announced days differ from what was announced. */
  readonly checkAnnounced: (dataDir: string) => Promise<unknown>;
  readonly branch: HeldBranch;
}

/**
 * What is wrong with a branch. The id is derived from the text, so the same problem has the same
 * id.
 */
export interface Problem {
  readonly id: string;
  readonly text: string;
}

/** What came of a review. */
export interface BranchReviewResult {
  /** null: the branch can be merged. */
  readonly problem: Problem | null;
  /** The branch's head afterwards. */
  readonly head: string;
}

/**
 * Takes care of a branch with a person's commit on top: merges main into it, without force, and
 * validates the ledger that merging the branch would publish.
 *
 * @param shouldMerge whether main has commits that the branch lacks
 */
export function reviewBranch(
  review: BranchReview,
  shouldMerge: boolean,
): Promise<BranchReviewResult> {
  const { git, branch } = review;
  return inWorktree(git, branch.head, async (folder) => {
    const there = git.in(folder);
    const path = await dataPath(git, review.dataDir);
    if (shouldMerge) {
      const conflicts = await mergeMain(there, await git('rev-parse', 'HEAD'), `${path}/held.json`);
      if (conflicts.length > 0) {
        const files = conflicts.join(', ');
        const text = `Main has changed the same files as this branch, and git cannot merge them: ${files}. Merge main into ${HELD_BRANCH} yourself, or close this; then it is rebuilt when the source changes.`;
        return { head: branch.head, problem: problemOf(text) };
      }
      await there('push', '--quiet', 'origin', `HEAD:refs/heads/${HELD_BRANCH}`);
    }
    const problem = await check(join(folder, path), review);
    return { head: await there('rev-parse', 'HEAD'), problem };
  });
}

/** Merges main, removing `held.json` whatever main did to it. @returns files in conflict */
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

async function check(
  dataDir: string,
  { now, checkAnnounced }: BranchReview,
): Promise<Problem | null> {
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
