import { describe, expect, it } from 'vitest';
import { holdsUnreadDay, rollingTotal, totalSince } from '../../scripts/ledger/rolling-window.ts';
import { reportingDate } from '../../site/shared/time.ts';

const lines = (...list: readonly (readonly [date: string, newCases: number])[]) =>
  list.map(([date, newCases]) => ({ date: reportingDate(date), newCases }));
const history = lines(
  ['2020-02-22', 8],
  ['2020-02-29', 1],
  ['2020-03-01', 2],
  ['2020-03-07', 4],
  ['2020-03-07', -1],
  ['2020-12-31', 16],
  ['2021-01-01', 32],
);

describe('rollingTotal', () => {
  it.each<[string, string, number, number]>([
    ['sums the last seven calendar days, the last included', '2020-03-07', 7, 5],
    ['leaves the eighth day out', '2020-03-06', 7, 3],
    ['counts days, not lines, over a leap day', '2020-03-07', 8, 6],
    ['sums several updates of a day', '2020-03-13', 7, 3],
    ['is 0 where nothing changed', '2020-06-01', 21, 0],
    ['is what there is when history is shorter', '2020-02-22', 14, 8],
    ['reaches over New Year', '2021-01-01', 7, 48],
    ['does not look past its last day', '2020-02-29', 7, 1],
    ['is 0 before the first day', '2020-01-01', 7, 0],
  ])('%s', (_, last, days, expected) => {
    expect(rollingTotal(history, reportingDate(last), days)).toBe(expected);
  });
});

describe('totalSince', () => {
  it('sums from a day on, that day included', () => {
    expect(totalSince(history, '2020-12-31')).toBe(48);
  });
});

describe('holdsUnreadDay', () => {
  const days = ['2021-03-01', '2021-03-02', '2021-03-04'].map((date) => ({
    date: reportingDate(date),
    firstReadAt: null,
    newCases: 0,
    totalCases: 0,
    schoolsChanged: 0,
    districtTotal: null,
  }));
  it.each<[string, string, number, boolean]>([
    ['knows a gap', '2021-03-04', 2, true],
    ['knows a run of days', '2021-03-02', 2, false],
    ['takes what lies before the first day for unread', '2021-03-02', 3, true],
  ])('%s', (_, last, length, expected) => {
    expect(holdsUnreadDay(days, reportingDate(last), length)).toBe(expected);
  });
});
