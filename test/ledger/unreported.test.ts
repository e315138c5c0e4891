import { describe, expect, it } from 'vitest';
import { checkInvariants } from '../../scripts/ledger/invariants/index.ts';
import type { Ledger } from '../../scripts/ledger/model.ts';
import type { Snapshot, UnreportedPlace } from '../../scripts/ledger/snapshot.ts';
import {
  instant,
  schoolId,
  settingsOf,
  TABLE_BY_ID,
  TABLE_BY_NAME,
  type World,
  world,
} from '../world.ts';

const unreported = (id: string, name: string | null = null): UnreportedPlace => ({
  key: { kind: 'id', id: schoolId(id) },
  name,
  line: 9,
  found: '<5',
});
const without = (...ids: readonly string[]): Partial<Snapshot> => ({
  ...TABLE_BY_ID,
  notReported: ids.map((id) => unreported(id)),
});

const began = world().reads('2021-03-01', { a: 3, b: 1 }, TABLE_BY_ID);
const lines = (w: World) =>
  w.ledger.cases.map((l) => `${l.date}/${l.update} ${l.schoolId} ${l.newCases}`);
const days = (w: World) => w.ledger.days.map((d) => `${d.date} ${d.newCases} ${d.totalCases}`);
const check = (ledger: Ledger) =>
  checkInvariants(ledger, { notAfter: instant('2021-04-01'), timeZone: 'America/Chicago' });
const baseline = (w: World, id: string) => w.ledger.schools.get(schoolId(id))?.baselineCases;

describe('a place that the source shows without a figure', () => {
  it('keeps its count, and is not missing', () => {
    const after = began.reads('2021-03-02', { a: 4 }, without('b'));
    expect(lines(after)).toEqual(['2021-03-02/1 a 1']);
    expect(after.last?.missing).toEqual([]);
    const back = after.reads('2021-03-03', { a: 4, b: 2 }, TABLE_BY_ID);
    expect(lines(back)).toEqual(['2021-03-02/1 a 1', '2021-03-03/1 b 1']);
  });

  it('is found by its name where the source knows names', () => {
    const named = world().reads('2021-03-01', { 'Lincoln HS': 4, Carver: 2 }, TABLE_BY_NAME);
    const notReported = [
      {
        key: { kind: 'name' as const, slug: schoolId('x') },
        name: 'LINCOLN H.S.',
        line: 2,
        found: '',
      },
    ];
    const after = named.reads('2021-03-02', { Carver: 2 }, { ...TABLE_BY_NAME, notReported });
    expect(after.last?.missing).toEqual([]);
    expect(after.ledger.schools.size).toBe(2);
  });

  it('enters with a blank baseline on the first read, which its first figure becomes: no news', () => {
    const first = world().reads('2021-03-01', { a: 3 }, without('b'));
    expect(baseline(first, 'b')).toBeNull();
    expect(days(first)).toEqual(['2021-03-01 0 3']);
    const shown = first.reads('2021-03-02', { a: 4, b: 12 }, TABLE_BY_ID);
    expect(baseline(shown, 'b')).toBe(12);
    expect(lines(shown)).toEqual(['2021-03-02/1 a 1']);
    expect(days(shown)).toEqual(['2021-03-01 0 3', '2021-03-02 1 16']);
    const later = shown.reads('2021-03-03', { a: 4, b: 13 }, TABLE_BY_ID);
    expect(lines(later).at(-1)).toBe('2021-03-03/1 b 1');
    expect(days(later).at(-1)).toBe('2021-03-03 1 17');
    check(later.ledger);
  });

  it('may show its first figure later on the same day', () => {
    const first = world().reads('2021-03-01T15:00:00Z', { a: 3 }, without('b'));
    const shown = first.reads('2021-03-01T16:00:00Z', { a: 3, b: 5 }, TABLE_BY_ID);
    expect(days(shown)).toEqual(['2021-03-01 0 8']);
    expect(shown.ledger.updates).toEqual([]);
    check(shown.ledger);
  });

  it('enters with a blank baseline later too, and once only', () => {
    const after = began
      .reads('2021-03-02', { a: 3, b: 1 }, without('c'))
      .reads('2021-03-03', { a: 3, b: 1 }, without('c'));
    expect(baseline(after, 'c')).toBeNull();
    expect(after.ledger.schools.size).toBe(3);
    expect(after.last?.unknown).toEqual([]);
  });

  it('has all of its first figure as news once the source has counted from zero again', () => {
    const restarted = began
      .reads('2021-03-02', { a: 3, b: 1 }, without('c'))
      .declares({ counterRestarts: ['2021-03-03'] })
      .reads('2021-03-03', { a: 1, b: 0, c: 2 }, TABLE_BY_ID);
    expect(lines(restarted)).toEqual(['2021-03-03/1 a 1', '2021-03-03/1 c 2']);
    expect(baseline(restarted, 'c')).toBe(0);
    const later = restarted.reads('2021-03-04', { a: 1, b: 0, c: 2 }, TABLE_BY_ID);
    expect(lines(later)).toEqual(lines(restarted));
  });

  it('leaves no total that does not add up', () => {
    const { ledger } = world()
      .reads('2021-03-01', { a: 3 }, without('b'))
      .reads('2021-03-02', { a: 3, b: 5 }, TABLE_BY_ID)
      .reads('2021-03-03', { a: 4, b: 5 }, TABLE_BY_ID);
    check(ledger);
    for (const [index, wrong] of [
      [0, 9],
      [1, 2],
      [1, 9],
      [2, 8],
      [2, 10],
    ] as const) {
      const edited = ledger.days.map((day, at) =>
        at === index ? { ...day, totalCases: wrong } : day,
      );
      expect(() => check({ ...ledger, days: edited }), `day ${index}: ${wrong}`).toThrow(
        /total_cases/,
      );
    }
  });
});

describe('rows of cases by name', () => {
  const list = { rowKind: 'case', keyedBy: 'name' } as const;

  it('show every place that has a case, so one that is absent has none', () => {
    const after = world()
      .reads('2021-03-01', { Alder: 2, Birch: 1 }, list)
      .reads('2021-03-02', { Alder: 2 }, list);
    expect(lines(after)).toEqual(['2021-03-02/1 birch -1']);
  });
});

describe('a sheet whose rows are all new', () => {
  it('is held, though they are few, in the words of what it may be', () => {
    const verdict = began.judges('2021-03-02', { x: 1, y: 2 });
    expect(verdict.kind).toBe('held');
    const texts = verdict.kind === 'held' ? verdict.hold.reasons.map(({ text }) => text) : [];
    expect(texts.join(' ')).toMatch(
      /Not one row is of a school on record, as if every row were new.*source\.columns\.id.*x \(x\), Y|2 schools are unknown/,
    );
    expect(texts.join(' ')).toContain('as if every row were new');
  });

  it('is no wonder when a restart was declared and nothing counted since', () => {
    const declared = began.declares({ counterRestarts: ['2021-03-02'] });
    const verdict = declared.judges('2021-03-02', { x: 1 });
    const texts = verdict.kind === 'held' ? verdict.hold.reasons.map(({ text }) => text) : [];
    expect(texts.join(' ')).not.toContain('as if every row were new');
  });

  it('is no wonder when nothing is on record yet', () => {
    const empty = world(settingsOf()).reads('2021-03-01', { a: 0 }, TABLE_BY_ID);
    expect(empty.judges('2021-03-02', { x: 1 }).kind).toBe('clear');
  });
});
