import { scaleLinear } from 'd3-scale';
import type { Span } from '../spans.ts';
import { dayNumber } from '../time.ts';
import {
  axisOf,
  BOTTOM,
  bar,
  type Chart,
  chartOf,
  HEIGHT,
  type Labels,
  LEFT,
  round,
  TOP,
  WIDTH,
} from './chart.ts';
import type { DailyMean } from './daily-means.ts';

/**
 * A chart with a bar of new cases per reporting date, and a line of the 7-day means that are known.
 *
 * @param spans every day read, ascending; days without change only extend the axis
 * @param means ascending; the line is broken where days in between have none
 * @param alongside figures of other charts that should have the same scale
 * @returns undefined if no day was read
 */
export function barChart(
  spans: readonly Span[],
  means: readonly DailyMean[],
  labels: Labels,
  alongside: readonly number[] = [],
): Chart | undefined {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return undefined;
  const figures = [...alongside, ...spans.map((span) => span.newCases)];
  const x = scaleLinear([dayNumber(first.date), dayNumber(last.date) + 1], [LEFT, WIDTH]);
  const y = scaleLinear(
    [Math.min(0, ...figures), Math.max(1, ...figures)],
    [HEIGHT - BOTTOM, TOP],
  ).nice(4);
  const draw = (chosen: (span: Span) => boolean) =>
    spans
      .filter(chosen)
      .map(({ date, days, newCases }) => {
        const end = dayNumber(date) + 1;
        const from = Math.max(end - days, dayNumber(first.date));
        return bar(x(from), x(end), y(0), y(newCases));
      })
      .join('');
  return chartOf(
    [
      { kind: 'gains', d: draw(({ newCases, days }) => newCases > 0 && days === 1) },
      { kind: 'several', d: draw(({ newCases, days }) => newCases > 0 && days > 1) },
      { kind: 'corrections', d: draw(({ newCases }) => newCases < 0) },
      {
        kind: 'axis',
        d: axisOf(
          spans.map(({ date }) => date),
          x,
          y(0),
        ),
      },
      { kind: 'mean', d: meanLine(means, x, y) },
    ],
    { x, y, first: first.date, last: last.date },
    labels,
  );
}

/** A line through the middle of each day; a day whose neighbours have no mean draws nothing. */
function meanLine(
  means: readonly DailyMean[],
  x: (day: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  let before = Number.NaN;
  for (const { date, mean } of means) {
    const day = dayNumber(date);
    path += `${day === before + 1 ? 'L' : 'M'}${round(x(day + 0.5))},${round(y(mean))}`;
    before = day;
  }
  return path;
}
