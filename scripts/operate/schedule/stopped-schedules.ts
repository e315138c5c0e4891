import { addMinutes, type Instant } from '../../domain/time.ts';
import type { Actions } from '../../github/actions.ts';
import type { Trouble } from '../alarm/trouble.ts';
import { gapsOf, recentFires } from './cron-fires.ts';
import type { WorkflowFile } from './workflow-files.ts';

/** GitHub drops a run now and then. Only three times the longest gap without one means a stop. */
const GAPS_TO_WAIT = 3;

const ADVICE: Readonly<Record<string, string>> = {
  disabled_inactivity:
    'GitHub has disabled it because nothing happened in the repository for 60 days: on the Actions page, choose the workflow and press Enable workflow.',
  disabled_manually:
    'Somebody has disabled it: on the Actions page, choose the workflow and press Enable workflow.',
  disabled_fork:
    'GitHub disables schedules in forks: on the Actions page, choose the workflow and press Enable workflow.',
};

/** Whether a schedule still works. `last`: its last successful run; null: it has had none. */
export type ScheduleState =
  | { readonly kind: 'lives'; readonly last: Instant | null }
  /**
   * `since`: the last run, or when GitHub first saw the file; `state`: GitHub's own word for it.
   */
  | {
      readonly kind: 'stopped';
      readonly last: Instant | null;
      readonly since: Instant;
      readonly state: string;
    };

/**
 * Judges a schedule by its successful runs whose event is `schedule`. Nothing else proves that it
 * works: GitHub calls a workflow active even if its cron has stopped, and runs started by hand
 * prove nothing about the schedule. It has stopped if no such run began within three times the
 * longest gap between its own cron times. A file that GitHub has known for less time than that may
 * still be waiting for its first run.
 */
export async function lookAtSchedule(
  actions: Pick<Actions, 'runs' | 'workflow'>,
  file: WorkflowFile,
  now: Instant,
): Promise<ScheduleState> {
  const limit = addMinutes(now, -GAPS_TO_WAIT * longestGap(file, now));
  const [run] = await actions.runs(file.file, { event: 'schedule', status: 'success', perPage: 1 });
  const last = run?.createdAt ?? null;
  if (last !== null && last >= limit) return { kind: 'lives', last };
  const { state, createdAt } = await actions.workflow(file.file);
  if (createdAt >= limit) return { kind: 'lives', last };
  return { kind: 'stopped', last, since: last ?? createdAt, state };
}

/** A trouble for each schedule that has stopped. Only runs started in another way need to ask. */
export async function stoppedSchedules(
  actions: Pick<Actions, 'runs' | 'workflow'>,
  files: readonly WorkflowFile[],
  now: Instant,
  runUrl: string,
): Promise<readonly Trouble[]> {
  const troubles: Trouble[] = [];
  for (const file of files.filter(({ crons }) => crons.length > 0)) {
    const look = await lookAtSchedule(actions, file, now);
    if (look.kind === 'lives') continue;
    const { last, since, state } = look;
    troubles.push({
      scope: 'schedule',
      cause: file.file,
      title: `The schedule of ${file.file} has stopped`,
      message: last
        ? `Its last successful scheduled run began at ${last}; GitHub calls the workflow "${state}".`
        : `No scheduled run has ever succeeded; GitHub calls the workflow "${state}".`,
      advice:
        ADVICE[state] ??
        'Change the minute of one of its cron lines and push: that makes GitHub read the schedule again. Until then, start it by hand.',
      since,
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
