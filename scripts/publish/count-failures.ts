import { failureStreak } from '../alarm/run-verdict.ts';
import type { Progress, Publication } from './publication.ts';

export const UPDATE_WORKFLOW = 'update.yml';

/** Asks the runs before a failed one how long this has been going on. */
export async function countFailures(
  { github, run, update }: Publication,
  { failure, rejection, streak }: Progress,
): Promise<Partial<Progress>> {
  if (streak !== undefined || (failure === undefined && rejection === undefined)) return {};
  const facts = { thisRun: run.id, now: update.now, limits: new Map<string, number>() };
  return { streak: await failureStreak(github.actions, UPDATE_WORKFLOW, facts) };
}
