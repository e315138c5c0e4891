import type { SchoolId } from '../domain/school-id.ts';
import { addDays, type ReportingDate } from '../domain/time.ts';
import type { CaseLine, DayLine, Ledger } from './model.ts';

/** The windows that pages and exports show, in calendar days. */
export const WINDOWS = [7, 14, 21] as const;

/** A figure with the date it was reported on. */
interface Dated {
  readonly date: ReportingDate;
  readonly newCases: number;
}

/**
 * New cases of the last calendar days up to and including a date. Days that were never read hold
 * nothing, and before the first day there is nothing: the sum is of what is on record.
 *
 * @param lines ascending by date: a school's lines, or the district's days
 * @param days length of the window, in calendar days
 * @returns cases; negative when more were taken back than added
 */
export function rollingTotal(lines: readonly Dated[], last: ReportingDate, days: number): number {
  const before = addDays(last, -days);
  let sum = 0;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index];
    if (!line || line.date <= before) break;
    if (line.date <= last) sum += line.newCases;
  }
  return sum;
}

/** New cases from a day on, to the end of the record. */
export function totalSince(lines: readonly Dated[], first: string): number {
  return lines.reduce((sum, line) => (line.date >= first ? sum + line.newCases : sum), 0);
}

/**
 * Whether a window holds a day that was not read, or reaches before the first day: its mean and its
 * comparison with another window would mislead.
 */
export function holdsUnreadDay(
  days: readonly DayLine[],
  last: ReportingDate,
  length: number,
): boolean {
  return daysNotRead(days, last, length) > 0;
}

/** Days of a window that were not read, those before the first day included. */
export function daysNotRead(days: readonly DayLine[], last: ReportingDate, length: number): number {
  const before = addDays(last, -length);
  return length - days.filter((day) => day.date > before && day.date <= last).length;
}

/** Each school's lines, ascending by date and update; a school without lines is absent. */
export function linesBySchool(ledger: Ledger): ReadonlyMap<SchoolId, readonly CaseLine[]> {
  const bySchool = new Map<SchoolId, CaseLine[]>();
  for (const line of ledger.cases) {
    const lines = bySchool.get(line.schoolId);
    if (lines) lines.push(line);
    else bySchool.set(line.schoolId, [line]);
  }
  return bySchool;
}
