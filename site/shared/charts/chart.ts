import type { ScaleLinear } from 'd3-scale';
import { dayNumber, type ReportingDate } from '../time.ts';

/** The width of every chart, in units of its `viewBox`. */
export const WIDTH = 640;
/** The height of every chart, in units of its `viewBox`. */
export const HEIGHT = 210;
/** The space at the left for the figures of the grid, in units of the `viewBox`. */
export const LEFT = 54;
/** The space at the bottom for the names of months, in units of the `viewBox`. */
export const BOTTOM = 30;
/** The space at the top, in units of the `viewBox`. */
export const TOP = 8;
/** The largest number of months named below the axis. */
const LABELS = 5;

/**
 * What a path shows, in this order: new cases of one day; of several days at once; of an incomplete
 * week; cases taken back; the 7-day mean; the sum so far; the axis, on days that were read.
 */
export type MarkKind = 'gains' | 'several' | 'partial' | 'corrections' | 'mean' | 'sum' | 'axis';

/** One path of a chart, and what it shows. */
export interface Mark {
  readonly kind: MarkKind;
  /** The `d` attribute of the SVG path. */
  readonly d: string;
}

/** Everything a template needs to draw a chart; coordinates are in the units of `viewBox`. */
export interface Chart {
  readonly viewBox: string;
  readonly marks: readonly Mark[];
  readonly grid: readonly { readonly y: number; readonly label: string }[];
  readonly months: readonly { readonly x: number; readonly label: string }[];
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** How the labels of a chart are written. */
export interface Labels {
  readonly month: (date: ReportingDate) => string;
  readonly number: (value: number) => string;
}

type Scale = ScaleLinear<number, number>;

/** Completes a chart with its grid and months; marks with an empty path are left out. */
export function chartOf(
  marks: readonly Mark[],
  { x, y, first, last }: { x: Scale; y: Scale; first: ReportingDate; last: ReportingDate },
  labels: Labels,
): Chart {
  return {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    marks: marks.filter(({ d }) => d !== ''),
    grid: y
      .ticks(4)
      .filter(Number.isInteger)
      .map((tick) => ({ y: round(y(tick)), label: labels.number(tick) })),
    months: monthsOf(first, last, x, labels.month),
    left: LEFT,
    right: WIDTH,
    bottom: HEIGHT - 6,
  };
}

/** The path of a bar from its foot to its top, with a narrow gap at its right. */
export function bar(from: number, to: number, foot: number, top: number): string {
  const gap = Math.min(1, (to - from) * 0.15);
  return `M${round(from)},${round(foot)}V${round(top)}H${round(to - gap)}V${round(foot)}Z`;
}

/** The path of the axis: a segment for every run of consecutive days that were read. */
export function axisOf(dates: readonly ReportingDate[], x: Scale, y: number): string {
  const segments: [number, number][] = [];
  for (const date of dates) {
    const day = dayNumber(date);
    const last = segments.at(-1);
    if (last && last[1] === day) last[1] = day + 1;
    else segments.push([day, day + 1]);
  }
  return segments.map(([from, to]) => `M${round(x(from))},${round(y)}H${round(x(to))}`).join('');
}

/** Rounds a coordinate to one decimal, which keeps paths short. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function monthsOf(
  first: ReportingDate,
  last: ReportingDate,
  x: Scale,
  name: (date: ReportingDate) => string,
): Chart['months'] {
  const starts: { x: number; label: string }[] = [];
  for (let at = firstOfNextMonth(first); at <= last; at = firstOfNextMonth(at)) {
    starts.push({ x: round(x(dayNumber(at))), label: name(at) });
  }
  const room = starts.filter((start) => start.x < WIDTH - 80);
  const step = Math.ceil(room.length / LABELS);
  return room.filter((_, index) => index % step === 0);
}

function firstOfNextMonth(date: ReportingDate): ReportingDate {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  const next =
    month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return next as ReportingDate;
}
