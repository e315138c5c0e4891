import type { SchoolId } from '../domain/school-id.ts';
import { addDays, type ReportingDate } from '../domain/time.ts';
import type { CaseLine, DayLine, Ledger } from './model.ts';

/** The lengths of the windows that pages and exports show, in calendar days. */
export const WINDOWS = [7, 14, 21] as const;

/** New cases with the date on which they were reported. */
interface DatedCases {
  readonly date: ReportingDate;
  readonly newCases: number;
}

/**
 * New cases in a window of calendar days that ends with a date. Only what is on record is summed:
 * days that were never read, and days before the first one, contribute nothing.
 *
 * @param lines ascending by date: a school's lines, or the district's days
 * @param last the window's last day
 * @param days length of the window, in calendar days
 * @returns cases; negative if more were taken back than added
 */
export function rollingTotal(
  lines: readonly DatedCases[],
  last: ReportingDate,
  days: number,
): number {
  const before = addDays(last, -days);
  let sum = 0;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index];
    if (!line || line.date <= before) break;
    if (line.date <= last) sum += line.newCases;
  }
  return sum;
}

/** New cases from a day (YYYY-MM-DD, included) to the end of the record. */
export function totalSince(lines: readonly DatedCases[], first: string): number {
  return lines.reduce((sum, line) => (line.date >= first ? sum + line.newCases : sum), 0);
}

/**
 * Whether a window includes a day that was not read or lies before the first one. The window's mean,
 * and any comparison with another window, would then be misleading.
 */
export function holdsUnreadDay(
  days: readonly DayLine[],
  last: ReportingDate,
  length: number,
): boolean {
  return daysNotRead(days, last, length) > 0;
}

/** How many days of a window were not read, those before the first day included. */
export function daysNotRead(days: readonly DayLine[], last: ReportingDate, length: number): number {
  const before = addDays(last, -length);
  return length - days.filter((day) => day.date > before && day.date <= last).length;
}

/** The lines of each school, ascending by date and update; schools without lines are absent. */
export function linesBySchool(ledger: Ledger): ReadonlyMap<SchoolId, readonly CaseLine[]> {
  const bySchool = new Map<SchoolId, CaseLine[]>();
  for (const line of ledger.cases) {
    const lines = bySchool.get(line.schoolId);
    if (lines) lines.push(line);
    else bySchool.set(line.schoolId, [line]);
  }
  return bySchool;
}
