import { describe, expect, it } from 'vitest';
import { barChart } from '../../../../site/shared/charts/bars.ts';
import { dailyMeans } from '../../../../site/shared/charts/daily-means.ts';
import { bars, labels, pathOf, spans, type Written } from './charts.ts';

const draw = (...list: readonly Written[]) => barChart(spans(...list), [], labels);
const week = (from: number, newCases: number) =>
  Array.from({ length: 7 }, (_, i) => [`2021-03-0${from + i}`, 1, newCases] as const);

describe('barChart', () => {
  it('draws a correction below the axis, apart from what is new', () => {
    const chart = draw(['2021-03-01', 1, 4], ['2021-03-02', 1, -2]);
    expect(bars(pathOf(chart, 'gains'))).toHaveLength(1);
    const [correction] = bars(pathOf(chart, 'corrections'));
    expect(correction && correction.top > correction.foot).toBe(true);
  });

  it('takes the scale of the charts that it stands beside', () => {
    const list = spans(['2021-03-01', 1, 2], ['2021-03-02', 1, 0]);
    const [alone, beside] = [[], [8, -3]].map((others) => barChart(list, [], labels, others));
    const highest = (chart: typeof alone) =>
      Math.max(...(chart?.grid ?? []).map(({ label }) => Number(label)));
    expect(highest(alone)).toBe(2);
    expect(highest(beside)).toBe(8);
  });

  it('lets a bar span the days that were not read, and marks it', () => {
    const chart = draw(['2021-03-01', 1, 1], ['2021-03-02', 1, 1], ['2021-03-06', 4, 1]);
    const width = (kind: 'gains' | 'several', index: number) => {
      const found = bars(pathOf(chart, kind))[index];
      return found ? found.to - found.from : 0;
    };
    expect(width('several', 0) / width('gains', 1)).toBeCloseTo(4, 0);
  });

  it('leaves a gap in the axis where days were not read', () => {
    const chart = draw(['2021-03-01', 1, 1], ['2021-03-02', 1, 0], ['2021-03-06', 4, 0]);
    expect(pathOf(chart, 'axis').match(/M/g)).toHaveLength(2);
  });

  it('draws nothing for a day without change', () => {
    const chart = draw(['2021-03-01', 1, 0], ['2021-03-02', 1, 0]);
    expect(chart?.marks.map(({ kind }) => kind)).toEqual(['axis']);
  });

  it('breaks the line of means where a window holds a day that was not read', () => {
    const list = spans(...week(1, 7), ['2021-03-08', 1, 0], ['2021-03-10', 2, 0]);
    const later = spans(
      ...Array.from({ length: 8 }, (_, i) => [`2021-03-${11 + i}`, 1, 0] as const),
    );
    const whole = [...list, ...later];
    const line = pathOf(barChart(whole, dailyMeans(whole), labels), 'mean');
    expect(line.match(/M/g)).toHaveLength(2);
  });

  it('is undefined without a day', () => {
    expect(draw()).toBeUndefined();
  });
});
