import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../scripts/ledger/snapshot.ts';
import { planProposal, type ReadPlan } from '../../scripts/update/plan-update.ts';
import { type Counts, TABLE_BY_ID, TABLE_BY_NAME, type World, world } from '../world.ts';

const LIST_BY_NAME = { rowKind: 'case', keyedBy: 'name' } as const;

/** A district known by names, read on 1 March. */
const TABLE: Counts = {
  'Lincoln Elementary': 30,
  'Washington Middle': 6,
  'Roosevelt High': 40,
  'Cabo Bay Academy': 12,
  'Timor Lane School': 22,
  Ogden: 0,
};
const named = world().reads('2021-03-01', TABLE, TABLE_BY_NAME);
const numbered = world().reads(
  '2021-03-01',
  { '0012': [30, 'Lincoln'], '0013': [7, 'Taft'], 90: [40, 'Ogden'], '0014': [0, 'Nova'] },
  TABLE_BY_ID,
);

/** A table in which some places have other counts or names; undefined: it no longer shows them. */
const but = (table: Counts, changes: Record<string, Counts[string] | undefined>): Counts =>
  Object.fromEntries(
    Object.entries({ ...table, ...changes }).filter(([, count]) => count !== undefined),
  ) as Counts;

interface Accepted {
  readonly lines: readonly string[];
  readonly renames: readonly string[];
  readonly aliases: Readonly<Record<string, readonly string[]>>;
}

/** The reasons of a read, and what accepting it records. */
function asked(w: World, counts: Counts, changes: Partial<Snapshot>, when = '2021-03-02') {
  const plan = w.plans(when, counts, changes);
  if (plan.kind !== 'held') return { reasons: [], ids: [], accepted: undefined };
  const own = plan.hold.reasons.filter(({ guard }) =>
    ['possible-rename', 'namesakes'].includes(guard),
  );
  return {
    reasons: own.map(({ text }) => text),
    ids: own.map(({ schoolId }) => schoolId),
    accepted: recordOf(planProposal(w.opened(), plan)),
  };
}

function recordOf({ update, ledger }: ReadPlan): Accepted {
  const changed = [...ledger.schools.values()].filter(({ aliases }) => aliases.length > 0);
  return {
    lines: update.cases.map((line) => `${line.schoolId} ${line.newCases} → ${line.totalCases}`),
    renames: update.renames.map(({ oldName, newName }) => `${oldName} → ${newName}`),
    aliases: Object.fromEntries(changed.map(({ id, aliases }) => [id, aliases])),
  };
}

describe('a table known by names', () => {
  it.each<[string, Record<string, number | undefined>, string, Accepted]>([
    [
      'a longer name with the same count',
      { 'Lincoln Elementary': undefined, 'Abraham Lincoln Elementary': 30, 'Roosevelt High': 41 },
      '"Lincoln Elementary" (lincoln-elementary, 30 on record) is missing, and the unknown "Abraham Lincoln Elementary" (line 7, 30) may be the same place under a new name.',
      {
        lines: ['roosevelt-high 1 → 41'],
        renames: ['Lincoln Elementary → Abraham Lincoln Elementary'],
        aliases: { 'lincoln-elementary': ['Lincoln Elementary'] },
      },
    ],
    [
      'another name with the same count',
      { 'Timor Lane School': undefined, 'Harbor School': 22 },
      '"Timor Lane School" (timor-lane-school, 22 on record) is missing, and the unknown "Harbor School" (line 7, 22) may be the same place under a new name.',
      {
        lines: [],
        renames: ['Timor Lane School → Harbor School'],
        aliases: { 'timor-lane-school': ['Timor Lane School'] },
      },
    ],
    [
      'another name with one case more',
      { 'Timor Lane School': undefined, 'Harbor School': 23 },
      '"Timor Lane School" (timor-lane-school, 22 on record) is missing, and the unknown "Harbor School" (line 7, 23) may be the same place under a new name.',
      {
        lines: ['timor-lane-school 1 → 23'],
        renames: ['Timor Lane School → Harbor School'],
        aliases: { 'timor-lane-school': ['Timor Lane School'] },
      },
    ],
    [
      'an alike name with far more cases',
      { 'Cabo Bay Academy': undefined, 'Cabo Bay College': 60 },
      '"Cabo Bay Academy" (cabo-bay-academy, 12 on record) is missing, and the unknown "Cabo Bay College" (line 7, 60) may be the same place under a new name.',
      {
        lines: ['cabo-bay-academy 48 → 60'],
        renames: ['Cabo Bay Academy → Cabo Bay College'],
        aliases: { 'cabo-bay-academy': ['Cabo Bay Academy'] },
      },
    ],
    [
      'one that became two',
      { 'Lincoln Elementary': undefined, 'Lincoln North': 19, 'Lincoln South': 12 },
      '"Lincoln Elementary" (lincoln-elementary, 30 on record) is missing, and may have become the unknown "Lincoln North" (line 7, 19) and "Lincoln South" (line 8, 12).',
      {
        lines: ['lincoln-elementary -11 → 19', 'lincoln-south 12 → 12'],
        renames: ['Lincoln Elementary → Lincoln North'],
        aliases: { 'lincoln-elementary': ['Lincoln Elementary'] },
      },
    ],
    [
      'one that became two of other names',
      { 'Lincoln Elementary': undefined, Birch: 11, Cedar: 19 },
      '"Lincoln Elementary" (lincoln-elementary, 30 on record) is missing, and may have become the unknown "Cedar" (line 8, 19) and "Birch" (line 7, 11).',
      {
        lines: ['birch 11 → 11', 'lincoln-elementary -11 → 19'],
        renames: ['Lincoln Elementary → Cedar'],
        aliases: { 'lincoln-elementary': ['Lincoln Elementary'] },
      },
    ],
    [
      'one of which a part became another',
      { 'Lincoln Elementary': 18, Birch: 12 },
      '"Lincoln Elementary" (lincoln-elementary, 30 on record) now has 18 (line 2), and the unknown "Birch" (line 8, 12) may be a part of it.',
      {
        lines: ['birch 12 → 12', 'lincoln-elementary -12 → 18'],
        renames: [],
        aliases: {},
      },
    ],
    [
      'two that became one',
      { 'Cabo Bay Academy': undefined, 'Timor Lane School': undefined, 'Cabo Timor School': 34 },
      '"Timor Lane School" (timor-lane-school, 22 on record) and "Cabo Bay Academy" (cabo-bay-academy, 12 on record) are missing, and may have become the unknown "Cabo Timor School" (line 6, 34).',
      {
        lines: ['cabo-bay-academy -12 → 0', 'timor-lane-school 12 → 34'],
        renames: ['Timor Lane School → Cabo Timor School'],
        aliases: {
          'cabo-bay-academy': ['into:timor-lane-school'],
          'timor-lane-school': ['Cabo Bay Academy', 'Timor Lane School'],
        },
      },
    ],
  ])('holds %s', (_, changes, reason, accepted) => {
    const found = asked(named, but(TABLE, changes), TABLE_BY_NAME);
    expect(found.reasons[0]).toBe(reason);
    expect(found.accepted).toEqual(accepted);
  });

  it('holds one that became a part of another that is like it', () => {
    const table = { 'Lincoln Elementary': 30, 'Lincoln Annex': 11, 'Roosevelt High': 40 };
    const before = world().reads('2021-03-01', table, TABLE_BY_NAME);
    const now = but(table, { 'Lincoln Annex': undefined, 'Lincoln Elementary': 41 });
    expect(asked(before, now, TABLE_BY_NAME)).toEqual({
      reasons: [
        '"Lincoln Annex" (lincoln-annex, 11 on record) is missing, and may have become a part of "Lincoln Elementary" (lincoln-elementary, 30 on record), which now has 41 (line 2).',
      ],
      ids: ['lincoln-annex'],
      accepted: {
        lines: ['lincoln-annex -11 → 0', 'lincoln-elementary 11 → 41'],
        renames: [],
        aliases: {
          'lincoln-annex': ['into:lincoln-elementary'],
          'lincoln-elementary': ['Lincoln Annex'],
        },
      },
    });
  });

  it.each<[string, Record<string, number | undefined>]>([
    ['a new school while none is missing', { 'Abraham Lincoln Elementary': 30 }],
    ['a school that is missing while none is new', { 'Lincoln Elementary': undefined }],
    [
      'one that is missing and one that is nothing like it',
      { Ogden: 1, 'Cabo Bay Academy': undefined, 'Quarry School': 3 },
    ],
    ['numbers that differ', { 'Washington Middle': undefined, 'School 5': 1 }],
    ['a respelling', { 'Lincoln Elementary': undefined, 'LINCOLN ELEM': 31 }],
  ])('lets %s pass', (_, changes) => {
    expect(asked(named, but(TABLE, changes), TABLE_BY_NAME).reasons).toEqual([]);
  });

  it('pairs each place once, the most alike first', () => {
    const found = asked(
      named,
      but(TABLE, {
        'Lincoln Elementary': undefined,
        'Timor Lane School': undefined,
        'Abraham Lincoln Elementary': 30,
        'East Timor Lane School': 22,
      }),
      TABLE_BY_NAME,
    );
    expect(found.accepted?.renames).toEqual([
      'Lincoln Elementary → Abraham Lincoln Elementary',
      'Timor Lane School → East Timor Lane School',
    ]);
  });

  it('makes one reason of a sheet that renames everything, and accepts all of it', () => {
    const table = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`Place${i}x`, i + 10]));
    const before = world().reads('2021-03-01', table, TABLE_BY_NAME);
    const now = Object.fromEntries(
      Object.entries(table).map(([name, count]) => [`Oak ${name}`, count]),
    );
    const found = asked(before, now, TABLE_BY_NAME);
    expect(found.reasons).toHaveLength(1);
    expect(found.reasons[0]).toMatch(
      /^60 places are missing and may be unknown ones .* and 48 more\.$/,
    );
    expect(found.accepted?.lines).toEqual([]);
    expect(found.accepted?.renames).toHaveLength(60);
  });

  it('does not ask while the source seems to count from zero again', () => {
    expect(asked(named, { 'Abraham Lincoln Elementary': 1 }, TABLE_BY_NAME).reasons).toEqual([]);
  });
});

describe('a list of cases known by names', () => {
  it('holds a place under a new name, and takes nothing back', () => {
    const before = world().reads('2021-03-01', TABLE, LIST_BY_NAME);
    const now = but(TABLE, { 'Lincoln Elementary': undefined, 'Abraham Lincoln Elementary': 31 });
    const found = asked(before, now, LIST_BY_NAME);
    expect(found.ids).toEqual(['abraham-lincoln-elementary']);
    expect(found.accepted?.lines).toEqual(['lincoln-elementary 1 → 31']);
  });
});

describe('a table known by ids', () => {
  it('holds ids that lost their zeros, of places without cases too, and learns them', () => {
    const now = {
      12: [31, 'Lincoln'],
      13: [7, 'Taft'],
      90: [40, 'Ogden'],
      14: [0, 'Nova'],
    } as const;
    const found = asked(numbered, now, TABLE_BY_ID);
    expect(found.ids).toEqual(['12', '13', '14']);
    expect(found.reasons[0]).toBe(
      'The unknown id 12, "Lincoln" (line 2, 31), differs only by leading zeros from 0012, "Lincoln" (0012, 30 on record).',
    );
    expect(found.accepted).toEqual({
      lines: ['0012 1 → 31'],
      renames: [],
      aliases: { '0012': ['id:12'], '0013': ['id:13'], '0014': ['id:14'] },
    });
  });

  it('holds an unknown id that has the cases of a missing one', () => {
    const now = { 77: [30, 'Quarry'], '0013': [7, 'Taft'], 90: [40, 'Ogden'] } as const;
    const found = asked(numbered, now, TABLE_BY_ID);
    expect(found.ids).toEqual(['77']);
    expect(found.accepted).toEqual({
      lines: [],
      renames: ['Lincoln → Quarry'],
      aliases: { '0012': ['Lincoln', 'id:77'] },
    });
  });

  it('takes no id for another while both are shown', () => {
    const now = {
      12: [5, 'Twelve'],
      '0012': [30, 'Lincoln'],
      '0013': [7, 'Taft'],
      90: [40, 'Ogden'],
    } as const;
    expect(asked(numbered, now, TABLE_BY_ID).reasons).toEqual([]);
  });

  it('gives the id that a place known by name only goes by to that place, once accepted', () => {
    const now = {
      609772: [31, 'Lincoln Elementary'],
      5: [6, 'Washington Middle'],
      6: [40, 'Roosevelt HS'],
      7: [12, 'Cabo Bay Acad'],
      8: [22, 'Timor Lane School'],
    } as const;
    const found = asked(named, now, TABLE_BY_ID);
    expect(found.reasons[0]).toContain('run "npm run schools"');
    expect(found.accepted?.lines).toEqual(['lincoln-elementary 1 → 31']);
    expect(found.accepted?.aliases).toEqual({
      'lincoln-elementary': ['id:609772'],
      'washington-middle': ['id:5'],
      'roosevelt-high': ['id:6'],
      'cabo-bay-academy': ['id:7'],
      'timor-lane-school': ['id:8'],
    });
  });
});

describe('an answer', () => {
  const now = but(TABLE, { 'Lincoln Elementary': undefined, 'Abraham Lincoln Elementary': 30 });
  const held = named.holds('2021-03-02', now, TABLE_BY_NAME);
  const declined = Object.assign(Object.create(Object.getPrototypeOf(held)), held, {
    ledger: { ...held.ledger, held: { ...held.ledger.held, declined: held.ledger.held?.key } },
  }) as World;

  it('that they are two counts both as what they are, whatever the counts are by then', () => {
    const later = but(now, { 'Roosevelt High': 42, 'Abraham Lincoln Elementary': 31 });
    const plan = declined.plans('2021-03-03', later, TABLE_BY_NAME);
    expect(plan.kind).toBe('published');
    expect(plan.kind === 'published' && recordOf(plan).lines).toEqual([
      'abraham-lincoln-elementary 31 → 31',
      'roosevelt-high 2 → 42',
    ]);
  });

  it('is remembered while another reason keeps the update waiting', () => {
    const fallen = but(now, { 'Roosevelt High': 20 });
    const still = declined.plans('2021-03-03', fallen, TABLE_BY_NAME);
    if (still.kind !== 'held') throw new Error(`the read is ${still.kind}`);
    expect(still.hold.reasons.map(({ guard }) => guard)).toEqual(['school-fall']);
    expect(still.hold.apart).toEqual(['abraham-lincoln-elementary']);
  });

  it('is not given by a no to another question', () => {
    const again = held.plans('2021-03-03', now, TABLE_BY_NAME);
    expect(again.kind).toBe('held');
  });
});
