import { describe, expect, it } from 'vitest';
import { calendarWeeks, isWhole } from '../../../../site/shared/charts/calendar-weeks.ts';
import { spans } from './charts.ts';

/** Every day of March 2021 from the 1st, a Monday, to `last`. */
const march = (last: number) =>
  Array.from(
    { length: last },
    (_, i) => [`2021-03-${String(i + 1).padStart(2, '0')}`, 1, 1] as const,
  );

describe('calendarWeeks', () => {
  it.each([
    ['a week read on each day', march(7), [[7, true]]],
    [
      'a week that is not over',
      march(9),
      [
        [7, true],
        [2, false],
      ],
    ],
    ['a week that begins with the record', march(7).slice(2), [[5, false]]],
    ['days between that were not read', [...march(2), ['2021-03-07', 5, 9] as const], [[11, true]]],
    [
      'a figure that reaches back into the week before',
      [...march(6), ['2021-03-14', 8, 3] as const],
      [
        [6, false],
        [3, false],
      ],
    ],
    [
      'a figure of a week from Sunday to Saturday',
      [['2021-03-06', 7, 4] as const, ['2021-03-13', 7, 5] as const],
      [
        [4, false],
        [5, false],
      ],
    ],
    [
      'a week without a read',
      [...march(7), ['2021-03-21', 14, 3] as const],
      [
        [7, true],
        [undefined, false],
        [3, false],
      ],
    ],
    ['no day at all', [], []],
  ])('adds up and judges %s', (_, list, expected) => {
    const weeks = calendarWeeks(spans(...list));
    expect(weeks.map((week) => [week.read?.newCases, isWhole(week)])).toEqual(expected);
  });

  it('says which days a figure stands for', () => {
    const [, week] = calendarWeeks(spans(...march(6), ['2021-03-14', 8, 3]));
    expect(week?.read).toMatchObject({ from: '2021-03-07', to: '2021-03-14' });
  });
});
