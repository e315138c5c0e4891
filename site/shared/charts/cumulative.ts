import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { Span } from '../spans.ts';
import { dayNumber } from '../time.ts';
import {
  axisOf,
  BOTTOM,
  type Chart,
  chartOf,
  HEIGHT,
  type Labels,
  LEFT,
  round,
  TOP,
  WIDTH,
} from './chart.ts';

/**
 * A chart of the running sum of new cases. It starts at 0, because baselines are not new cases.
 *
 * @param spans every day read, ascending
 * @returns undefined if no day was read
 */
export function cumulativeChart(spans: readonly Span[], labels: Labels): Chart | undefined {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return undefined;
  let sum = 0;
  const points = spans.map((span) => {
    sum += span.newCases;
    return { day: dayNumber(span.date) + 1, sum };
  });
  const sums = points.map((point) => point.sum);
  const x = scaleLinear([dayNumber(first.date), dayNumber(last.date) + 1], [LEFT, WIDTH]);
  const y = scaleLinear([Math.min(0, ...sums), Math.max(1, ...sums)], [HEIGHT - BOTTOM, TOP]).nice(
    4,
  );
  const draw = line<(typeof points)[number]>()
    .x((point) => round(x(point.day)))
    .y((point) => round(y(point.sum)))
    .curve(curveStepAfter);
  const start = { day: dayNumber(first.date), sum: 0 };
  const turns = points.filter(
    (point, index) => point.sum !== (points[index - 1]?.sum ?? 0) || index === points.length - 1,
  );
  return chartOf(
    [
      { kind: 'sum', d: draw([start, ...turns]) ?? '' },
      {
        kind: 'axis',
        d: axisOf(
          spans.map(({ date }) => date),
          x,
          y(0),
        ),
      },
    ],
    { x, y, first: first.date, last: last.date },
    labels,
  );
}
