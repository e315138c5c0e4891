import { addDays, type ReportingDate, reportingDate, weekday } from '../../domain/time.ts';
import type { DayLine } from '../../ledger/model.ts';

const DAYS = 7;

/** A day of a month. */
export interface CalendarDay {
  readonly date: ReportingDate;
  /** The day's line; unread: within the record, but without one; beyond: before or after it. */
  readonly state:
    | { readonly kind: 'read'; readonly day: DayLine }
    | { readonly kind: 'unread' | 'beyond' };
}

/** A month as a calendar shows it: weeks from Monday; null stands for days of other months. */
export interface CalendarMonth {
  /** `YYYY-MM`. */
  readonly id: string;
  readonly first: ReportingDate;
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
}

/** Consecutive days on which nothing was read. */
export interface Gap {
  readonly from: ReportingDate;
  readonly to: ReportingDate;
  readonly days: number;
}

/** Every month of the record, from the first day read to the last, ascending. */
export function calendarMonths(days: readonly DayLine[]): readonly CalendarMonth[] {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const read = new Map(days.map((day) => [day.date, day]));
  const stateOf = (date: ReportingDate): CalendarDay['state'] => {
    const day = read.get(date);
    if (day) return { kind: 'read', day };
    return { kind: date > first.date && date < last.date ? 'unread' : 'beyond' };
  };
  const months: CalendarMonth[] = [];
  for (let at = firstOfMonth(first.date); at <= last.date; at = firstOfMonth(addDays(at, 31))) {
    const sheet: (CalendarDay | null)[] = Array.from({ length: weekday(at) - 1 }, () => null);
    for (let date = at; date.startsWith(at.slice(0, 7)); date = addDays(date, 1)) {
      sheet.push({ date, state: stateOf(date) });
    }
    while (sheet.length % DAYS !== 0) sheet.push(null);
    const weeks = Array.from({ length: sheet.length / DAYS }, (_, week) =>
      sheet.slice(week * DAYS, (week + 1) * DAYS),
    );
    months.push({ id: at.slice(0, 7), first: at, weeks });
  }
  return months;
}

/** The gaps within a list of consecutive days. */
export function gapsIn(days: readonly CalendarDay[]): readonly Gap[] {
  const gaps: Gap[] = [];
  for (const { date, state } of days) {
    if (state.kind !== 'unread') continue;
    const last = gaps.at(-1);
    if (last && addDays(last.to, 1) === date) {
      gaps[gaps.length - 1] = { ...last, to: date, days: last.days + 1 };
    } else gaps.push({ from: date, to: date, days: 1 });
  }
  return gaps;
}

/** A month's own days, without what fills up its first and last week. */
export function daysOf(month: CalendarMonth): readonly CalendarDay[] {
  return month.weeks.flat().flatMap((day) => day ?? []);
}

function firstOfMonth(date: ReportingDate): ReportingDate {
  return reportingDate(`${date.slice(0, 7)}-01`);
}

const CLASSES = 5;

/** A class of figures, from `from` to `to`, both included. */
export interface HeatClass {
  /** 1 is the palest. */
  readonly rank: number;
  readonly from: number;
  readonly to: number;
}

/**
 * At most five classes from 1 to the highest figure, each about as many times as wide as the one
 * before: most days are small, and a few are not.
 *
 * @param highest the highest figure of a day; below 1 there is no class
 */
export function heatScale(highest: number): readonly HeatClass[] {
  if (highest < 1) return [];
  const starts = new Set(
    Array.from({ length: CLASSES }, (_, index) => Math.ceil(highest ** (index / CLASSES))),
  );
  const ascending = [...starts];
  return ascending.map((from, index) => ({
    rank: index + 1,
    from,
    to: (ascending[index + 1] ?? highest + 1) - 1,
  }));
}

/** Rank of the class of a figure; 0 for no new cases, and where more were taken back than added. */
export function heatOf(scale: readonly HeatClass[], figure: number): number {
  return scale.findLast(({ from }) => figure >= from)?.rank ?? 0;
}
