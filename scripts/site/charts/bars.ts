import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { dayNumber, type ReportingDate } from '../../domain/reporting-date.ts';

const WIDTH = 640;
const HEIGHT = 210;
const LEFT = 54;
const BOTTOM = 30;
const TOP = 8;
/** Months named below the axis at most. */
const LABELS = 5;

/** A figure with the days it stands for: more than one where days in between were not read. */
export interface Span {
  readonly date: ReportingDate;
  /** Calendar days since the day read before; 1 where that was yesterday. */
  readonly days: number;
  readonly newCases: number;
}

/** Everything a template needs to draw a chart; coordinates are in the units of `viewBox`. */
export interface Chart {
  readonly viewBox: string;
  /** New cases, above the axis. */
  readonly gains: string;
  /** Corrections, below it. */
  readonly corrections: string;
  /** The axis, drawn where days were read: a gap is a day that was not. */
  readonly axis: string;
  readonly grid: readonly { readonly y: number; readonly label: string }[];
  readonly months: readonly { readonly x: number; readonly label: string }[];
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Bars of new cases per reporting date.
 *
 * @param spans every day read, ascending; those without change draw nothing but the axis
 * @param month names a month below the axis
 */
export function barChart(
  spans: readonly Span[],
  month: (date: ReportingDate) => string,
  number: (value: number) => string,
): Chart | undefined {
  const { first, last } = ends(spans);
  if (!first || !last) return undefined;
  const figures = spans.map((span) => span.newCases);
  const x = scaleLinear([dayNumber(first.date), dayNumber(last.date) + 1], [LEFT, WIDTH]);
  const y = scaleLinear(
    [Math.min(0, ...figures), Math.max(1, ...figures)],
    [HEIGHT - BOTTOM, TOP],
  ).nice(4);
  const bar = ({ date, days, newCases }: Span) => {
    const end = dayNumber(date) + 1;
    const [from, to] = [x(Math.max(end - days, dayNumber(first.date))), x(end)];
    const gap = Math.min(1, (to - from) * 0.15);
    return `M${round(from)},${round(y(0))}V${round(y(newCases))}H${round(to - gap)}V${round(y(0))}Z`;
  };
  return {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    gains: spans
      .filter((span) => span.newCases > 0)
      .map(bar)
      .join(''),
    corrections: spans
      .filter((span) => span.newCases < 0)
      .map(bar)
      .join(''),
    axis: axisOf(spans, x, y(0)),
    grid: y
      .ticks(4)
      .filter(Number.isInteger)
      .map((tick) => ({ y: round(y(tick)), label: number(tick) })),
    months: monthsOf(first.date, last.date, x, month),
    left: LEFT,
    right: WIDTH,
    bottom: HEIGHT - 6,
  };
}

/** New cases added up, as a line that starts at 0: baselines are no news. */
export function cumulativeChart(
  spans: readonly Span[],
  month: (date: ReportingDate) => string,
  number: (value: number) => string,
): (Omit<Chart, 'gains' | 'corrections'> & { readonly line: string }) | undefined {
  const { first, last } = ends(spans);
  if (!first || !last) return undefined;
  let sum = 0;
  const points = spans.map((span) => {
    sum += span.newCases;
    return { day: dayNumber(span.date) + 1, sum };
  });
  const highest = Math.max(1, ...points.map((point) => point.sum));
  const lowest = Math.min(0, ...points.map((point) => point.sum));
  const x = scaleLinear([dayNumber(first.date), dayNumber(last.date) + 1], [LEFT, WIDTH]);
  const y = scaleLinear([lowest, highest], [HEIGHT - BOTTOM, TOP]).nice(4);
  const draw = line<(typeof points)[number]>()
    .x((point) => round(x(point.day)))
    .y((point) => round(y(point.sum)))
    .curve(curveStepAfter);
  const start = { day: dayNumber(first.date), sum: 0 };
  const turns = points.filter(
    (point, index) => point.sum !== (points[index - 1]?.sum ?? 0) || index === points.length - 1,
  );
  return {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    line: draw([start, ...turns]) ?? '',
    axis: axisOf(spans, x, y(0)),
    grid: y
      .ticks(4)
      .filter(Number.isInteger)
      .map((tick) => ({ y: round(y(tick)), label: number(tick) })),
    months: monthsOf(first.date, last.date, x, month),
    left: LEFT,
    right: WIDTH,
    bottom: HEIGHT - 6,
  };
}

function ends(spans: readonly Span[]) {
  return { first: spans[0], last: spans.at(-1) };
}

/** A segment for every run of days that were read one after the other. */
function axisOf(spans: readonly Span[], x: (day: number) => number, y: number): string {
  const segments: [number, number][] = [];
  for (const { date } of spans) {
    const day = dayNumber(date);
    const last = segments.at(-1);
    if (last && last[1] === day) last[1] = day + 1;
    else segments.push([day, day + 1]);
  }
  return segments.map(([from, to]) => `M${round(x(from))},${round(y)}H${round(x(to))}`).join('');
}

function monthsOf(
  first: ReportingDate,
  last: ReportingDate,
  x: (day: number) => number,
  name: (date: ReportingDate) => string,
): Chart['months'] {
  const starts: { x: number; label: string }[] = [];
  for (let at = firstOfNextMonth(first); at <= last; at = firstOfNextMonth(at)) {
    starts.push({ x: round(x(dayNumber(at))), label: name(at) });
  }
  const step = Math.ceil(starts.length / LABELS);
  const room = starts.filter((start) => start.x < WIDTH - 80);
  return room.filter((_, index) => index % step === 0);
}

function firstOfNextMonth(date: ReportingDate): ReportingDate {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  const next =
    month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return next as ReportingDate;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
