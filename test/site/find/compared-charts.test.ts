import { describe, expect, it } from 'vitest';
import { comparedCharts } from '../../../site/find/compared-charts.ts';
import { reportingDate } from '../../../site/shared/time.ts';
import { formatOf } from '../../../site/shared/words/format.ts';

const labels = formatOf('en-US');
const spans = (...counts: readonly number[]) =>
  counts.map((newCases, index) => ({
    date: reportingDate(`2021-03-0${index + 1}`),
    days: 1,
    newCases,
  }));

describe('comparedCharts', () => {
  it('draws all on one scale', () => {
    const [few, many] = comparedCharts([{ spans: spans(1, 0) }, { spans: spans(40, 2) }], labels);
    expect(few?.chart?.grid).toEqual(many?.chart?.grid);
    expect(few?.chart?.grid.at(-1)?.label).toBe('40');
  });

  it('draws none of a school without a figure, not even a line at 0', () => {
    const silent = { spans: spans(0, 0), no_figure_yet: true as const };
    const drawn = comparedCharts([{ spans: spans(0, 0) }, silent], labels);
    expect(drawn.map(({ chart }) => chart === null)).toEqual([false, true]);
    expect(drawn[1]?.school).toBe(silent);
  });

  it('draws nothing while no day was read', () => {
    expect(comparedCharts([{ spans: [] }], labels)).toEqual([]);
  });
});
