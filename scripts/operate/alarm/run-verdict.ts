import { hoursBetween, type Instant } from '../../domain/time.ts';
import type { Actions, RunJob, WorkflowRun } from '../../github/actions.ts';

/**
 * How a run ended, for an alarm. `nothing`: superseded while it waited, cancelled by a person,
 * skipped, or still under way; it alarms nobody and ends no alarm.
 */
export type RunVerdict = 'success' | 'failure' | 'nothing';

/** GitHub ends a job a little after its limit; a person rarely cancels in just these seconds. */
const SECONDS_OF_GRACE = 15;

/**
 * A cancelled run is four things (superseded, cancelled by a person, a job over its limit, a lost
 * runner); its jobs tell which. A superseded run has none, and one over its limit ran that long.
 *
 * @param jobs of a cancelled run; not looked at for others
 * @param limits minutes that each job may take, by its name; GitHub's own is 360
 */
export function runVerdict(
  run: Pick<WorkflowRun, 'conclusion'>,
  jobs: readonly RunJob[],
  limits: ReadonlyMap<string, number>,
): RunVerdict {
  switch (run.conclusion) {
    case 'success':
      return 'success';
    case 'failure':
    case 'timed_out':
    case 'startup_failure':
      return 'failure';
    case 'cancelled':
      return jobs.some((job) => isLost(job, limits.get(job.name) ?? 360)) ? 'failure' : 'nothing';
    default:
      return 'nothing';
  }
}

/** A job that failed although its run counts as cancelled has lost its runner. */
function isLost({ conclusion, startedAt, completedAt }: RunJob, limitMinutes: number): boolean {
  if (conclusion === 'failure' || conclusion === 'timed_out') return true;
  if (conclusion !== 'cancelled' || startedAt === null || completedAt === null) return false;
  return hoursBetween(startedAt, completedAt) * 3600 >= limitMinutes * 60 - SECONDS_OF_GRACE;
}

/** Failures in a row, this one included. */
export interface Streak {
  readonly times: number;
  readonly since: Instant;
}

export interface StreakFacts {
  /** The run that is asking: it has no conclusion yet. */
  readonly thisRun: number;
  /** Minutes that each job may take, by its name. */
  readonly limits: ReadonlyMap<string, number>;
}

const RUNS_LOOKED_AT = 30;
const MOST_JOB_LISTS = 5;

/**
 * How long a workflow has been failing, this run included, from the runs before it.
 *
 * @param workflow its file, such as `update.yml`
 */
export async function failureStreak(
  actions: Pick<Actions, 'runs' | 'jobs'>,
  workflow: string,
  facts: StreakFacts & { readonly now: Instant },
): Promise<Streak> {
  const runs = await actions.runs(workflow, { perPage: RUNS_LOOKED_AT });
  const before = await failuresIn(actions, runs, facts);
  return { times: (before?.times ?? 0) + 1, since: before?.since ?? facts.now };
}

/**
 * The failures in a row that a list of runs begins with.
 *
 * @param runs newest first
 * @returns undefined when the last run that ended was a success, or there is none
 */
export async function failuresIn(
  actions: Pick<Actions, 'jobs'>,
  runs: readonly WorkflowRun[],
  { thisRun, limits }: StreakFacts,
): Promise<Streak | undefined> {
  let streak: Streak | undefined;
  let lists = 0;
  for (const run of runs.filter(({ id }) => id !== thisRun)) {
    const isToAsk = run.conclusion === 'cancelled' && lists < MOST_JOB_LISTS;
    if (isToAsk) lists += 1;
    const verdict = runVerdict(run, isToAsk ? await actions.jobs(run.id) : [], limits);
    if (verdict === 'success') break;
    if (verdict === 'failure') streak = { times: (streak?.times ?? 0) + 1, since: run.createdAt };
  }
  return streak;
}
