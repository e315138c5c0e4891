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

/** Whether a schedule lives; `last` is its last successful run, null where it has had none. */
export type ScheduleLook =
  | { readonly kind: 'lives'; readonly last: Instant | null }
  /** `since` the last run, else since GitHub knows the file; `state` as GitHub calls the workflow. */
  | {
      readonly kind: 'stopped';
      readonly last: Instant | null;
      readonly since: Instant;
      readonly state: string;
    };

/**
 * Only successful runs whose event is `schedule` prove that a schedule lives: GitHub calls a workflow
 * active whose cron has stopped, and one that is started by hand says nothing of it. It has stopped
 * when no such run began within three of the longest gaps that its own lines ask for; a file that
 * GitHub has known for a shorter time may still have its first run ahead.
 */
export async function lookAtSchedule(
  actions: Pick<Actions, 'runs' | 'workflow'>,
  file: WorkflowFile,
  now: Instant,
): Promise<ScheduleLook> {
  const limit = addMinutes(now, -GAPS_TO_WAIT * longestGap(file, now));
  const [run] = await actions.runs(file.file, { event: 'schedule', status: 'success', perPage: 1 });
  const last = run?.createdAt ?? null;
  if (last !== null && last >= limit) return { kind: 'lives', last };
  const { state, createdAt } = await actions.workflow(file.file);
  if (createdAt >= limit) return { kind: 'lives', last };
  return { kind: 'stopped', last, since: last ?? createdAt, state };
}

/** Scheduled workflows that the schedule starts no more: only runs of another trigger need to ask. */
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
        ? `Its last successful run by the schedule began at ${last}; GitHub calls the workflow "${state}".`
        : `No run by the schedule has ever succeeded; GitHub calls the workflow "${state}".`,
      advice:
        ADVICE[state] ??
        'Change the minute of one of its cron lines and push: that makes GitHub read the schedule anew. Start it by hand until then.',
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
