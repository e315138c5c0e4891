import { scaleLinear } from 'd3-scale';
import { addDays, dayNumber } from '../time.ts';
import { isWhole, type Week } from './calendar-weeks.ts';
import {
  axisOf,
  BOTTOM,
  bar,
  type Chart,
  chartOf,
  HEIGHT,
  type Labels,
  LEFT,
  TOP,
  WIDTH,
} from './chart.ts';

const DAYS = 7;

/**
 * A chart with a bar for each calendar week. Weeks whose figure does not cover exactly their seven
 * days are marked, and weeks in which nothing was read leave a gap.
 *
 * @returns undefined if there is no week
 */
export function weekChart(weeks: readonly Week[], labels: Labels): Chart | undefined {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) return undefined;
  const figures = weeks.map((week) => week.read?.newCases ?? 0);
  const end = addDays(last.monday, DAYS - 1);
  const x = scaleLinear([dayNumber(first.monday), dayNumber(end) + 1], [LEFT, WIDTH]);
  const y = scaleLinear(
    [Math.min(0, ...figures), Math.max(1, ...figures)],
    [HEIGHT - BOTTOM, TOP],
  ).nice(4);
  const draw = (chosen: (week: Week, newCases: number) => boolean) =>
    weeks
      .flatMap((week) => {
        const newCases = week.read?.newCases ?? 0;
        const monday = dayNumber(week.monday);
        if (newCases === 0 || !chosen(week, newCases)) return [];
        return [bar(x(monday), x(monday + DAYS), y(0), y(newCases))];
      })
      .join('');
  const read = weeks.filter((week) => week.read);
  const days = read.flatMap(({ monday }) =>
    Array.from({ length: DAYS }, (_, index) => addDays(monday, index)),
  );
  return chartOf(
    [
      { kind: 'gains', d: draw((week, figure) => figure > 0 && isWhole(week)) },
      { kind: 'partial', d: draw((week, figure) => figure > 0 && !isWhole(week)) },
      { kind: 'corrections', d: draw((_, figure) => figure < 0) },
      { kind: 'axis', d: axisOf(days, x, y(0)) },
    ],
    { x, y, first: first.monday, last: end },
    labels,
  );
}
