import { hoursBetween, type Instant } from '../../domain/time.ts';
import type { Actions, RunJob, WorkflowRun } from '../../github/actions.ts';

/**
 * How a run ended, as far as the alarm is concerned. `nothing`: it was superseded while it waited,
 * cancelled by a person, skipped, or is still under way; it neither raises nor ends an alarm.
 */
export type RunVerdict = 'success' | 'failure' | 'nothing';

/** Tolerance around a job's limit. A person rarely cancels within just these seconds. */
const SECONDS_OF_GRACE = 15;

/**
 * Judges a run. GitHub uses `cancelled` for four things: superseded, cancelled by a person, a job
 * over its limit, a lost runner. The jobs show which: a superseded run has none, and a job over its
 * limit ran for about that long.
 *
 * @param jobs of a cancelled run; ignored for others
 * @param limits minutes that each job may take, by its name; GitHub's default is 360
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

/** Whether a job of a cancelled run ran out of time or, having failed, lost its runner. */
function isLost({ conclusion, startedAt, completedAt }: RunJob, limitMinutes: number): boolean {
  if (conclusion === 'failure' || conclusion === 'timed_out') return true;
  if (conclusion !== 'cancelled' || startedAt === null || completedAt === null) return false;
  return hoursBetween(startedAt, completedAt) * 3600 >= limitMinutes * 60 - SECONDS_OF_GRACE;
}

/** Failures in a row, the latest included. */
export interface Streak {
  readonly times: number;
  /** When the first of them began. */
  readonly since: Instant;
}

/** What counting failures needs besides the list of runs. */
export interface StreakFacts {
  /** Id of the run that asks. It is left out, because it has no conclusion yet. */
  readonly thisRun: number;
  /** Minutes that each job may take, by its name. */
  readonly limits: ReadonlyMap<string, number>;
}

const RUNS_LOOKED_AT = 30;
const MOST_JOB_LISTS = 5;

/**
 * How long a workflow has been failing, counting this run and those directly before it.
 *
 * @param workflow name of its file, such as `update.yml`
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
 * @returns undefined if the last run that ended was a success, or none has ended
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
