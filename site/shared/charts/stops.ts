import type { Span } from '../spans.ts';
import { addDays, dayNumber, type ReportingDate } from '../time.ts';
import { calendarWeeks, DAYS_OF_WEEK, type Week } from './calendar-weeks.ts';
import { type CaseHistory, historyFrom } from './case-history.ts';
import { dailyMeans } from './daily-means.ts';

/** What a chart shows at a place where a finger or an arrow key can stop. */
export interface Stop {
  /** Its first day, as `dayNumber` counts. */
  readonly from: number;
  /** The day after its last. */
  readonly end: number;
  /** The last day that its figure covers. */
  readonly date: ReportingDate;
  /** How many days the figure covers, those before the chart begins included. */
  readonly days: number;
  /** How many of them were not read. */
  readonly unread: number;
  /** null: nothing was read. */
  readonly figure: number | null;
  /** Mean of 7 days; undefined: not known, or not shown. */
  readonly mean?: number | undefined;
}

const CHART_KINDS = ['reports', 'means', 'weeks', 'sum', 'card'] as const;
/**
 * What a chart shows: new cases by report, without or with the mean of 7 days; by calendar week; added
 * up; by week up to the last day, as a card has them.
 */
export type ChartKind = (typeof CHART_KINDS)[number];

/** The kind that an attribute names; undefined: it names none. */
export function chartKind(name: string | undefined): ChartKind | undefined {
  return CHART_KINDS.find((kind) => kind === name);
}

/**
 * What a chart of this kind shows, in the order of time.
 *
 * @param since its first day; its last is the last day read
 */
export function stopsOf(
  kind: ChartKind,
  whole: CaseHistory,
  since: ReportingDate,
): readonly Stop[] {
  const { reads, reports } = historyFrom(whole, since);
  if (kind === 'weeks') return weeksFrom(whole.reads, since).map(weekStop);
  if (kind === 'card') return cardStops(reads, since);
  if (kind === 'sum') return sumStops(reads, since);
  const means = kind === 'means' ? dailyMeans(whole.reads) : [];
  const meanOn = new Map(means.map(({ date, mean }) => [date, mean]));
  const start = dayNumber(since);
  return reports.map(({ date, days: covered, reads: read, newCases }) => {
    const end = dayNumber(date) + 1;
    return {
      from: Math.max(end - covered, start),
      end,
      date,
      days: covered,
      unread: covered - read,
      figure: newCases,
      mean: meanOn.get(date),
    };
  });
}

/** The calendar weeks that a chart from this day on shows, each of them whole. */
export function weeksFrom(reads: readonly Span[], from: ReportingDate): readonly Week[] {
  return calendarWeeks(reads).filter(({ monday }) => addDays(monday, DAYS_OF_WEEK) > from);
}

function weekStop({ monday, read }: Week): Stop {
  const date = read?.to ?? addDays(monday, DAYS_OF_WEEK - 1);
  const days = dayNumber(date) + 1 - dayNumber(read?.from ?? monday);
  return stop(dayNumber(monday), DAYS_OF_WEEK, date, days, read?.newCases ?? null);
}

/** A stop for each day read; days that were not read belong to the one before. */
function sumStops(reads: readonly Span[], since: ReportingDate): readonly Stop[] {
  let sum = 0;
  return reads.map(({ date, newCases }, index) => {
    sum += newCases;
    const start = dayNumber(index === 0 ? since : date);
    const end = dayNumber(reads[index + 1]?.date ?? addDays(date, 1));
    return stop(start, end - start, date, 1, sum);
  });
}

/** A stop for each week of a card, which end on its last day. */
function cardStops(reads: readonly Span[], since: ReportingDate): readonly Stop[] {
  const stops: Stop[] = [];
  const last = reads.at(-1)?.date ?? since;
  for (let start = since; start <= last; start = addDays(start, DAYS_OF_WEEK)) {
    const date = addDays(start, DAYS_OF_WEEK - 1);
    const own = reads.filter((read) => read.date >= start && read.date <= date);
    const figure = own.length > 0 ? own.reduce((sum, { newCases }) => sum + newCases, 0) : null;
    stops.push(stop(dayNumber(start), DAYS_OF_WEEK, date, DAYS_OF_WEEK, figure));
  }
  return stops;
}

function stop(
  from: number,
  width: number,
  date: ReportingDate,
  days: number,
  figure: number | null,
): Stop {
  return { from, end: from + width, date, days, unread: 0, figure };
}
