import { describe, expect, it } from 'vitest';
import { reportingDate } from '../../scripts/domain/reporting-date.ts';
import { barChart, cumulativeChart, type Span } from '../../scripts/site/charts/bars.ts';

const spans = (
  ...list: readonly (readonly [date: string, days: number, newCases: number])[]
): Span[] => list.map(([date, days, newCases]) => ({ date: reportingDate(date), days, newCases }));
const draw = (list: readonly Span[]) => barChart(list, (date) => date.slice(0, 7), String);
/** The bars of a path as [from, top, to, foot]. */
const bars = (path: string) =>
  [...path.matchAll(/M([-\d.]+),([-\d.]+)V([-\d.]+)H([-\d.]+)/g)].map(
    ([, from, foot, top, to]) => ({
      from: Number(from),
      to: Number(to),
      foot: Number(foot),
      top: Number(top),
    }),
  );

describe('barChart', () => {
  it('draws a correction below the axis, apart from what is new', () => {
    const chart = draw(spans(['2021-03-01', 1, 4], ['2021-03-02', 1, -2]));
    expect(bars(chart?.gains ?? '')).toHaveLength(1);
    const [correction] = bars(chart?.corrections ?? '');
    expect(correction && correction.top > correction.foot).toBe(true);
  });

  it('lets a bar span the days that were not read', () => {
    const chart = draw(spans(['2021-03-01', 1, 1], ['2021-03-02', 1, 1], ['2021-03-06', 4, 1]));
    const widths = bars(chart?.gains ?? '').map(({ from, to }) => to - from);
    expect((widths[2] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(4, 0);
  });

  it('leaves a gap in the axis where days were not read', () => {
    const chart = draw(spans(['2021-03-01', 1, 1], ['2021-03-02', 1, 0], ['2021-03-06', 4, 0]));
    expect(chart?.axis.match(/M/g)).toHaveLength(2);
  });

  it('draws nothing for a day without change', () => {
    expect(draw(spans(['2021-03-01', 1, 0], ['2021-03-02', 1, 0]))?.gains).toBe('');
  });

  it('is none without a day', () => {
    expect(draw([])).toBeUndefined();
  });
});

describe('cumulativeChart', () => {
  it('starts at 0 and ends at the sum', () => {
    const list = spans(['2021-03-01', 1, 3], ['2021-03-02', 1, -1], ['2021-03-03', 1, 2]);
    const chart = cumulativeChart(list, (date) => date, String);
    const [first] = /M([\d.]+),([\d.]+)/.exec(chart?.line ?? '')?.slice(2) ?? [];
    const zero = chart?.grid.find(({ label }) => label === '0')?.y;
    expect(Number(first)).toBe(zero);
  });
});
