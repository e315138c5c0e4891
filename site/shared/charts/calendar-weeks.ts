import type { Span } from '../spans.ts';
import { addDays, type ReportingDate, weekday } from '../time.ts';

/** Calendar days of a week. */
export const DAYS_OF_WEEK = 7;

/** A calendar week, Monday to Sunday. */
export interface Week {
  readonly monday: ReportingDate;
  /** What was read in it, with the days that the figure covers; null: nothing was read. */
  readonly read: {
    readonly newCases: number;
    readonly from: ReportingDate;
    readonly to: ReportingDate;
  } | null;
}

/**
 * New cases by calendar week, from the first day read to the last, including weeks without a read. A
 * figure belongs to the week in which it was reported, even if it also covers earlier days.
 *
 * @param spans every day read, ascending
 */
export function calendarWeeks(spans: readonly Span[]): readonly Week[] {
  const byWeek = new Map<ReportingDate, Week['read']>();
  for (const { date, days, newCases } of spans) {
    const monday = mondayOf(date);
    const before = byWeek.get(monday);
    byWeek.set(monday, {
      newCases: (before?.newCases ?? 0) + newCases,
      from: before?.from ?? addDays(date, 1 - days),
      to: date,
    });
  }
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return [];
  const weeks: Week[] = [];
  for (
    let monday = mondayOf(first.date);
    monday <= last.date;
    monday = addDays(monday, DAYS_OF_WEEK)
  ) {
    weeks.push({ monday, read: byWeek.get(monday) ?? null });
  }
  return weeks;
}

/** Whether a week's figure covers exactly its seven days. */
export function isWhole({ monday, read }: Week): boolean {
  return read !== null && read.from === monday && read.to === addDays(monday, DAYS_OF_WEEK - 1);
}

function mondayOf(date: ReportingDate): ReportingDate {
  return addDays(date, 1 - weekday(date));
}
