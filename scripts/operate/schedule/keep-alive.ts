import { dayNumber, type Instant, type ReportingDate, reportingDateAt } from '../../domain/time.ts';
import type { Actions } from '../../github/actions.ts';
import type { Ledger } from '../../ledger/model.ts';
import type { WorkflowFile } from './workflow-files.ts';

/**
 * Whether a run's commit is the first of an ISO week. If so, the run also keeps every schedule
 * alive. Nothing has to be remembered for that, because the ledger shows what was committed before:
 * a day's line, a hold, or a failure to read.
 *
 * @param before the ledger as the run found it
 */
export function opensWeek(
  before: Pick<Ledger, 'days' | 'held' | 'failing'>,
  now: Instant,
  timeZone: string,
): boolean {
  const dateOf = (instant: Instant) => reportingDateAt(instant, timeZone);
  const dates: readonly ReportingDate[] = [
    ...before.days.slice(-1).map(({ date }) => date),
    ...(before.held ? [dateOf(before.held.checkedAt)] : []),
    ...(before.failing ? [dateOf(before.failing.checkedAt)] : []),
  ];
  const last = [...dates].sort().at(-1);
  return last === undefined || isoWeek(last) < isoWeek(dateOf(now));
}

/**
 * Enables every scheduled workflow file. GitHub disables a schedule after 60 days without activity
 * in the repository, file by file, and this call restarts the count.
 *
 * Source: GitHub's documentation of the `schedule` event.
 */
export async function keepSchedulesAlive(
  actions: Pick<Actions, 'enable'>,
  files: readonly WorkflowFile[],
): Promise<void> {
  for (const { file, crons } of files) if (crons.length > 0) await actions.enable(file);
}

/** Weeks since the one that contains 1970-01-01; they begin on Monday (ISO 8601). */
function isoWeek(date: ReportingDate): number {
  return Math.floor((dayNumber(date) + 3) / 7);
}
