import { describe, expect, it } from 'vitest';
import { calendarWeeks } from '../../../../site/shared/charts/calendar-weeks.ts';
import { weekChart } from '../../../../site/shared/charts/week-bars.ts';
import { bars, days, labels, pathOf, spans } from './charts.ts';

describe('weekChart', () => {
  it('marks a week that is not over, and draws one with more taken back than added below', () => {
    const whole = Array.from({ length: 14 }, (_, i) => {
      const date = `2021-03-${String(i + 1).padStart(2, '0')}`;
      return [date, 1, i < 7 ? 1 : -1] as const;
    });
    const weeks = calendarWeeks(spans(...whole, ['2021-03-15', 1, 2]));
    const chart = weekChart(weeks, days('2021-03-01', '2021-03-15'), labels);
    expect(bars(pathOf(chart, 'gains'))).toHaveLength(1);
    expect(bars(pathOf(chart, 'corrections'))).toHaveLength(1);
    expect(bars(pathOf(chart, 'partial'))).toHaveLength(1);
  });

  it('leaves a gap in the axis where a week was not read at all', () => {
    const weeks = calendarWeeks(spans(['2021-03-01', 1, 1], ['2021-03-15', 14, 1]));
    const chart = weekChart(weeks, days('2021-03-01', '2021-03-15'), labels);
    expect(pathOf(chart, 'axis').match(/M/g)).toHaveLength(2);
  });

  it('has an axis of its days where there is no week', () => {
    expect(weekChart([], days('2021-03-01', '2021-03-14'), labels).marks).toEqual([]);
  });
});
