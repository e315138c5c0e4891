import type { Span } from '../spans.ts';
import { addDays, dateFromDayNumber, dayNumber, type ReportingDate } from '../time.ts';

/** A figure with the days that it covers. */
export interface Report extends Span {
  /** On how many of them the source was read. */
  readonly reads: number;
}

/** What was read of the district or of a school, as charts draw it. */
export interface CaseHistory {
  /** Every day read, ascending. */
  readonly reads: readonly Span[];
  /**
   * The figures with the days that they cover, ascending: those of the reads, but one for a week of a
   * source that reports once a week, however often it was read.
   */
  readonly reports: readonly Report[];
}

/** The part from a day on. A report belongs to its last day. */
export function historyFrom({ reads, reports }: CaseHistory, from: ReportingDate): CaseHistory {
  const isIn = ({ date }: Span) => date >= from;
  return { reads: reads.filter(isIn), reports: reports.filter(isIn) };
}

/** Stands for a day that was not read. */
const UNREAD = '';
/** Stands for a day that was read, and whose cases are in the next report. */
const COVERED = '.';

/**
 * Writes a history for an attribute of its chart: the first day as `dayNumber` counts, then what stands
 * for each calendar day, such as `18876 1,0*4,,,3`. What stands there several times is written once.
 *
 * @returns empty if no day was read
 */
export function writeHistory({ reads, reports }: CaseHistory): string {
  const [first, last] = [reads[0], reads.at(-1)];
  if (!first || !last) return '';
  const figures = new Map(reports.map(({ date, newCases }) => [date, String(newCases)]));
  const read = new Set(reads.map(({ date }) => date));
  const runs: { what: string; days: number }[] = [];
  for (let date = first.date; date <= last.date; date = addDays(date, 1)) {
    const what = figures.get(date) ?? (read.has(date) ? COVERED : UNREAD);
    const run = runs.at(-1);
    if (run?.what === what) run.days += 1;
    else runs.push({ what, days: 1 });
  }
  const written = runs.map(({ what, days }) => (days > 1 ? `${what}*${days}` : what));
  return `${dayNumber(first.date)} ${written.join()}`;
}

/** The inverse of `writeHistory`. */
export function readHistory(written: string): CaseHistory {
  const [first = '', list = ''] = written.split(' ');
  if (first === '') return { reads: [], reports: [] };
  const reads: Span[] = [];
  const reports: Report[] = [];
  let date = dateFromDayNumber(Number(first));
  let [days, covers, read] = [0, 0, 0];
  for (const run of list.split(',')) {
    const [what = '', times = '1'] = run.split('*');
    for (let left = Number(times); left > 0; left -= 1) {
      days += 1;
      covers += 1;
      if (what !== UNREAD) {
        const newCases = Number(what) || 0;
        reads.push({ date, days, newCases });
        days = 0;
        read += 1;
        if (what !== COVERED) {
          reports.push({ date, days: covers, newCases, reads: read });
          covers = read = 0;
        }
      }
      date = addDays(date, 1);
    }
  }
  return { reads, reports };
}

/** The first calendar day that a report covers, as `dayNumber` counts. */
export function firstDayOf({ date, days }: Span): number {
  return dayNumber(date) + 1 - days;
}
