import { describe, expect, it } from 'vitest';
import { cumulativeChart } from '../../../../site/shared/charts/cumulative.ts';
import { days, labels, pathOf, spans } from './charts.ts';

describe('cumulativeChart', () => {
  const list = spans(['2021-03-01', 1, 3], ['2021-03-02', 1, -1], ['2021-03-03', 1, 2]);
  const chart = cumulativeChart(list, days('2021-03-01', '2021-03-03'), labels);
  const line = pathOf(chart, 'sum');
  const yOf = (label: string) => chart.grid.find((tick) => tick.label === label)?.y;

  it('starts at 0 and ends at the sum, at its right edge', () => {
    const start = Number(/^M54,([\d.]+)h/.exec(line)?.[1]);
    const steps = [...line.matchAll(/v([-\d.]+)/g)].map(([, step]) => Number(step));
    expect(start).toBe(yOf('0'));
    expect(steps.reduce((sum, step) => sum + step, start)).toBeCloseTo(yOf('4') ?? Number.NaN, 5);
    expect(line).toMatch(/H640$/);
  });

  it('is a line at 0 where nothing changed', () => {
    const still = cumulativeChart([], days('2021-03-01', '2021-03-03'), labels);
    expect(pathOf(still, 'sum')).toMatch(/^M54,[\d.]+H640$/);
  });
});
