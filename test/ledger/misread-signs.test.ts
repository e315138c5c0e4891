import { describe, expect, it } from 'vitest';
import { misreadSigns } from '../../scripts/ledger/misread-signs.ts';
import type { Snapshot } from '../../scripts/ledger/snapshot.ts';
import { type Counts, snapshotOf, TABLE_BY_ID, TABLE_BY_NAME, world } from '../world.ts';

const note = { line: 9, text: 'Updated', kind: 'note', count: null } as const;
const places = (count: number, of: (index: number) => Counts[string]): Counts =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index + 7}`, of(index)]));
const codes = (counts: Counts, changes: Partial<Snapshot> = {}) =>
  misreadSigns(snapshotOf(counts, changes), new Map()).map(({ code }) => code);

describe('signs of a misread sheet', () => {
  it.each<[string, Counts, Partial<Snapshot>, readonly string[]]>([
    ['none, as a rule', places(6, (n) => n * 3 + 1), TABLE_BY_ID, []],
    ['none in four places with one case each', places(4, () => 1), {}, []],
    ['one case for every place', places(6, () => 1), {}, ['one-count']],
    ['no case for any', places(6, () => 0), TABLE_BY_ID, ['one-count']],
    [
      'names with several ids',
      places(6, (n) => [n + 2, n % 2 === 0 ? 'Alder' : 'Birch']),
      TABLE_BY_ID,
      ['names-with-several-ids'],
    ],
    ['one name twice among many', places(30, (n) => [n + 2, `School ${n % 29}`]), TABLE_BY_ID, []],
    ['ids that count the rows', { 1: 4, 2: 9, 3: 0, 4: 2, 5: 7 }, TABLE_BY_ID, ['ids-number-rows']],
    ['a total taken for a place', { a: 4, b: 9, c: 13 }, TABLE_BY_ID, ['total-as-place']],
    ['two places with as many', { a: 13, b: 13 }, TABLE_BY_ID, []],
    [
      'another own total',
      { a: 40, b: 90 },
      { ...TABLE_BY_ID, districtTotal: 260 },
      ['other-total'],
    ],
    ['an own total that is older', { a: 40, b: 90 }, { ...TABLE_BY_ID, districtTotal: 126 }, []],
    [
      'names without figures',
      { a: 4 },
      { ...TABLE_BY_NAME, noPlaces: [note, note, note, note, note] },
      ['few-figures'],
    ],
    [
      'places named like dates',
      { '2021-09-01': 4, '2021-09-02': 9, '2021-09-03': 3 },
      TABLE_BY_NAME,
      ['dates-as-names'],
    ],
  ])('%s', (_, counts, changes, expected) => {
    expect(codes(counts, changes)).toEqual(expected);
  });

  it('are taken from what the source layer noticed', () => {
    const finding = {
      level: 'notice',
      code: 'id-with-several-names',
      message: '1 of 9 ids',
    } as const;
    const [sign] = misreadSigns(snapshotOf({ a: 1 }, { findings: [finding] }), new Map());
    expect(sign).toMatchObject({ code: finding.code, text: finding.message });
  });

  it('are that the ledger knows none of the places', () => {
    const read = (counts: Counts) => snapshotOf(counts, TABLE_BY_ID);
    const { ledger } = world().reads('2021-03-01', { a: 4, b: 5, c: 6, d: 7, e: 9, f: 1 });
    const same = read({ a: 5, b: 5, c: 6, d: 7, e: 9, g: 1 });
    expect(misreadSigns(same, ledger.schools)).toEqual([]);
    const other = read({ g: 5, h: 5, i: 6, j: 7, e: 9 });
    expect(misreadSigns(other, ledger.schools)).toMatchObject([
      {
        code: 'all-new',
        text: expect.stringMatching(/^4 of 5 places are new to the ledger, which knows 6/),
      },
    ]);
  });
});
