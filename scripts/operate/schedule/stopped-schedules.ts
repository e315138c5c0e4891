import { addMinutes, type Instant } from '../../domain/time.ts';
import type { Actions } from '../../github/actions.ts';
import type { Trouble } from '../alarm/trouble.ts';
import { gapsOf, recentFires } from './cron-fires.ts';
import type { WorkflowFile } from './workflow-files.ts';

/** A run that GitHub drops now and then is no sign; three of the longest gaps without one are. */
const GAPS_TO_WAIT = 3;

const ADVICE: Readonly<Record<string, string>> = {
  disabled_inactivity:
    'GitHub has switched it off because nothing happened in the repository for 60 days: on the Actions page, choose the workflow and press Enable workflow.',
  disabled_manually:
    'Somebody has switched it off: on the Actions page, choose the workflow and press Enable workflow.',
  disabled_fork:
    'GitHub switches schedules off in forks: on the Actions page, choose the workflow and press Enable workflow.',
};

/**
 * Scheduled workflows that the schedule starts no more. Only successful runs whose event is
 * `schedule` prove that it lives: GitHub calls a workflow active whose cron has stopped, and one that
 * is started by hand says nothing of it. So only runs of another trigger need to ask.
 */
export async function stoppedSchedules(
  actions: Pick<Actions, 'runs' | 'workflow'>,
  files: readonly WorkflowFile[],
  now: Instant,
  runUrl: string,
): Promise<readonly Trouble[]> {
  const troubles: Trouble[] = [];
  for (const file of files.filter(({ crons }) => crons.length > 0)) {
    const limit = addMinutes(now, -GAPS_TO_WAIT * longestGap(file, now));
    const [last] = await actions.runs(file.file, {
      event: 'schedule',
      status: 'success',
      perPage: 1,
    });
    if (last !== undefined && last.createdAt >= limit) continue;
    const { state, createdAt } = await actions.workflow(file.file);
    if (createdAt >= limit) continue;
    troubles.push({
      scope: 'schedule',
      cause: file.file,
      title: `The schedule of ${file.file} has stopped`,
      message: last
        ? `Its last successful run by the schedule began at ${last.createdAt}; GitHub calls the workflow "${state}".`
        : `No run by the schedule has ever succeeded; GitHub calls the workflow "${state}".`,
      advice:
        ADVICE[state] ??
        'Change the minute of one of its cron lines and push: that makes GitHub read the schedule anew. Start it by hand until then.',
      since: last?.createdAt ?? createdAt,
      times: 1,
      runUrl,
    });
  }
  return troubles;
}

function longestGap({ crons }: WorkflowFile, now: Instant): number {
  const weeks = 5 * 7 * 24 * 60;
  return gapsOf(recentFires(crons, now))?.longestMinutes ?? weeks;
}
