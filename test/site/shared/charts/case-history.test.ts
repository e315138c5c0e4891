import { array, assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  historyFrom,
  readHistory,
  writeHistory,
} from '../../../../site/shared/charts/case-history.ts';
import { historyOf, weeklyReports } from '../../../../site/shared/charts/weekly-reports.ts';
import { districtSpans } from '../../../../site/shared/spans.ts';
import { addDays, reportingDate } from '../../../../site/shared/time.ts';
import { history, seen } from './charts.ts';

describe('writeHistory', () => {
  it('writes what was read, what was not, and what is written often once', () => {
    const whole = history(
      ['2021-03-01', 1, 3],
      ['2021-03-02', 1, 0],
      ['2021-03-03', 1, 0],
      ['2021-03-06', 3, -2],
    );
    expect(writeHistory(whole)).toBe('18687 3,0*2,*2,-2');
    expect(writeHistory({ reads: [], reports: [] })).toBe('');
  });

  it('is undone by readHistory, for any days read and any rhythm', () => {
    const figures = array(constantFrom(null, 0, 0, 0, 1, -1, 12, 700), { maxLength: 120 });
    const weekly = array(constantFrom(0, 3, 5), { minLength: 6, maxLength: 20 }).map((counts) =>
      counts.flatMap((count) => [0, 0, 0, 0, count, 0, null]),
    );
    assert(
      property(integer({ min: 0, max: 1 }), figures, weekly, (which, some, every) => {
        const days = (which === 0 ? some : every).flatMap((newCases, index) =>
          newCases === null
            ? []
            : [{ date: addDays(reportingDate('2021-03-01'), index), newCases }],
        );
        const reads = districtSpans(days);
        const whole = historyOf(reads, weeklyReports(reads));
        expect(readHistory(writeHistory(whole))).toEqual(whole);
      }),
    );
  });
});

describe('historyFrom', () => {
  it('keeps a report that ends on its first day, with all its days', () => {
    const whole = history(['2021-03-01', 1, 3], ['2021-03-08', 7, 5]);
    const { reports } = historyFrom(whole, reportingDate('2021-03-08'));
    expect(reports).toEqual([{ date: '2021-03-08', days: 7, reads: 1, newCases: 5 }]);
    expect(seen([]).reports).toEqual([]);
  });
});
