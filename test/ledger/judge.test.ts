import { describe, expect, it } from 'vitest';
import { guards } from '../../scripts/ledger/guards/index.ts';
import type { Snapshot } from '../../scripts/ledger/snapshot.ts';
import { type Counts, schoolId, settingsOf, TABLE_BY_ID, type World, world } from '../world.ts';

/** A hundred schools with ten cases each, read on two days. */
const hundred: Counts = Object.fromEntries(
  Array.from({ length: 100 }, (_, index) => [String(1000 + index), 10]),
);
const district = world().reads('2021-02-28', hundred).reads('2021-03-01', hundred);

const but = (changes: Record<string, number | readonly [number, string] | undefined>): Counts =>
  Object.fromEntries(
    Object.entries({ ...hundred, ...changes }).filter(([, count]) => count !== undefined),
  ) as Counts;
const each = (change: (index: number) => number): Counts =>
  Object.fromEntries(Object.keys(hundred).map((id, index) => [id, 10 + change(index)]));
const without = (from: number, to: number): Counts =>
  Object.fromEntries(Object.entries(hundred).filter((_, index) => index < from || index >= to));

const silent = (from: number, to: number): Snapshot['notReported'] =>
  Object.keys(hundred)
    .slice(from, to)
    .map((id) => ({ key: { kind: 'id', id: schoolId(id) }, name: null, line: 9, found: '' }));

const found = (w: World, counts: Counts, changes: Partial<Snapshot> = {}) => {
  const verdict = w.judges('2021-03-02', counts, changes);
  if (verdict.kind === 'clear') return [];
  return [...new Set(verdict.hold.reasons.map((reason) => reason.guard))];
};
const totalsSheet = TABLE_BY_ID;
const unreadable = [
  { line: 9, column: 'Count', value: '1,5', what: 'count' as const, id: schoolId('1003') },
];

describe('the guards', () => {
  it.each<[string, World, Counts, Partial<Snapshot>, string[]]>([
    ['let an ordinary day pass', district, each((i) => (i % 9 === 0 ? 1 : 0)), {}, []],
    ['let a small correction pass', district, but({ '1000': 7 }), {}, []],
    [
      'hold a school that falls by 4',
      district,
      but({ '1000': 6, '1001': 12 }),
      {},
      ['school-fall'],
    ],
    [
      'hold a district that falls by 4',
      district,
      each((i) => (i < 4 ? -1 : 0)),
      {},
      ['district-fall'],
    ],
    [
      'hold eleven schools that fall, whatever the others gain',
      district,
      each((i) => (i < 11 ? -1 : i < 30 ? 1 : 0)),
      {},
      ['many-falls'],
    ],
    ['let ten schools fall where others gain', district, each((i) => (i < 10 ? -1 : 1)), {}, []],
    [
      'hold three schools of a table that lose their figures',
      district,
      without(97, 100),
      { ...totalsSheet, notReported: silent(97, 100) },
      ['unreported'],
    ],
    [
      'let two schools of a table lose their figures',
      district,
      without(98, 100),
      { ...totalsSheet, notReported: silent(98, 100) },
      [],
    ],
    [
      'hold a table that loses all its figures, and not as a restart',
      district,
      {},
      { ...totalsSheet, notReported: silent(0, 100) },
      ['unreported'],
    ],
    ['hold half a sheet', district, without(40, 100), {}, ['restart']],
    [
      'hold twelve rows missing at the end',
      district,
      but({ '1099': undefined, '1098': 8 }),
      {},
      ['district-fall', 'school-fall'],
    ],
    ['hold a counter restart', district, each(() => -9), {}, ['restart']],
    [
      'hold a restart declared but not seen',
      district.declares({ counterRestarts: ['2021-03-02'] }),
      each(() => 0),
      {},
      ['false-restart', 'district-surge'],
    ],
    [
      'let a restart declared and seen pass',
      district.declares({ counterRestarts: ['2021-03-02'] }),
      each((i) => (i < 9 ? -9 : -10)),
      {},
      [],
    ],
    [
      'hold a sheet of another district',
      district,
      Object.fromEntries(Object.keys(hundred).map((id) => [`9${id}`, 10])),
      {},
      ['strangers', 'school-fall', 'many-falls'],
    ],
    [
      'hold three schools missing from a totals sheet',
      district,
      without(97, 100),
      totalsSheet,
      ['disappearances'],
    ],
    ['let two missing schools pass', district, without(98, 100), totalsSheet, []],
    [
      'let six schools with a first case pass',
      district,
      but({ x1: 1, x2: 1, x3: 2, x4: 1, x5: 3, x6: 1 }),
      {},
      [],
    ],
    [
      'hold six strangers with a history',
      district,
      but({ x1: 4, x2: 4, x3: 4, x4: 4, x5: 4, x6: 4 }),
      {},
      ['strangers'],
    ],
    ['let five strangers pass', district, but({ x1: 4, x2: 4, x3: 4, x4: 4, x5: 4 }), {}, []],
    [
      'hold six renames at once',
      district,
      but(
        Object.fromEntries(
          [0, 1, 2, 3, 4, 5].map((i) => [String(1000 + i), [10, `New ${i}`] as const]),
        ),
      ),
      {},
      ['renames'],
    ],
    [
      'let five renames pass',
      district,
      but(
        Object.fromEntries(
          [0, 1, 2, 3, 4].map((i) => [String(1000 + i), [10, `New ${i}`] as const]),
        ),
      ),
      {},
      [],
    ],
    [
      'hold a surge of the district',
      district,
      each((i) => (i < 51 ? 2 : 0)),
      {},
      ['district-surge'],
    ],
    ['let a hundred new cases pass', district, each((i) => (i < 50 ? 2 : 0)), {}, []],
    ['hold a surge of a school', district, but({ '1000': 61 }), {}, ['school-surge']],
    [
      'let a large school’s part of a large day pass',
      district.reads(
        '2021-03-01',
        each((i) => (i < 60 ? 5 : 0)),
      ),
      each((i) => (i === 0 ? 60 : i < 70 ? 12 : 0)),
      {},
      [],
    ],
    [
      'hold a surge of a fifth of a school’s enrollment, whatever the others gain',
      world()
        .school('1000', 10, { enrollment: 250 })
        .reads('2021-02-28', hundred)
        .reads(
          '2021-03-01',
          each((i) => (i < 60 ? 5 : 0)),
        ),
      each((i) => (i === 0 ? 60 : i < 70 ? 12 : 0)),
      {},
      ['school-surge'],
    ],
    [
      'measure the first read after a baseline by the baseline: let half of it pass',
      world().reads('2021-03-01', hundred),
      each((i) => (i < 50 ? 10 : 0)),
      {},
      [],
    ],
    [
      'measure the first read after a baseline by the baseline: hold more than half',
      world().reads('2021-03-01', hundred),
      each((i) => (i < 51 ? 10 : 0)),
      {},
      ['district-surge'],
    ],
    [
      'let a hundred new cases pass where there are many, whatever the last days had',
      world().reads('2021-02-28', { '1000': 9000 }).reads('2021-03-01', { '1000': 9000 }),
      { '1000': 9050, '1001': 50, '1002': 50 },
      {},
      [],
    ],
    [
      'hold an emptied id column',
      district,
      {},
      { rowsWithoutId: 1000, rowCount: 1000 },
      ['restart', 'rows-without-id'],
    ],
    [
      'let the usual rows without id pass',
      district,
      hundred,
      { rowsWithoutId: 10, rowCount: 1000 },
      [],
    ],
    ['hold a row that cannot be read', district, hundred, { unreadable }, ['unreadable-rows']],
    [
      'hold every update when the settings say so',
      district.declares({ review: 'always' }),
      but({ '1000': 11 }),
      {},
      ['review'],
    ],
    [
      'let a read without news pass even then',
      district.declares({ review: 'always' }),
      hundred,
      {},
      [],
    ],
  ])('%s', (_, before, counts, changes, expected) => {
    expect(found(before, counts, changes).sort()).toEqual([...expected].sort());
  });

  it('do not question the first read', () => {
    expect(
      world(settingsOf({ review: 'always' })).judges(
        '2021-03-01',
        each(() => 900),
      ).kind,
    ).toBe('clear');
  });

  it.each<[string, Counts, Partial<Snapshot>]>([
    ['half a sheet', without(40, 100), {}],
    ['falls', each((i) => (i < 20 ? -4 : 0)), {}],
    ['a surge', each(() => 9), {}],
    ['a surge of one', but({ '1000': 90 }), {}],
    ['strangers', but({ x1: 4, x2: 4, x3: 4, x4: 4, x5: 4, x6: 4 }), {}],
    ['other rows', { x1: 4 }, {}],
    ['missing rows', without(90, 100), totalsSheet],
    ['lost figures', without(90, 100), { ...totalsSheet, notReported: silent(90, 100) }],
    ['rows without id', hundred, { rowsWithoutId: 100, rowCount: 1000 }],
    ['a declared restart', hundred, {}],
  ])('call things what the settings call them: %s', (what, counts, changes) => {
    const county = { singular: 'county', plural: 'counties' };
    const state = { singular: 'state', plural: 'states' };
    const restarts = what === 'a declared restart' ? ['2021-03-02'] : [];
    const verdict = district
      .declares({ places: county, district: state, counterRestarts: restarts })
      .judges('2021-03-02', counts, changes);
    const texts = verdict.kind === 'clear' ? [] : verdict.hold.reasons.map(({ text }) => text);
    expect(texts).not.toEqual([]);
    expect(texts.join('\n')).not.toMatch(/school|pupil|district/i);
  });

  it('have unique names', () => {
    expect(new Set(guards.map((guard) => guard.name)).size).toBe(guards.length);
  });

  it('ask a totals sheet only for schools with cases since the last restart', () => {
    const restarted = district.declares({ counterRestarts: ['2021-03-02'] }).reads(
      '2021-03-02',
      each((i) => (i === 0 ? -9 : -10)),
      totalsSheet,
    );
    expect(restarted.reads('2021-03-03', { '1000': 1 }, totalsSheet).last?.missing).toEqual([]);
  });
});

describe('persistence', () => {
  const surge = each((i) => (i < 60 ? 2 : 0));
  const fall = but({ '1000': 4 });

  it.each<[string, Counts, string, string]>([
    ['keeps a surge waiting before 24 hours', surge, '2021-03-03T17:59:00Z', 'held'],
    ['releases a surge after 24 hours', surge, '2021-03-03T18:00:00Z', 'released'],
    [
      'releases a school’s surge after 24 hours',
      but({ '1000': 80 }),
      '2021-03-03T18:00:00Z',
      'released',
    ],
    [
      'keeps a school’s surge within a district’s',
      { ...surge, '1000': 80 },
      '2021-03-03T17:59:00Z',
      'held',
    ],
    ['keeps a fall waiting before 72 hours', fall, '2021-03-05T17:59:00Z', 'held'],
    ['releases a small fall after 72 hours', fall, '2021-03-05T18:00:00Z', 'released'],
  ])('%s', (_, counts, when, kind) => {
    expect(district.holds('2021-03-02', counts).judges(when, counts).kind).toBe(kind);
  });

  it('keeps each reason’s own since, whatever the counts are now', () => {
    const held = district.holds('2021-03-02', surge);
    const more = each((i) => (i < 61 ? 2 : 0));
    expect(held.judges('2021-03-03', more).kind).toBe('released');
    const other = held.judges('2021-03-03', { ...more, '1000': 5 });
    expect(other.kind === 'held' && other.hold.reasons.map((r) => [r.guard, r.since])).toEqual([
      ['school-fall', '2021-03-03T18:00:00Z'],
      ['district-surge', '2021-03-02T18:00:00Z'],
    ]);
  });

  it('compares with as many days as were not read, so that what waited is no jump', () => {
    const steady = ['2021-03-01', '2021-03-02', '2021-03-03'].reduce(
      (w, date, day) =>
        w.reads(
          date,
          each((i) => (i < 12 ? day + 1 : 0)),
        ),
      world().reads('2021-02-28', hundred),
    );
    // At most 12 cases a day, so 120 on the next: 12 of each school waited for eleven days.
    const later = each((i) => (i < 12 ? 15 : 0));
    expect(steady.judges('2021-03-04', later).kind).toBe('held');
    expect(steady.judges('2021-03-05', later).kind).toBe('clear');
  });

  it('makes of what waits no reason, and releases what is left when it is time', () => {
    const days = ['2021-03-02', '2021-03-03', '2021-03-04', '2021-03-05'];
    let w = district.reads('2021-03-01T20:00:00Z', but({ '1002': 22 }));
    const kinds: string[] = [];
    for (const [day, date] of days.entries()) {
      // A school fell by 6, and a large one gains 30 cases a day all the while.
      const counts = but({ '1000': 4, '1001': 10 + 30 * (day + 1), '1002': 22 });
      const verdict = w.judges(date, counts);
      kinds.push(verdict.kind);
      expect(verdict.kind !== 'clear' && verdict.hold.reasons).toMatchObject([
        { guard: 'school-fall', since: '2021-03-02T18:00:00Z' },
      ]);
      if (verdict.kind === 'held') w = w.holds(date, counts);
    }
    expect(kinds).toEqual(['held', 'held', 'held', 'released']);
  });

  it('does not end a surge that is held by waiting alone', () => {
    const held = district.holds('2021-03-02', but({ '1000': 80 }));
    expect(held.judges('2021-03-03T17:59:00Z', but({ '1000': 80 })).kind).toBe('held');
    const other = district.holds('2021-03-02', fall);
    expect(other.judges('2021-03-03T17:59:00Z', but({ '1000': 80 })).kind).toBe('clear');
  });

  it('keeps a suspected restart one while the source grows from there', () => {
    const half = each((i) => (i < 45 ? 0 : -10));
    const grown = each((i) => (i < 85 ? 0 : -10));
    const reasonsOf = (w: World, counts: Counts) => {
      const verdict = w.judges('2021-03-20', counts);
      return verdict.kind === 'clear' ? [] : verdict.hold.reasons.map(({ guard }) => guard);
    };
    expect(reasonsOf(district.holds('2021-03-02', half), grown)).toEqual(['restart']);
    expect(reasonsOf(district, grown)).toContain('district-fall');
    const back = each((i) => (i < 91 ? 0 : -10));
    expect(reasonsOf(district.holds('2021-03-02', half), back)).toContain('district-fall');
  });

  it('starts over if a good read in between did not find the reason', () => {
    const other = district.holds('2021-03-02', surge).holds('2021-03-02T20:00:00Z', fall);
    expect(other.judges('2021-03-03', surge).kind).toBe('held');
  });

  it('does not release falls of over 1 % of what is on record, even if gains offset them', () => {
    const fallen = each((i) => (i < 3 ? -4 : i < 20 ? 1 : 0));
    expect(district.holds('2021-03-02', fallen).judges('2021-03-09', fallen).kind).toBe('held');
  });

  it('does not release a surge of more than half of everything on record', () => {
    const doubled = each(() => 6);
    expect(district.holds('2021-03-02', doubled).judges('2021-03-09', doubled).kind).toBe('held');
  });

  it.each<[string, Counts]>([
    ['a suspected restart', each(() => -9)],
    ['strangers', but({ x1: 4, x2: 4, x3: 4, x4: 4, x5: 4, x6: 4 })],
  ])('never releases %s', (_, counts) => {
    expect(district.holds('2021-03-02', counts).judges('2021-06-01', counts).kind).toBe('held');
  });

  it('never releases what a person declined, but releases another update', () => {
    const held = district.holds('2021-03-02', surge);
    const key = held.ledger.held?.key ?? '';
    const declined = {
      ...held.ledger,
      held: held.ledger.held && { ...held.ledger.held, declined: key },
    };
    const no = Object.assign(held, { ledger: declined });
    expect(no.judges('2021-03-09', surge).kind).toBe('held');
    expect(
      no.judges(
        '2021-03-09',
        each((i) => (i < 61 ? 2 : 0)),
      ).kind,
    ).toBe('released');
  });
});

describe('the key of a hold', () => {
  const key = (counts: Counts, changes: Partial<Snapshot> = {}) => {
    const verdict = district.judges('2021-03-02', counts, changes);
    return verdict.kind === 'held' ? verdict.hold.key : undefined;
  };
  const six = (name: string) =>
    but(
      Object.fromEntries(
        [0, 1, 2, 3, 4, 5].map((i) => [String(1000 + i), [10, `${name} ${i}`] as const]),
      ),
    );

  it('is the same for the same counts and reasons', () => {
    expect(key(six('New'))).toBe(key(six('New')));
  });

  it('differs with the counts, and with the names', () => {
    expect(key(each(() => -9))).not.toBe(key(each(() => -8)));
    expect(key(six('New'))).not.toBe(key(six('Old')));
  });
});
