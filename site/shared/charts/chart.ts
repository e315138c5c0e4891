import { nice, ticks } from 'd3-array';
import { addDays, dayNumber, daysBetween, type ReportingDate, weekday } from '../time.ts';

/** The width of every chart, in units of its `viewBox`. */
const WIDTH = 640;
/** The height of every chart, in units of its `viewBox`. */
const HEIGHT = 210;
/** The space at the left for the figures of the grid, in units of the `viewBox`. */
export const LEFT = 54;
/** The space at the bottom for dates, in units of the `viewBox`. */
export const BOTTOM = 30;
/** The space at the top, in units of the `viewBox`. */
const TOP = 8;
/** About how many lines a grid has. */
const LINES = 4;
/** The largest number of dates named below the axis. */
const DATES = 5;
/** A date begins at its day; after this there is no room for it, in units of the `viewBox`. */
const LAST_DATE = WIDTH - 80;
/** Charts of fewer days name Mondays instead of months. */
const SHORT = 60;

/**
 * What a path shows, in this order: new cases of one day, or of one report where each covers several;
 * the mean per day of several days; new cases of an incomplete week; cases taken back; the 7-day mean;
 * the sum so far; the axis, on days that were read.
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
  readonly dates: readonly { readonly x: number; readonly label: string }[];
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** How the labels of a chart are written. */
export interface Labels {
  readonly month: (date: ReportingDate) => string;
  readonly dayOfMonth: (date: ReportingDate) => string;
  readonly number: (value: number) => string;
}

/** The days that a chart shows, both included. */
export interface Days {
  readonly from: ReportingDate;
  readonly to: ReportingDate;
}

/** Where days and figures lie, in units of the `viewBox`. */
export interface Axes extends Days {
  /** The left edge of a day; days are numbered as by `dayNumber`. */
  readonly x: (day: number) => number;
  readonly y: (figure: number) => number;
  /** Whole figures at which the grid has lines. */
  readonly lines: readonly number[];
}

/** Axes that have room for these figures, for 0, and for 1. */
export function axesOf(days: Days, figures: readonly number[]): Axes {
  const [least, most] = nice(Math.min(0, ...figures), Math.max(1, ...figures), LINES);
  const [first, end] = [dayNumber(days.from), dayNumber(days.to) + 1];
  return {
    ...days,
    x: (day) => LEFT + ((day - first) / (end - first)) * (WIDTH - LEFT),
    y: (figure) => TOP + ((most - figure) / (most - least)) * (HEIGHT - BOTTOM - TOP),
    lines: ticks(least, most, LINES).filter(Number.isInteger),
  };
}

/** Completes a chart with its grid and dates; marks with an empty path are left out. */
export function chartOf(marks: readonly Mark[], axes: Axes, labels: Labels): Chart {
  return {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    marks: marks.filter(({ d }) => d !== ''),
    grid: axes.lines.map((line) => ({ y: round(axes.y(line)), label: labels.number(line) })),
    dates: datesOf(axes, labels),
    left: LEFT,
    right: WIDTH,
    bottom: HEIGHT - 6,
  };
}

/** A bar by its edges, in units of the `viewBox`. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly top: number;
}

/**
 * The path of bars that stand on one foot, with a narrow gap at the right of each. It goes on from bar
 * to bar in steps, which repeat and so compress to half of what places would take.
 */
export function barsOf(bars: readonly Bar[], foot: number): string {
  const ground = round(foot);
  let at = 0;
  return bars
    .map(({ from, to, top }, index) => {
      const left = round(from);
      const move = index === 0 ? `M${left},${ground}` : `m${round(left - at)},0`;
      at = left;
      const gap = Math.min(1, (to - from) * 0.15);
      const [width, height] = [round(to - gap - left), round(ground - round(top))];
      return `${move}v${-height}h${width}v${height}z`;
    })
    .join('');
}

/** The path of a line through points, from each to the next in steps. */
export function lineOf(points: readonly (readonly [x: number, y: number])[]): string {
  let [left, top] = [0, 0];
  return points
    .map(([x, y], index) => {
      const step = `${index === 0 ? 'M' : 'l'}${round(round(x) - left)},${round(round(y) - top)}`;
      [left, top] = [round(x), round(y)];
      return step;
    })
    .join('');
}

/** The path of the axis: a segment for every run of consecutive days that were read. */
export function axisOf(dates: readonly ReportingDate[], { x, y }: Axes): string {
  const segments: [number, number][] = [];
  for (const date of dates) {
    const day = dayNumber(date);
    const last = segments.at(-1);
    if (last && last[1] === day) last[1] = day + 1;
    else segments.push([day, day + 1]);
  }
  return segments.map(([from, to]) => `M${round(x(from))},${round(y(0))}H${round(x(to))}`).join('');
}

/** Rounds a coordinate to one decimal, which keeps paths short. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The firsts of months below the axis, or Mondays where the days are few; no more than have room. */
function datesOf({ from, to, x }: Axes, { month, dayOfMonth }: Labels): Chart['dates'] {
  const isShort = daysBetween(from, to) < SHORT;
  const [next, name] = isShort ? [nextMonday, dayOfMonth] : [firstOfNextMonth, month];
  const found: { x: number; label: string }[] = [];
  for (let at = next(from); at <= to; at = next(at)) {
    found.push({ x: round(x(dayNumber(at))), label: name(at) });
  }
  const room = found.filter((date) => date.x < LAST_DATE);
  const step = Math.ceil(room.length / DATES);
  return room.filter((_, index) => index % step === 0);
}

function nextMonday(date: ReportingDate): ReportingDate {
  return addDays(date, 8 - weekday(date));
}

function firstOfNextMonth(date: ReportingDate): ReportingDate {
  return addDays(date.replace(/\d\d$/, '01') as ReportingDate, 31).replace(
    /\d\d$/,
    '01',
  ) as ReportingDate;
}
