import { describe, expect, it } from 'vitest';
import { historyOf, weeklyReports } from '../../../../site/shared/charts/weekly-reports.ts';
import { schoolSpans } from '../../../../site/shared/spans.ts';
import { addDays, reportingDate } from '../../../../site/shared/time.ts';
import { daily, seen, spans } from './charts.ts';

/** Reads on each day from Monday, 1 March 2021, with a change on these days of the record. */
const changesOn = (length: number, ...on: readonly number[]) =>
  daily('2021-03-01', ...Array.from({ length }, (_, day) => (on.includes(day) ? 5 : 0)));
const weeks = (count: number, weekday = 4) =>
  Array.from({ length: count }, (_, week) => week * 7 + weekday);

describe('weeklyReports', () => {
  it.each([
    ['a change every Friday', changesOn(56, ...weeks(8)), [7, 7, 7, 7, 7, 7, 7, 7]],
    ['one that came a day late', changesOn(56, 4, 11, 19, 25, 32, 39, 46), [7, 7, 8, 6, 7, 7, 7]],
    ['a week without', changesOn(63, 4, 11, 25, 32, 39, 46, 53), [7, 7, 14, 7, 7, 7, 7]],
    ['a correction between', changesOn(56, ...weeks(8)).with(15, correction(15)), Array(8).fill(7)],
    ['five of them, which chance can make', changesOn(35, ...weeks(5)), []],
    [
      'a change on each school day',
      changesOn(56, ...[0, 1, 2, 3, 4].flatMap((d) => weeks(8, d))),
      [],
    ],
    ['changes now and then', changesOn(80, 4, 11, 13, 22, 30, 36, 45, 51, 60, 71), []],
    ['changes every six days', changesOn(70, 0, 6, 12, 18, 24, 30, 36, 42, 48), []],
    ['nothing', [], []],
  ])('finds those of %s', (_, reads, expected) => {
    expect([...weeklyReports(reads).values()]).toEqual(expected);
  });

  it('finds the weekly part of a record that was daily before', () => {
    const before = [3, 1, 2, 4, 2, 0, 0, 1, 3, 2, 2, 1, 0, 0];
    const after = Array.from({ length: 7 }, () => [0, 0, 0, 0, 9, 0, 0]).flat();
    const found = [...weeklyReports(daily('2021-03-01', ...before, ...after)).keys()];
    // The first week after a daily one has a Friday before it, and belongs to the weekly ones.
    expect(found).toHaveLength(8);
    expect(found.at(-1)).toBe('2021-04-30');
  });
});

describe('historyOf', () => {
  it('joins the reads of a week into one report, up to the last', () => {
    const { reads, reports } = seen(changesOn(59, ...weeks(8)));
    expect(reads).toHaveLength(59);
    expect(reports.slice(0, 2)).toEqual([
      { date: '2021-03-05', days: 5, reads: 5, newCases: 5 },
      { date: '2021-03-12', days: 7, reads: 7, newCases: 5 },
    ]);
    // Since the last report, nothing has come that would cover these days.
    expect(reports.slice(-5).map(({ days }) => days)).toEqual([1, 1, 1, 1, 1]);
  });

  it('counts days that were not read, and keeps a correction by itself', () => {
    const whole = changesOn(56, ...weeks(8)).with(16, correction(16));
    const gap = whole.filter(({ date }) => date !== '2021-03-10');
    const read = gap.map((span) => (span.date === '2021-03-11' ? { ...span, days: 2 } : span));
    const { reports } = historyOf(read, weeklyReports(read));
    expect(reports.filter(({ newCases }) => newCases !== 0).slice(1, 4)).toEqual([
      { date: '2021-03-12', days: 7, reads: 6, newCases: 5 },
      { date: '2021-03-17', days: 1, reads: 1, newCases: -2 },
      { date: '2021-03-19', days: 2, reads: 2, newCases: 5 },
    ]);
  });

  it('goes by the district’s rhythm at a school that seldom has a case', () => {
    const district = changesOn(56, ...weeks(8));
    const lines = [{ date: reportingDate('2021-03-19'), newCases: 1 }];
    const { reports } = historyOf(schoolSpans(district, lines), weeklyReports(district));
    expect(reports.filter(({ newCases }) => newCases > 0)).toEqual([
      { date: '2021-03-19', days: 7, reads: 7, newCases: 1 },
    ]);
    expect(reports).toHaveLength(8 + 2);
  });

  it('leaves reads as they are where no report is weekly', () => {
    const list = spans(['2021-03-01', 1, 1], ['2021-03-05', 4, 2]);
    expect(historyOf(list, new Map()).reports).toEqual([
      { ...list[0], reads: 1 },
      { ...list[1], reads: 1 },
    ]);
  });
});

function correction(day: number) {
  return { date: addDays(reportingDate('2021-03-01'), day), days: 1, newCases: -2 };
}
