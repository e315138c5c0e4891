import { describe, expect, it } from 'vitest';
import { cumulativeChart } from '../../../../site/shared/charts/cumulative.ts';
import { labels, pathOf, spans } from './charts.ts';

describe('cumulativeChart', () => {
  const list = spans(['2021-03-01', 1, 3], ['2021-03-02', 1, -1], ['2021-03-03', 1, 2]);
  const chart = cumulativeChart(list, labels);
  const line = pathOf(chart, 'sum');
  const yOf = (label: string) => chart?.grid.find((tick) => tick.label === label)?.y;

  it('starts at 0 and ends at the sum', () => {
    const [, first] = /M[\d.]+,([\d.]+)/.exec(line) ?? [];
    const [, last] = /,([\d.]+)$/.exec(line) ?? [];
    expect(Number(first)).toBe(yOf('0'));
    expect(Number(last)).toBe(yOf('4'));
  });

  it('is undefined without a day', () => {
    expect(cumulativeChart([], labels)).toBeUndefined();
  });
});
