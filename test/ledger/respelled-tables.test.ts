import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulativeCount } from '../../scripts/domain/count.ts';
import { schoolIdFromName } from '../../scripts/domain/school-id-from-name.ts';
import type { Snapshot, SnapshotRow } from '../../scripts/ledger/snapshot.ts';
import { looseName, normalizeName } from '../../site/shared/names.ts';
import { snapshotOf, World, world } from '../world.ts';

/** Words as they stand in names, each with other spellings of it. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  Mount: ['Mt', 'Mt.', 'MOUNT'],
  Saint: ['St', 'St.', 'saint'],
  Fort: ['Ft', 'Ft.'],
  Academy: ['Acad', 'Acad.', 'ACADEMY'],
  'High School': ['HS', 'High', 'H.S.', 'high  school'],
  'Elementary School': ['ES', 'Elem. School', 'Elementary', 'Elem'],
  Junior: ['Jr', 'Jr.'],
  II: ['2', 'ii'],
  '&': ['and', 'AND', '+'],
  Peña: ['Pena', 'PEÑA', 'Pen\u0303a'],
  'O’Neill': ["O'Neill", 'ONeill', 'Oneill'],
  'Lake-View': ['Lake View', 'Lake – View', 'LAKE VIEW'],
  'J. F. Kennedy': ['J.F. Kennedy', 'JF Kennedy'],
};
const plain = fc.constantFrom('Alder', 'Birch', 'Cedar', 'Dune', 'Elm', 'Fir', 'Grove', 'Hill');
const words = fc.oneof(plain, fc.constantFrom(...Object.keys(SPELLINGS)));

/** A name as its words, so that it can be spelt in another way. */
const names = fc
  .tuple(plain, fc.array(words, { maxLength: 3 }))
  .map(([first, others]) => [first, ...others]);

const places = fc.uniqueArray(
  fc.record({
    words: names,
    count: fc.integer({ min: 1, max: 400 }),
    gain: fc.nat({ max: 3 }),
    choices: fc.array(fc.nat({ max: 5 }), { minLength: 4, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 8, selector: (place) => looseName(place.words.join(' ')) },
);

/** Another spelling of each word, by a number for each. */
function respelt(words: readonly string[], choices: readonly number[]): string {
  const spelt = words.map((word, index) => {
    const spellings = [word, ...(SPELLINGS[word] ?? [word.toUpperCase()])];
    return spellings[(choices[index] ?? 0) % spellings.length] ?? word;
  });
  return spelt.join(' ');
}

/** A sheet known by names, a row for each name and count. */
function sheet(
  rows: readonly (readonly [string, number])[],
  rowKind: Snapshot['rowKind'],
): Snapshot {
  const snapshot = snapshotOf({}, { rowKind, keyedBy: 'name' });
  const shown = rows.map(([name, cases], index): SnapshotRow => {
    const [slug, count] = [schoolIdFromName(name), cumulativeCount(cases)];
    if (slug === undefined || count === undefined) throw new Error(`${name} has no row`);
    return { key: { kind: 'name', slug }, name, count, line: index + 2 };
  });
  return { ...snapshot, rows: shown };
}

const began = (rows: readonly (readonly [string, number])[], rowKind: Snapshot['rowKind']) => {
  const start = world();
  const first = start.reconciles('2021-03-01', sheet(rows, rowKind));
  return new World(first.after, start.settings, first);
};

describe('a sheet whose names are spelt in another way', () => {
  it('counts each place as it did, in a table', () => {
    fc.assert(
      fc.property(places, fc.nat(), (all, turn) => {
        const before = all.map(({ words, count }) => [words.join(' '), count] as const);
        const after = all.map(
          ({ words, count, gain, choices }) => [respelt(words, choices), count + gain] as const,
        );
        const turned = [
          ...after.slice(turn % after.length),
          ...after.slice(0, turn % after.length),
        ];
        const update = began(before, 'place').reconciles('2021-03-02', sheet(turned, 'place'));
        expect([update.unknown, update.renames, update.missing]).toEqual([[], [], []]);
        const gained = update.cases.map(({ schoolId, newCases }) => [schoolId, newCases]);
        const expected = all
          .filter(({ gain }) => gain > 0)
          .map(({ words, gain }) => [schoolIdFromName(words.join(' ')), gain]);
        expect(Object.fromEntries(gained)).toEqual(Object.fromEntries(expected));
      }),
    );
  });

  it('counts each place as it did, in a list of cases, however each case spells it', () => {
    fc.assert(
      fc.property(places, (all) => {
        const before = all.map(({ words, count }) => [words.join(' '), count] as const);
        const after = all.flatMap(({ words, count, gain, choices }) => {
          const spellings = new Map([[words.join(' '), count]]);
          const other = respelt(words, choices);
          const same = [...spellings.keys()].find(
            (name) => normalizeName(name) === normalizeName(other),
          );
          spellings.set(same ?? other, (same === undefined ? 0 : count) + gain);
          return [...spellings].filter(([, cases]) => cases > 0);
        });
        const update = began(before, 'case').reconciles('2021-03-02', sheet(after, 'case'));
        expect(update.unknown).toEqual([]);
        const sum = all.reduce((total, { gain }) => total + gain, 0);
        expect(update.line?.newCases ?? 0).toBe(sum);
        expect(update.cases.every(({ newCases }) => newCases > 0)).toBe(true);
      }),
    );
  });
});
