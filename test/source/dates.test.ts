import { describe, expect, it } from 'vitest';
import { isDateHeading, readDays } from '../../scripts/source/dates.ts';

const read = (...texts: readonly string[]) => {
  const days = readDays(texts);
  return days.kind === 'read' ? texts.map((text) => days.dayOf.get(text)) : days.kind;
};

describe('a date', () => {
  it.each([
    ['2021-09-14', '2021-09-14'],
    ['2021/9/4', '2021-09-04'],
    ['20210914', '2021-09-14'],
    ['14.9.2021', '2021-09-14'],
    ['9/14/2021', '2021-09-14'],
    ['9/14/21', '2021-09-14'],
    ['14/09/2021', '2021-09-14'],
    ['09-14-2021', '2021-09-14'],
    ['Sep 14, 2021', '2021-09-14'],
    ['Tuesday, September 14, 2021', '2021-09-14'],
    ['September 14th, 2021', '2021-09-14'],
    ['14 September 2021', '2021-09-14'],
    ['14. März 2021', '2021-03-14'],
    ['14 de septiembre de 2021', '2021-09-14'],
    ['14 août 2021', '2021-08-14'],
    ['2021-09-14T15:39:12Z', '2021-09-14 15:39:12'],
    ['9/14/2021 3:39:12 PM', '2021-09-14 15:39:12'],
    ['9/14/2021 12:05 AM', '2021-09-14 00:05:00'],
    ['1631577600000', '2021-09-14 00:00:00'],
  ])('written %s', (text, day) => {
    expect(read(text)).toEqual([day]);
    expect(isDateHeading(text)).toBe(true);
  });

  it.each([
    'Total',
    '12',
    '2021',
    'Q1 SY21',
    '2021-02-30',
    '13/13/2021',
    'September 2021',
    '9/1',
    '2021-22',
    'Cases 9/1/2021',
    '2021-09-14 or so',
    '999999999',
  ])('is not %s', (text) => {
    expect(read(text)).toEqual([undefined]);
    expect(isDateHeading(text)).toBe(false);
  });

  it.each<[string, readonly string[], readonly (string | undefined)[] | string]>([
    ['by a number above 12 anywhere', ['1/2/2021', '13/2/2021'], ['2021-02-01', '2021-02-13']],
    [
      'month first, where that ascends',
      ['1/30/2021', '1/31/2021', '2/1/2021'],
      ['2021-01-30', '2021-01-31', '2021-02-01'],
    ],
    [
      'day first, where only that ascends',
      ['5/1/2021', '7/1/2021', '1/2/2021'],
      ['2021-01-05', '2021-01-07', '2021-02-01'],
    ],
    [
      'day first, where only that descends',
      ['1/2/2021', '7/1/2021', '5/1/2021'],
      ['2021-02-01', '2021-01-07', '2021-01-05'],
    ],
    ['either way, where the order is one', ['9/1/2021', '9/2/2021'], ['2021-09-01', '2021-09-02']],
    ['not at all, where neither ascends', ['1/2/2021', '2/1/2021', '1/3/2021'], 'ambiguous'],
  ])('says which number is the month: %s', (_, texts, expected) => {
    expect(read(...texts)).toEqual(expected);
  });
});
