import { describe, expect, it } from 'vitest';
import { chartSpans } from '../../../../site/shared/charts/chart-spans.ts';
import { reportingDate } from '../../../../site/shared/time.ts';
import { days } from './charts.ts';

describe('chartSpans', () => {
  it.each([
    ['two years of a school', '2020-03-07', '2021-12-20', '2021-08-30', '30 90 year all', 'year'],
    ['a year that began lately', '2020-03-07', '2021-09-10', '2021-08-30', '30 90 year all', '30'],
    ['a record of this year only', '2021-09-01', '2021-12-20', '2021-08-30', '30 90 all', 'all'],
    ['a record of a few weeks', '2021-12-01', '2021-12-20', '2021-08-30', 'all', 'all'],
    [
      'a record of a few weeks, over a new year',
      '2021-08-20',
      '2021-09-10',
      '2021-08-30',
      'year all',
      'all',
    ],
    ['a single day', '2021-12-20', '2021-12-20', '2021-08-30', 'all', 'all'],
    ['two years without school years', '2023-03-07', '2024-12-20', null, '30 90 year all', 'year'],
    ['months without school years', '2024-08-07', '2024-12-20', null, '30 90 all', 'all'],
  ])('of %s', (_, from, to, began, keys, first) => {
    const spans = chartSpans(days(from, to), began === null ? null : reportingDate(began));
    expect(spans.choices.map(({ key }) => key).join(' ')).toBe(keys);
    expect(spans.first).toBe(first);
  });

  it('counts the last day: 30 days end with it, 12 months are 365', () => {
    const { choices } = chartSpans(days('2020-01-01', '2021-12-20'), null);
    expect(choices.map(({ from }) => from)).toEqual([
      '2021-11-21',
      '2021-09-22',
      '2020-12-21',
      '2020-01-01',
    ]);
  });
});
