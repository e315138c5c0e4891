import { addDays, dayNumber } from '../time.ts';
import { DAYS_OF_WEEK, isWhole, type Week } from './calendar-weeks.ts';
import { axesOf, axisOf, barsOf, type Chart, chartOf, type Days, type Labels } from './chart.ts';

/**
 * A chart with a bar for each calendar week. Weeks whose figure does not cover exactly their seven
 * days are marked, and weeks in which nothing was read leave a gap.
 *
 * @param weeks those shown, which may begin before the days and end after them
 */
export function weekChart(weeks: readonly Week[], days: Days, labels: Labels): Chart {
  const [first, last] = [weeks[0], weeks.at(-1)];
  const axes = axesOf(
    {
      from: first?.monday ?? days.from,
      to: last ? addDays(last.monday, DAYS_OF_WEEK - 1) : days.to,
    },
    weeks.map((week) => week.read?.newCases ?? 0),
  );
  const { x, y } = axes;
  const draw = (chosen: (week: Week, newCases: number) => boolean) =>
    barsOf(
      weeks.flatMap((week) => {
        const newCases = week.read?.newCases ?? 0;
        const monday = dayNumber(week.monday);
        if (newCases === 0 || !chosen(week, newCases)) return [];
        return [{ from: x(monday), to: x(monday + DAYS_OF_WEEK), top: y(newCases) }];
      }),
      y(0),
    );
  const read = weeks
    .filter((week) => week.read)
    .flatMap(({ monday }) =>
      Array.from({ length: DAYS_OF_WEEK }, (_, index) => addDays(monday, index)),
    );
  return chartOf(
    [
      { kind: 'gains', d: draw((week, figure) => figure > 0 && isWhole(week)) },
      { kind: 'partial', d: draw((week, figure) => figure > 0 && !isWhole(week)) },
      { kind: 'corrections', d: draw((_, figure) => figure < 0) },
      { kind: 'axis', d: axisOf(read, axes) },
    ],
    axes,
    labels,
  );
}
