import { describe, expect, it } from 'vitest';
import { endOfDay } from '../../../scripts/domain/end-of-day.ts';
import {
  addDays,
  daysBetween,
  isTimeZone,
  parseInstant,
  parseReportingDate,
  reportingDate,
  reportingDateAt,
  weekday,
} from '../../../site/shared/time.ts';
import { instant } from '../../world.ts';

describe('parseReportingDate', () => {
  it.each(['2020-02-29', '2021-12-31', '2021-03-14'])('takes %s', (text) => {
    expect(parseReportingDate(text)).toBe(text);
  });
  it.each([
    '2021-02-29',
    '2021-13-01',
    '2021-00-10',
    '2021-04-31',
    '2021-4-1',
    '20210401',
    ' 2021-04-01',
    '',
  ])('refuses "%s"', (text) => {
    expect(parseReportingDate(text)).toBeUndefined();
  });
});

describe('parseInstant', () => {
  it.each([
    ['2021-03-14T05:30:00Z', '2021-03-14T05:30:00Z'],
    ['2021-03-14T00:30:00-05:00', '2021-03-14T05:30:00Z'],
    ['2021-03-14T05:30Z', '2021-03-14T05:30:00Z'],
    ['2021-03-14T05:30:59.999Z', '2021-03-14T05:30:59Z'],
    ['2021-03-14T23:59:59Z', '2021-03-14T23:59:59Z'],
    ['2021-03-14T24:00:00Z', '2021-03-15T00:00:00Z'],
  ])('reads %s', (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });
  it.each([
    '2021-03-14',
    '2021-03-14T05:30:00',
    '2021-02-30T05:30:00Z',
    'yesterday',
    '2021-03-14T25:00:00Z',
    '2021-03-14T05:60:00Z',
    '2021-03-14T05:30:60Z',
  ])('refuses %s', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});

describe('a day', () => {
  it.each([
    ['of 23 hours', '2021-03-14', '2021-03-15T05:00:00Z'],
    ['of 24 hours', '2021-07-01', '2021-07-02T05:00:00Z'],
    ['of 25 hours', '2021-11-07', '2021-11-08T06:00:00Z'],
    ['at the end of the year', '2021-12-31', '2022-01-01T06:00:00Z'],
  ])('%s ends when the next begins', (_, date, end) => {
    expect(endOfDay(reportingDate(date), 'America/Chicago')).toBe(end);
    expect(reportingDateAt(instant(end), 'America/Chicago')).toBe(addDays(reportingDate(date), 1));
  });

  it.each([
    ['2020-02-28', 1, '2020-02-29'],
    ['2021-03-01', -1, '2021-02-28'],
    ['2021-12-31', 1, '2022-01-01'],
    ['2021-03-13', 2, '2021-03-15'],
  ])('%s moved by %i is %s', (date, days, expected) => {
    expect(addDays(reportingDate(date), days)).toBe(expected);
    expect(daysBetween(reportingDate(date), reportingDate(expected))).toBe(days);
  });

  it('knows its weekday', () => {
    expect(weekday(reportingDate('2022-01-14'))).toBe(5);
    expect(weekday(reportingDate('1969-12-28'))).toBe(7);
  });
});

describe('isTimeZone', () => {
  it.each([
    ['America/Chicago', true],
    ['UTC', true],
    ['-05:00', false],
    ['Chicago', false],
    ['', false],
  ])('%s: %s', (name, expected) => {
    expect(isTimeZone(name)).toBe(expected);
  });
});
