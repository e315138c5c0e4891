import type { Span } from '../../../site/shared/spans.ts';
import { addDays, dayNumber, type ReportingDate } from '../../domain/time.ts';
import type { DayLine } from '../../ledger/model.ts';
import type { CardChart } from './card-chart.ts';

const WEEK = 7;
/** Weeks in a chart by week. */
export const WEEKS_SHOWN = 12;
const DAYS_SHOWN = 6 * WEEK;

/**
 * The last six weeks day by day. A bar also spans the days before it that were not read.
 *
 * @param spans the district's days read, ascending
 * @param last day shown
 */
export function chartByDay(
  spans: readonly Span[],
  last: ReportingDate,
  words: { readonly caption: string; number(value: number): string },
): CardChart {
  const first = dayNumber(last) - DAYS_SHOWN + 1;
  const shown = spans.filter(({ date }) => date <= last && dayNumber(date) >= first);
  const bars = shown
    .filter(({ newCases }) => newCases !== 0)
    .map(({ date, days, newCases }) => {
      const end = dayNumber(date) + 1 - first;
      return {
        from: Math.max(0, end - days) / DAYS_SHOWN,
        to: end / DAYS_SHOWN,
        value: newCases,
      };
    });
  return {
    caption: words.caption,
    bars,
    read: stretches(shown, first, DAYS_SHOWN),
    highest: words.number(Math.max(0, ...bars.map(({ value }) => value))),
  };
}

/**
 * The last twelve weeks, for what changes too seldom to be drawn by day.
 *
 * @param days the district's days read, ascending
 * @param lines the school's, ascending
 * @param last day shown, on which the last week ends
 */
export function chartByWeek(
  days: readonly DayLine[],
  lines: readonly { readonly date: ReportingDate; readonly newCases: number }[],
  last: ReportingDate,
  words: { readonly caption: string; number(value: number): string },
): CardChart {
  const length = WEEKS_SHOWN * WEEK;
  const first = addDays(last, 1 - length);
  const sums = new Array<number>(WEEKS_SHOWN).fill(0);
  for (const { date, newCases } of lines) {
    if (date < first || date > last) continue;
    const week = Math.floor((dayNumber(date) - dayNumber(first)) / WEEK);
    sums[week] = (sums[week] ?? 0) + newCases;
  }
  const shown = days.filter(({ date }) => date >= first && date <= last);
  return {
    caption: words.caption,
    bars: sums.flatMap((value, week) =>
      value === 0 ? [] : [{ from: week / WEEKS_SHOWN, to: (week + 1) / WEEKS_SHOWN, value }],
    ),
    read: stretches(shown, dayNumber(first), length),
    highest: words.number(Math.max(0, ...sums)),
  };
}

/** Runs of consecutive days that were read. */
function stretches(
  days: readonly { readonly date: ReportingDate }[],
  first: number,
  length: number,
): CardChart['read'] {
  const runs: [number, number][] = [];
  for (const { date } of days) {
    const day = dayNumber(date) - first;
    const run = runs.at(-1);
    if (run && run[1] === day) run[1] = day + 1;
    else runs.push([day, day + 1]);
  }
  return runs.map(([from, to]) => [from / length, to / length]);
}
