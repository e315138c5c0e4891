import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../../site/shared/charts/reading.ts';
import { type ChartKind, stopsOf } from '../../../../site/shared/charts/stops.ts';
import { dayNumber, reportingDate } from '../../../../site/shared/time.ts';
import { english } from '../../../../site/shared/words/en.ts';
import { spanish } from '../../../../site/shared/words/es.ts';
import { french } from '../../../../site/shared/words/fr.ts';
import { SCHOOLS } from '../../../../site/shared/words/nouns.ts';
import { daily, history, seen } from './charts.ts';

const counted = { singular: 'case', plural: 'cases' };
const cas = { singular: 'cas', plural: 'cas' };
const LANGUAGES = [
  [english(SCHOOLS), counted],
  [spanish(SCHOOLS), { singular: 'caso', plural: 'casos' }],
  [french(SCHOOLS), cas],
] as const;

/** A week, a gap of two days, a correction, and a day without change. */
const record = history(
  ['2021-03-01', 1, 1],
  ['2021-03-02', 1, 2],
  ['2021-03-03', 1, 0],
  ['2021-03-04', 1, 3],
  ['2021-03-05', 1, 4],
  ['2021-03-06', 1, 0],
  ['2021-03-07', 1, 0],
  ['2021-03-10', 3, 1200],
  ['2021-03-11', 1, -2],
  ['2021-03-15', 4, 0],
);
const since = reportingDate('2021-03-01');

const readAll = (kind: ChartKind, which = 0, whole = record) => {
  const [text, noun] = LANGUAGES[which] ?? LANGUAGES[0];
  return stopsOf(kind, whole, since).map((stop) =>
    readingOf(stop, { kind, since }, text.chart.reading(noun), text),
  );
};

describe('what a chart says at a stop', () => {
  it('is the figure with its date, the mean, what was not read, a correction as such', () => {
    expect(readAll('means').slice(-5)).toEqual([
      'Sat, Mar 6, 2021: no new cases',
      'Sun, Mar 7, 2021: no new cases; mean of 7 days: 1.4',
      'In the 3 days to Wed, Mar 10, 2021: 1,200 new cases; 2 of these days were not read',
      'Thu, Mar 11, 2021: correction −2, cases taken back',
      'In the 4 days to Mon, Mar 15, 2021: no new cases; 3 of these days were not read',
    ]);
    expect(readAll('reports')[0]).toBe('Mon, Mar 1, 2021: 1 new case');
  });

  it.each([
    [
      1,
      'En los 3 días hasta el mié, 10 de mar de 2021: 1,200 casos nuevos; 2 de esos días no se leyeron',
    ],
    [
      2,
      'Dans les 3 jours jusqu’au mer. 10 mars 2021 : 1 200 nouveaux cas ; 2 de ces jours n’ont pas été lus',
    ],
  ])('is said in the page’s language: %i', (which, expected) => {
    expect(readAll('reports', which)[7]?.replace(/\s/g, ' ')).toBe(expected);
  });

  it('is a week with the days that its figure covers, or that nothing was read', () => {
    const gap = history(['2021-03-01', 1, 1], ['2021-03-07', 6, 6], ['2021-03-20', 13, 4]);
    expect(readAll('weeks', 0, gap)).toEqual([
      'Mar 1, 2021 to Mar 7, 2021: 7 new cases',
      'Mar 8, 2021 to Mar 14, 2021: not read',
      'Mar 8, 2021 to Mar 20, 2021: 4 new cases',
    ]);
  });

  it('is the sum from the first day shown', () => {
    expect(readAll('sum').at(-1)).toBe('Mon, Mar 15, 2021: 1,208 new cases since Mar 1, 2021');
  });

  it('is a week’s figure on a card and where the source reports once a week', () => {
    const weekly = Array.from({ length: 8 }, () => [0, 0, 0, 0, 9, 0, 0]).flat();
    const said = readAll('reports', 0, seen(daily('2021-03-01', ...weekly)));
    expect(said[1]).toBe('In the week to Fri, Mar 12, 2021: 9 new cases');
    expect(said).toHaveLength(8 + 2);
    expect(readAll('card')).toEqual([
      'In the week to Sun, Mar 7, 2021: 10 new cases',
      'In the week to Sun, Mar 14, 2021: 1,198 new cases',
      'In the week to Sun, Mar 21, 2021: no new cases',
    ]);
  });
});

describe('the stops of a chart', () => {
  it.each(['reports', 'means', 'weeks', 'sum', 'card'] as const)(
    'leave no place without one: %s',
    (kind) => {
      const stops = stopsOf(kind, record, since);
      for (const [index, stop] of stops.entries()) {
        expect(stop.end).toBeGreaterThan(stop.from);
        const before = stops[index - 1];
        if (before) expect(stop.from).toBe(before.end);
      }
      expect(stops[0]?.from).toBe(dayNumber(since));
    },
  );

  it('begin with the chart, also in a report that reaches further back', () => {
    const [first] = stopsOf('reports', record, reportingDate('2021-03-09'));
    expect(first).toMatchObject({ from: dayNumber(reportingDate('2021-03-09')), days: 3 });
  });
});
