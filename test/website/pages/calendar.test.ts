import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calendarMonths,
  daysOf,
  gapsIn,
  heatOf,
  heatScale,
} from '../../../scripts/website/pages/calendar.ts';
import { world } from '../../world.ts';

const daysRead = (...dates: readonly string[]) =>
  dates.reduce((w, date) => w.reads(date, { a: 1 }), world()).ledger.days;

describe('calendarMonths', () => {
  it('fills weeks from Monday to Sunday', () => {
    const [month] = calendarMonths(daysRead('2021-05-04'));
    expect(month?.weeks.every((week) => week.length === 7)).toBe(true);
    // 1 May 2021 was a Saturday.
    expect(month?.weeks[0]?.map((day) => day?.date ?? '')).toEqual([
      ...['', '', '', '', ''],
      ...['2021-05-01', '2021-05-02'],
    ]);
    expect(month && daysOf(month)).toHaveLength(31);
  });

  it('has every month between the first day read and the last', () => {
    const ids = calendarMonths(daysRead('2020-11-30', '2021-02-01')).map(({ id }) => id);
    expect(ids).toEqual(['2020-11', '2020-12', '2021-01', '2021-02']);
  });

  it('distinguishes a day that was not read from one before or after the record', () => {
    const [month] = calendarMonths(daysRead('2021-05-04', '2021-05-06'));
    const kinds = new Map(month && daysOf(month).map(({ date, state }) => [date, state.kind]));
    expect(
      ['03', '04', '05', '06', '07'].map((day) => kinds.get(`2021-05-${day}` as never)),
    ).toEqual(['beyond', 'read', 'unread', 'read', 'beyond']);
  });

  it('is empty without a day', () => {
    expect(calendarMonths([])).toEqual([]);
  });
});

describe('gapsIn', () => {
  it('joins consecutive days, even across months', () => {
    const months = calendarMonths(daysRead('2021-04-28', '2021-04-30', '2021-05-04'));
    expect(gapsIn(months.flatMap(daysOf))).toEqual([
      { from: '2021-04-29', to: '2021-04-29', days: 1 },
      { from: '2021-05-01', to: '2021-05-03', days: 3 },
    ]);
  });
});

describe('heatScale', () => {
  it.each([
    [0, ''],
    [1, '1–1'],
    [3, '1–1 2–2 3–3'],
    [15, '1–1 2–2 3–5 6–8 9–15'],
    [87, '1–2 3–5 6–14 15–35 36–87'],
  ])('divides figures up to %s', (highest, classes) => {
    expect(
      heatScale(highest)
        .map(({ from, to }) => `${from}–${to}`)
        .join(' '),
    ).toBe(classes);
  });

  it('has one class for every figure, and a higher figure is never paler', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (highest) => {
        const scale = heatScale(highest);
        expect(scale[0]?.from).toBe(1);
        expect(scale.at(-1)?.to).toBe(highest);
        for (const [index, { from, to }] of scale.entries()) {
          expect(to).toBeGreaterThanOrEqual(from);
          expect(from).toBe((scale[index - 1]?.to ?? 0) + 1);
          expect([heatOf(scale, from), heatOf(scale, to)]).toEqual([index + 1, index + 1]);
        }
      }),
    );
  });

  it.each([0, -3])('gives %s no colour', (figure) => {
    expect(heatOf(heatScale(10), figure)).toBe(0);
  });
});
