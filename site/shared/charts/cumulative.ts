import type { Span } from '../spans.ts';
import { dayNumber } from '../time.ts';
import { axesOf, axisOf, type Chart, chartOf, type Days, type Labels, round } from './chart.ts';

/**
 * A chart of the running sum of new cases, which rises where a day with some begins. It starts at 0,
 * because baselines are not new cases.
 *
 * @param reads the days read among those shown, ascending
 */
export function cumulativeChart(reads: readonly Span[], days: Days, labels: Labels): Chart {
  let sum = 0;
  const turns = reads.flatMap(({ date, newCases }) => {
    sum += newCases;
    return newCases === 0 ? [] : [{ day: dayNumber(date), sum }];
  });
  const axes = axesOf(
    days,
    turns.map((turn) => turn.sum),
  );
  const { x, y } = axes;
  let [left, top] = [round(x(dayNumber(days.from))), round(y(0))];
  const start = `M${left},${top}`;
  const steps = turns.map((turn) => {
    const [right, up] = [round(x(turn.day)), round(y(turn.sum))];
    const step = `h${round(right - left)}v${round(up - top)}`;
    [left, top] = [right, up];
    return step;
  });
  const end = `H${round(x(dayNumber(days.to) + 1))}`;
  return chartOf(
    [
      { kind: 'sum', d: start + steps.join('') + end },
      {
        kind: 'axis',
        d: axisOf(
          reads.map(({ date }) => date),
          axes,
        ),
      },
    ],
    axes,
    labels,
  );
}
