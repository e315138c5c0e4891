import { describe, expect, it } from 'vitest';
import { dailyMeans } from '../../../../site/shared/charts/daily-means.ts';
import { spans } from './charts.ts';

const days = (from: number, count: number) =>
  Array.from(
    { length: count },
    (_, i) => [`2021-03-${String(from + i).padStart(2, '0')}`, 1, i] as const,
  );

describe('dailyMeans', () => {
  it('is the mean of 7 calendar days, from the seventh day read on', () => {
    expect(dailyMeans(spans(...days(1, 8)))).toEqual([
      { date: '2021-03-07', mean: 3 },
      { date: '2021-03-08', mean: 4 },
    ]);
  });

  it('counts corrections', () => {
    expect(dailyMeans(spans(...days(1, 6), ['2021-03-07', 1, -22]))[0]?.mean).toBe(-1);
  });

  it('is left out where the window holds a day that was not read', () => {
    const list = spans(...days(1, 7), ['2021-03-09', 2, 7], ...days(10, 6));
    expect(dailyMeans(list).map(({ date }) => date)).toEqual(['2021-03-07', '2021-03-15']);
  });
});
