import { describe, expect, it } from 'vitest';
import { comparedCharts } from '../../../site/find/compared-charts.ts';
import { formatOf } from '../../../site/shared/words/format.ts';
import { daily, days, history, pathOf, seen } from '../shared/charts/charts.ts';

const labels = formatOf('en-US');
const shown = days('2021-03-01', '2021-03-08');
const school = (...counts: readonly number[]) => ({
  history: seen(daily('2021-03-01', ...counts)),
});

describe('comparedCharts', () => {
  it('draws all on one scale', () => {
    const [few, many] = comparedCharts([school(1, 0), school(40, 2)], shown, labels);
    expect(few?.chart?.grid).toEqual(many?.chart?.grid);
    expect(few?.chart?.grid.at(-1)?.label).toBe('40');
  });

  it('draws the week of one as a mean per day where another has figures of single days', () => {
    const week = { history: history(['2021-03-01', 1, 0], ['2021-03-08', 7, 7]) };
    const [alone] = comparedCharts([week], shown, labels);
    const [beside] = comparedCharts([week, school(2, 3)], shown, labels);
    expect(alone?.chart?.grid.at(-1)?.label).toBe('8');
    expect(beside?.chart?.grid.at(-1)?.label).toBe('3');
    expect(pathOf(beside?.chart ?? undefined, 'several')).not.toBe('');
  });

  it('draws the weeks of several by report, although the record of each begins on one day', () => {
    const weeks = () => ({ history: history(['2021-03-01', 1, 5], ['2021-03-08', 7, 7]) });
    const [first] = comparedCharts([weeks(), weeks()], shown, labels);
    expect(pathOf(first?.chart ?? undefined, 'several')).toBe('');
    expect(first?.chart?.grid.at(-1)?.label).toBe('8');
  });

  it('draws none of a school without a figure, not even a line at 0', () => {
    const silent = { ...school(0, 0), no_figure_yet: true as const };
    const drawn = comparedCharts([school(0, 0), silent], shown, labels);
    expect(drawn.map(({ chart }) => chart === null)).toEqual([false, true]);
    expect(drawn[1]?.school).toBe(silent);
  });
});
