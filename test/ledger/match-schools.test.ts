import { describe, expect, it } from 'vitest';
import { Refusal } from '../../scripts/domain/refusal.ts';
import { matchSchools } from '../../scripts/ledger/match-schools.ts';
import { snapshotOf, TABLE_BY_ID, TABLE_BY_NAME, world } from '../world.ts';

const LIST_BY_NAME = { rowKind: 'case', keyedBy: 'name' } as const;
const named = (id: string, name: string, aliases: readonly string[] = []) => ({
  id,
  name,
  aliases,
});
const registry = (...schools: readonly ReturnType<typeof named>[]) =>
  schools.reduce((w, { id, name, aliases }) => w.school(id, 0, { name, aliases }), world()).ledger
    .schools;

const schools = registry(
  named('mount-holly-es', 'Mount Holly ES'),
  named('saint-mary', 'Saint Mary'),
  named('st-mary', 'St Mary'),
  named('ogden', 'Ogden', ['Lake View & Sons']),
  named('old-mill', 'Old Mill', ['into:ogden', 'id:77']),
);
const matched = (...[counts, changes]: Parameters<typeof snapshotOf>) =>
  matchSchools(schools, snapshotOf(counts, changes)).map(({ row, id, school }) => [
    row.name,
    id,
    school?.id,
    row.count,
  ]);

describe('a table known by names', () => {
  it.each<[string, Record<string, number>, readonly unknown[]]>([
    [
      'matches respellings, of former names too',
      { 'MT HOLLY Elem School': 1, 'Lake View and Sons': 2 },
      [
        ['MT HOLLY Elem School', 'mount-holly-es', 'mount-holly-es', 1],
        ['Lake View and Sons', 'ogden', 'ogden', 2],
      ],
    ],
    [
      'keeps apart what differs in spelling only, as long as it is written as it is known',
      { 'SAINT MARY': 1, 'St-Mary': 2 },
      [
        ['SAINT MARY', 'saint-mary', 'saint-mary', 1],
        ['St-Mary', 'st-mary', 'st-mary', 2],
      ],
    ],
    [
      'gives nobody’s cases to one of two places that a name may mean',
      { 'The St Mary': 1 },
      [['The St Mary', 'the-st-mary', undefined, 1]],
    ],
    [
      'does not take a row for a respelling of a place that has a row of its own',
      { 'Mt Holly ES': 1, 'Mount Holly ES': 2 },
      [
        ['Mt Holly ES', 'mt-holly-es', undefined, 1],
        ['Mount Holly ES', 'mount-holly-es', 'mount-holly-es', 2],
      ],
    ],
    [
      'counts an entry that was merged as the one it was merged into',
      { 'Old Mill': 1 },
      [['Old Mill', 'ogden', 'ogden', 1]],
    ],
  ])('%s', (_, counts, expected) => {
    expect(matched(counts, TABLE_BY_NAME)).toEqual(expected);
  });

  it('is refused where two rows respell one place, naming both lines', () => {
    const twice = () => matched({ 'Mt Holly ES': 1, 'The Mount Holly ES': 2 }, TABLE_BY_NAME);
    expect(twice).toThrow(Refusal);
    expect(twice).toThrow(/Lines 2 \("Mt Holly ES"\) and 3 \("The Mount Holly ES"\)/);
  });

  it('is refused where a merged entry still has a row beside the other’s', () => {
    expect(() => matched({ Ogden: 1, 'Old Mill': 2 }, TABLE_BY_NAME)).toThrow(/Lines 2 .* and 3 /);
  });
});

describe('a list of cases known by names', () => {
  it('adds up the spellings of one place, known or not', () => {
    const counts = { 'Mt Holly ES': 2, Nova: 1, 'Mount Holly ES': 3, 'The Nova': 4, 'St Mary': 5 };
    expect(matched(counts, LIST_BY_NAME)).toEqual([
      ['Mount Holly ES', 'mount-holly-es', 'mount-holly-es', 5],
      ['The Nova', 'nova', undefined, 5],
      ['St Mary', 'st-mary', 'st-mary', 5],
    ]);
  });

  it('keeps spellings apart that are two places on record', () => {
    expect(matched({ 'Saint Mary': 1, 'St Mary': 2 }, LIST_BY_NAME).map(([, id]) => id)).toEqual([
      'saint-mary',
      'st-mary',
    ]);
  });
});

describe('a table known by ids', () => {
  it('takes no former name for an id that was learnt, or for where an entry went', () => {
    const renamed = world()
      .reads('2021-03-01', { 7: [1, 'id:8'], 9: [1, 'into:7'] }, TABLE_BY_ID)
      .reads('2021-03-02', { 7: [1, 'Adams'], 9: [1, 'Brown'] }, TABLE_BY_ID);
    const aliases = [...renamed.ledger.schools.values()].flatMap((school) => school.aliases);
    expect(aliases).toEqual(['id 8', 'into 7']);
  });

  it.each<[string, string | undefined]>([
    ['ogden', 'ogden'],
    // Learnt by an entry that was merged.
    ['77', 'ogden'],
    ['old-mill', 'ogden'],
    ['007', undefined],
  ])('finds %s as %s', (id, expected) => {
    expect(matched({ [id]: [3, 'Mount Holly ES'] }, TABLE_BY_ID)[0]?.[2]).toBe(expected);
  });

  it('names the place known by name only that a row of an unknown id may be, respelt or not', () => {
    const rows = matchSchools(schools, snapshotOf({ 99: [3, 'Mt. Holly ES'] }, TABLE_BY_ID));
    expect(rows[0]?.namesake?.id).toBe('mount-holly-es');
  });
});
