import type { Span } from '../spans.ts';
import { daysBetween, type ReportingDate, weekday } from '../time.ts';
import type { CaseHistory, Report } from './case-history.ts';

/** Of so many reports in a row that come a week apart, chance would have had to make each. */
const LEAST_REPORTS = 6;
/** Days between two reports of a source that reports once a week, with or without one in between. */
const APART = /^([678]|1[345])$/;
/** The share of them that come on one day of the week. */
const SAME_WEEKDAY = 0.6;

/**
 * The dates on which a weekly report came, with the days since the one before, where a source reports
 * once a week but was read more often.
 *
 * @param reads the district's days read, ascending
 */
export function weeklyReports(reads: readonly Span[]): ReadonlyMap<ReportingDate, number> {
  // A correction says nothing of when a source reports.
  const changes = reads.filter(({ newCases }) => newCases > 0);
  const found = new Map<ReportingDate, number>();
  let run: Span[] = [];
  for (const change of [...changes, undefined]) {
    const last = run.at(-1);
    if (change && last && APART.test(String(daysBetween(last.date, change.date)))) {
      run.push(change);
      continue;
    }
    if (isWeekly(run)) for (const [date, days] of daysSince(run)) found.set(date, days);
    run = change ? [change] : [];
  }
  return found;
}

/**
 * Puts together what was read and the days that each figure covers.
 *
 * @param whole every day read, ascending
 * @param weekly what `weeklyReports` found in the district's
 */
export function historyOf(
  whole: readonly Span[],
  weekly: ReadonlyMap<ReportingDate, number>,
): CaseHistory {
  const reports: Report[] = [];
  for (const read of whole) {
    const days = weekly.get(read.date);
    let [covers, reads] = [read.days, 1];
    while (days !== undefined) {
      const before = reports.at(-1);
      // A day with a figure of its own, such as a correction, stays by itself.
      if (before?.newCases !== 0 || daysBetween(before.date, read.date) >= days) break;
      covers += before.days;
      reads += before.reads;
      reports.pop();
    }
    reports.push({ ...read, days: covers, reads });
  }
  return { reads: whole, reports };
}

function isWeekly(run: readonly Span[]): boolean {
  if (run.length < LEAST_REPORTS) return false;
  const counts = new Array<number>(8).fill(0);
  for (const { date } of run) counts[weekday(date)] = (counts[weekday(date)] ?? 0) + 1;
  return Math.max(...counts) >= run.length * SAME_WEEKDAY;
}

/** The first of a run has covered as many days as the second, as far as anybody knows. */
function daysSince(run: readonly Span[]): readonly (readonly [ReportingDate, number])[] {
  return run.map(({ date }, index) => {
    const before = run[index - 1];
    const after = run[index + 1];
    if (before) return [date, daysBetween(before.date, date)];
    return [date, after ? Math.min(8, daysBetween(date, after.date)) : 1];
  });
}
