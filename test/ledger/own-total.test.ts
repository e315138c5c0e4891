import { describe, expect, it } from 'vitest';
import type { NoticeLine } from '../../scripts/ledger/model.ts';
import { changeText, noticedChange, ownTotalOf } from '../../scripts/ledger/own-total.ts';
import { settingsOf, TABLE_BY_ID, World, world } from '../world.ts';

/** Reads of a table with its own total, each published as a run would. */
function history(reads: readonly Read[], begin: World = world()): readonly string[] {
  let before = begin;
  for (const [when, counts, districtTotal] of reads) {
    const plan = before.plans(when, counts, { ...TABLE_BY_ID, districtTotal });
    if (plan.kind === 'held' || plan.kind === 'unread') throw new Error(`${when} is ${plan.kind}`);
    before = new World(plan.ledger, before.settings, plan.update);
  }
  const moves = before.ledger.notices.filter((notice) => noticedChange(notice) !== undefined);
  return moves.map(({ date, text }) => `${date} ${text}`);
}
type Read = readonly [string, Readonly<Record<string, number>>, number | null];

const moved = (from: number, to: number) => `district_total - places: ${from} -> ${to}`;

describe('the difference between the own total and the sum of the places', () => {
  it.each<[string, readonly Read[], readonly string[]]>([
    [
      'is no news while both grow together',
      [
        ['2021-03-01', { a: 100, b: 200 }, 300],
        ['2021-03-02', { a: 120, b: 210 }, 331],
      ],
      [],
    ],
    [
      'is news once when the total moves away',
      [
        ['2021-03-01', { a: 100, b: 200 }, 303],
        ['2021-03-02', { a: 101, b: 200 }, 360],
        ['2021-03-03', { a: 102, b: 200 }, 361],
      ],
      [`2021-03-02 ${moved(3, 59)}`],
    ],
    [
      'is news again when it comes back',
      [
        ['2021-03-01', { a: 100, b: 200 }, 300],
        ['2021-03-02', { a: 100, b: 200 }, 350],
        ['2021-03-03', { a: 100, b: 200 }, 300],
      ],
      [`2021-03-02 ${moved(0, 50)}`, `2021-03-03 ${moved(50, 0)}`],
    ],
    [
      'is news when it grows slowly beyond the limit',
      [
        ['2021-03-01', { a: 100, b: 200 }, 300],
        ['2021-03-02', { a: 100, b: 200 }, 308],
        ['2021-03-03', { a: 100, b: 200 }, 316],
        ['2021-03-04', { a: 100, b: 200 }, 317],
      ],
      [`2021-03-03 ${moved(0, 16)}`],
    ],
    [
      'is no news up to 10 cases of few',
      [
        ['2021-03-01', { a: 10, b: 20 }, 30],
        ['2021-03-02', { a: 10, b: 20 }, 40],
      ],
      [],
    ],
    [
      'is news at 11 cases of few',
      [
        ['2021-03-01', { a: 10, b: 20 }, 30],
        ['2021-03-02', { a: 10, b: 20 }, 41],
      ],
      [`2021-03-02 ${moved(0, 11)}`],
    ],
    [
      'is no news up to 5 % of many',
      [
        ['2021-03-01', { a: 950, b: 1000 }, 1950],
        ['2021-03-02', { a: 950, b: 1000 }, 2052],
      ],
      [],
    ],
    [
      'is news below zero, too',
      [
        ['2021-03-01', { a: 100, b: 200 }, 300],
        ['2021-03-02', { a: 140, b: 200 }, 300],
      ],
      [`2021-03-02 ${moved(0, -40)}`],
    ],
    [
      'is compared across days without a total',
      [
        ['2021-03-01', { a: 100, b: 200 }, 300],
        ['2021-03-02', { a: 140, b: 200 }, null],
        ['2021-03-03', { a: 140, b: 200 }, 340],
      ],
      [],
    ],
    [
      'is not compared with a total of earlier that day',
      [
        ['2021-03-01', { a: 100, b: 200 }, 300],
        ['2021-03-01T20:00:00Z', { a: 140, b: 200 }, null],
      ],
      [],
    ],
    [
      'has nothing to be compared with at first',
      [
        ['2021-03-01', { a: 100, b: 200 }, null],
        ['2021-03-02', { a: 100, b: 200 }, 400],
      ],
      [],
    ],
  ])('%s', (_, reads, expected) => {
    expect(history(reads)).toEqual(expected);
  });

  it('begins anew after a restart, and counts the places since then', () => {
    const began = world()
      .reads('2021-03-01', { a: 100, b: 200 }, { ...TABLE_BY_ID, districtTotal: 350 })
      .declares({ counterRestarts: ['2021-03-02'] });
    const reads: readonly Read[] = [
      ['2021-03-02', { a: 4, b: 6 }, 10],
      ['2021-03-03', { a: 14, b: 16 }, 30],
      ['2021-03-04', { a: 14, b: 16 }, 60],
    ];
    expect(history(reads, began)).toEqual([`2021-03-04 ${moved(0, 30)}`]);
  });

  it('is said of the places since the restart', () => {
    const { ledger, settings } = world(settingsOf())
      .reads('2021-03-01', { a: 100, b: 200 }, { ...TABLE_BY_ID, districtTotal: 350 })
      .declares({ counterRestarts: ['2021-03-02'] })
      .reads('2021-03-02', { a: 4, b: 6 }, { ...TABLE_BY_ID, districtTotal: 11 });
    const of = ledger.days.map((day) => ownTotalOf(ledger, day, settings));
    expect(of).toEqual([
      { total: 350, places: 300 },
      { total: 11, places: 10 },
    ]);
  });
});

describe('the text of a notice', () => {
  it.each([
    { from: 0, to: 52 },
    { from: -7, to: -1_999_999_998 },
  ])('keeps the figures: $from to $to', (change) => {
    expect(noticedChange({ kind: 'definition', text: changeText(change) })).toEqual(change);
  });

  it.each<Pick<NoticeLine, 'kind' | 'text'>>([
    { kind: 'definition', text: null },
    { kind: 'definition', text: 'The column is renamed' },
    { kind: 'definition', text: 'district_total - places: 1 -> many' },
    { kind: 'correction', text: changeText({ from: 1, to: 90 }) },
  ])('may be a person’s: $kind, $text', (notice) => {
    expect(noticedChange(notice)).toBeUndefined();
  });
});
