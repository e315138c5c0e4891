import { failureStreak } from '../alarm/run-verdict.ts';
import { readWorkflowFiles } from '../schedule/workflow-files.ts';
import type { Progress, Publication } from './publication.ts';

export const UPDATE_WORKFLOW = 'update.yml';

/** Asks the runs before a failed one how long this has been going on. */
export async function countFailures(
  { git, github, run, update }: Publication,
  { failure, rejection, streak }: Progress,
): Promise<Partial<Progress>> {
  if (streak !== undefined || (failure === undefined && rejection === undefined)) return {};
  const files = await readWorkflowFiles(await git('rev-parse', '--show-toplevel'));
  const limits = files.find(({ file }) => file === UPDATE_WORKFLOW)?.limits ?? new Map();
  const facts = { thisRun: run.id, now: update.now, limits };
  return { streak: await failureStreak(github.actions, UPDATE_WORKFLOW, facts) };
}
