import type { Span } from '../spans.ts';
import { dayNumber } from '../time.ts';
import { type CaseHistory, firstDayOf, historyFrom } from './case-history.ts';
import {
  type Axes,
  axesOf,
  axisOf,
  type Bar,
  barsOf,
  type Chart,
  chartOf,
  type Days,
  type Labels,
  lineOf,
} from './chart.ts';
import type { DailyMean } from './daily-means.ts';

/**
 * What the height of a bar means: new cases per day, so that a week's figure is not drawn as if it were
 * one day's; or the report's figure, where none covers a single day.
 */
export type BarUnit = 'day' | 'report';

/** The unit of a chart, or of several that should have the same. */
export function unitOf(reports: readonly Span[]): BarUnit {
  // A correction comes on a day of its own from a source that reports once a week, too; and the first
  // figure of a record covers nobody knows how many days.
  const [first = ''] = reports.map(({ date }) => date).sort();
  const figures = reports.filter(({ date, newCases }) => date > first && newCases > 0);
  return figures.length > 0 && figures.every(({ days }) => days > 1) ? 'report' : 'day';
}

/** The heights of bars. */
export function heightsOf(reports: readonly Span[], unit: BarUnit): readonly number[] {
  return reports.map((report) => heightOf(report, unit));
}

/** What a chart has besides its history. */
interface BarOptions {
  /** The days shown; `to` is the last one read. */
  readonly days: Days;
  readonly labels: Labels;
  /** Ascending; the line is broken where days in between have none. Absent: no line. */
  readonly means?: readonly DailyMean[];
  /** Absent: as the reports shown need it. */
  readonly unit?: BarUnit;
  /** Heights of other charts that should have the same scale. */
  readonly alongside?: readonly number[];
}

/**
 * A chart with a bar for each report, as wide as the days that it covers, and a line of the 7-day means
 * that are known. Reports without change only extend the axis.
 */
export function barChart(whole: CaseHistory, options: BarOptions): Chart {
  const { days, labels, means = [], alongside = [] } = options;
  const { reads, reports } = historyFrom(whole, days.from);
  const { unit = unitOf(reports) } = options;
  const drawn = means.filter(({ date }) => date >= days.from);
  // The first means shown also count days before the chart, which may have been higher.
  const tops = drawn.map(({ mean }) => mean);
  const axes = axesOf(days, [...alongside, ...heightsOf(reports, unit), ...tops]);
  const draw = (chosen: (report: Span) => boolean) =>
    barsOf(
      reports.filter(chosen).map((report) => barOf(report, unit, axes)),
      axes.y(0),
    );
  const isMean = (report: Span) => unit === 'day' && report.days > 1;
  return chartOf(
    [
      { kind: 'gains', d: draw((report) => report.newCases > 0 && !isMean(report)) },
      { kind: 'several', d: draw((report) => report.newCases > 0 && isMean(report)) },
      { kind: 'corrections', d: draw(({ newCases }) => newCases < 0) },
      {
        kind: 'axis',
        d: axisOf(
          reads.map(({ date }) => date),
          axes,
        ),
      },
      { kind: 'mean', d: meanLine(drawn, axes) },
    ],
    axes,
    labels,
  );
}

function heightOf({ days, newCases }: Span, unit: BarUnit): number {
  return unit === 'day' ? newCases / days : newCases;
}

function barOf(report: Span, unit: BarUnit, { x, y, from }: Axes): Bar {
  const start = Math.max(firstDayOf(report), dayNumber(from));
  return { from: x(start), to: x(dayNumber(report.date) + 1), top: y(heightOf(report, unit)) };
}

/** A line through the middle of each day; a day whose neighbours have no mean draws nothing. */
function meanLine(means: readonly DailyMean[], { x, y }: Axes): string {
  const runs: { last: number; points: [number, number][] }[] = [];
  for (const { date, mean } of means) {
    const day = dayNumber(date);
    const run = runs.at(-1);
    const point: [number, number] = [x(day + 0.5), y(mean)];
    if (run?.last === day - 1) {
      run.points.push(point);
      run.last = day;
    } else runs.push({ last: day, points: [point] });
  }
  return runs.map(({ points }) => lineOf(points)).join('');
}
