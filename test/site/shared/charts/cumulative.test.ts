import { describe, expect, it } from 'vitest';
import { cumulativeChart } from '../../../../site/shared/charts/cumulative.ts';
import { days, labels, pathOf, spans } from './charts.ts';

describe('cumulativeChart', () => {
  const list = spans(['2021-03-01', 1, 3], ['2021-03-02', 1, -1], ['2021-03-03', 1, 2]);
  const chart = cumulativeChart(list, days('2021-03-01', '2021-03-03'), labels);
  const line = pathOf(chart, 'sum');
  const yOf = (label: string) => chart.grid.find((tick) => tick.label === label)?.y;

  it('starts at 0 and ends at the sum, at its right edge', () => {
    expect(Number(/M54,([\d.]+)/.exec(line)?.[1])).toBe(yOf('0'));
    expect(Number(/V([\d.]+)H640$/.exec(line)?.[1])).toBe(yOf('4'));
  });

  it('is a line at 0 where nothing changed', () => {
    const still = cumulativeChart([], days('2021-03-01', '2021-03-03'), labels);
    expect(pathOf(still, 'sum')).toMatch(/^M54,[\d.]+H640$/);
  });
});
