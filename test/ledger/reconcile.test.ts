import { describe, expect, it } from 'vitest';
import { newCases } from '../../scripts/ledger/reconcile.ts';
import {
  instant,
  schoolId,
  settingsOf,
  snapshotOf,
  TABLE_BY_ID,
  TABLE_BY_NAME,
  type World,
  world,
} from '../world.ts';

/** A ledger that began on 1 March with a at 3 and b at 1. */
const began = world().reads('2021-03-01', { a: 3, b: 1 });

const lines = (w: World) =>
  w.ledger.cases.map((l) => `${l.date}/${l.update} ${l.schoolId} ${l.newCases} ${l.totalCases}`);
const days = (w: World) =>
  w.ledger.days.map((d) => `${d.date} ${d.newCases} ${d.totalCases} ${d.schoolsChanged}`);
const total = (w: World, id: string) =>
  w.ledger.cases.findLast((line) => line.schoolId === id)?.totalCases ??
  w.ledger.schools.get(schoolId(id))?.baselineCases;

describe('newCases', () => {
  it.each([
    ['counts what is above the total', 5, 3, 0, 2],
    ['is 0 when nothing changed', 3, 3, 0, 0],
    ['counts a correction as negative', 2, 3, 0, -1],
    ['counts from the last restart', 5, 13, 10, 2],
  ])('%s', (_, fresh, now, atRestart, expected) => {
    expect(newCases(fresh, now, atRestart)).toBe(expected);
  });
});

describe('the first read', () => {
  it('makes counts baselines, a day of 0 and no update', () => {
    expect(lines(began)).toEqual([]);
    expect(began.ledger.updates).toEqual([]);
    expect(days(began)).toEqual(['2021-03-01 0 4 0']);
    expect(total(began, 'a')).toBe(3);
  });

  it('is followed by news, also later the same day', () => {
    const later = began.reads('2021-03-01T20:00:00Z', { a: 4, b: 1 });
    expect(lines(later)).toEqual(['2021-03-01/1 a 1 4']);
    expect(days(later)).toEqual(['2021-03-01 1 5 1']);
  });

  it('is refused when a row cannot be read: a baseline is never partial', () => {
    const unreadable = [{ line: 7, column: 'Count', value: '1,234', what: 'count' as const }];
    const snapshot = snapshotOf({ a: 3 }, { unreadable });
    expect(() => world().reconciles('2021-03-01', snapshot)).toThrow(
      /line 7, column "Count".*1,234/,
    );
  });
});

describe('an update', () => {
  it('records every changed school once, sorted by id', () => {
    const after = began.reads('2021-03-02', { b: 2, a: 5 });
    expect(lines(after)).toEqual(['2021-03-02/1 a 2 5', '2021-03-02/1 b 1 2']);
    expect(days(after).at(-1)).toBe('2021-03-02 3 7 2');
    expect(after.ledger.updates.at(-1)).toMatchObject({
      update: 1,
      newCases: 3,
      schoolsChanged: 2,
    });
  });

  it('is not written twice for the same sheet', () => {
    const once = began.reads('2021-03-02', { a: 5, b: 1 });
    const twice = once.reads('2021-03-02', { a: 5, b: 1 });
    expect(twice.ledger).toEqual(once.ledger);
  });

  it('adds a day of 0 when a new day is read without change', () => {
    const after = began.reads('2021-03-02', { a: 3, b: 1 });
    expect(days(after).at(-1)).toBe('2021-03-02 0 4 0');
    expect(after.ledger.updates).toEqual([]);
  });

  it('keeps each of several updates of a day: 3, then 2, then 0', () => {
    const start = world().school('a').reads('2021-03-01', { b: 1 });
    const after = start
      .reads('2021-03-02T15:00:00Z', { a: 3, b: 1 })
      .reads('2021-03-02T16:00:00Z', { a: 2, b: 1 })
      .reads('2021-03-02T17:00:00Z', { b: 1 });
    expect(lines(after)).toEqual([
      '2021-03-02/1 a 3 3',
      '2021-03-02/2 a -1 2',
      '2021-03-02/3 a -2 0',
    ]);
    expect(days(after).at(-1)).toBe('2021-03-02 0 1 1');
  });

  it('appends to the record without changing any line', () => {
    const one = began.reads('2021-03-02', { a: 5, b: 1 });
    const two = one.reads('2021-03-05', { a: 4, b: 9 });
    expect(lines(two).slice(0, lines(one).length)).toEqual(lines(one));
    expect(two.ledger.updates.slice(0, 1)).toEqual(one.ledger.updates);
  });
});

describe('a school that a sheet does not show', () => {
  it('has no case in a line list', () => {
    expect(lines(began.reads('2021-03-02', { a: 3 }))).toEqual(['2021-03-02/1 b -1 0']);
  });

  it('keeps its count in a totals sheet, and is missing while it has cases', () => {
    const after = began.reads('2021-03-02', { a: 3 }, TABLE_BY_ID);
    expect(lines(after)).toEqual([]);
    expect(after.last?.missing.map((school) => school.id)).toEqual(['b']);
  });

  it('is not missing if the settings list it as gone, and is reported when it comes back', () => {
    const gone = began.declares({ gone: ['b'] });
    expect(gone.reads('2021-03-02', { a: 3 }, TABLE_BY_ID).last?.missing).toEqual([]);
    expect(gone.reads('2021-03-02', { a: 3, b: 2 }).last?.returned).toEqual(['b']);
  });

  it('keeps its count in a line list if its id was never learnt or is ignored', () => {
    const named = world()
      .school('lincoln-hs', 0, { name: 'Lincoln High School' })
      .school('c', 0)
      .reads('2021-03-01', { 'Lincoln HS': 4, c: 2 }, TABLE_BY_NAME);
    expect(lines(named.reads('2021-03-02', {}, { ignored: ['c'] }))).toEqual([]);
  });
});

describe('an unknown school', () => {
  it('enters with baseline 0, so that its cases are new', () => {
    const after = began.reads('2021-03-02', { a: 3, b: 1, c: [2, 'Carver'] });
    expect(after.ledger.schools.get(schoolId('c'))).toMatchObject({
      name: 'Carver',
      baselineCases: 0,
    });
    expect(lines(after)).toEqual(['2021-03-02/1 c 2 2']);
  });

  it('keeps the schools sorted by id', () => {
    const after = began.reads('2021-03-02', { b: 1, a: 3, A1: 1 });
    expect([...after.ledger.schools.keys()]).toEqual(['A1', 'a', 'b']);
  });
});

describe('names', () => {
  const labelled = world()
    .school('609700', 0, { name: 'AIR FORCE HIGH SCHOOL' })
    .reads('2021-03-01', { '609700': 1 });

  it.each(['Air Force HS', 'air  force high school', 'AIR FORCE H.S.'])(
    'that equal the label after normalising change nothing: %s',
    (name) => {
      const after = labelled.reads('2021-03-01', { '609700': [1, name] });
      expect(after.ledger).toEqual(labelled.ledger);
    },
  );

  it('that differ are a rename: the id stays, the old label becomes an alias, no update', () => {
    const after = labelled.reads('2021-03-02', { '609700': [1, 'Space Force HS'] });
    expect(after.ledger.renames).toEqual([
      {
        renamedAt: instant('2021-03-02'),
        schoolId: '609700',
        oldName: 'AIR FORCE HIGH SCHOOL',
        newName: 'Space Force HS',
      },
    ]);
    expect(after.ledger.schools.get(schoolId('609700'))).toMatchObject({
      name: 'Space Force HS',
      aliases: ['AIR FORCE HIGH SCHOOL'],
    });
    expect(after.ledger.updates).toEqual([]);
    const back = after.reads('2021-03-03', { '609700': [1, 'Air Force HS'] });
    expect(back.ledger.renames).toHaveLength(1);
  });

  it('find a school in a sheet without ids, also by a former name', () => {
    const after = labelled
      .reads('2021-03-02', { '609700': [1, 'Space Force HS'] })
      .reads('2021-03-03', { 'Air Force HS': 4 }, TABLE_BY_NAME);
    expect(lines(after)).toEqual(['2021-03-03/1 609700 3 4']);
  });

  it('never find a school whose id is in the sheet', () => {
    const after = labelled.reads('2021-03-02', { '609700': 1, '609701': [1, 'Air Force HS'] });
    expect(after.ledger.schools.size).toBe(2);
  });

  it('of a school known by name only make a new id suspicious, and an id: alias settles it', () => {
    const named = world().reads('2021-03-01', { 'Lincoln HS': 4 }, TABLE_BY_NAME);
    const learnt = named.reads('2021-03-02', { '7': [5, 'LINCOLN HIGH SCHOOL'] });
    expect(learnt.last?.namesakes.map((row) => row.id)).toEqual(['7']);
    const known = world()
      .school('lincoln-hs', 4, { name: 'Lincoln HS', aliases: ['id:7'] })
      .declares({})
      .reads('2021-03-01', { '7': 4 })
      .reads('2021-03-02', { '7': 5 });
    expect(lines(known)).toEqual(['2021-03-02/1 lincoln-hs 1 5']);
  });

  it('of two rows that are one school refuse the sheet', () => {
    const renamed = labelled.reads('2021-03-02', { '609700': [1, 'Space Force HS'] });
    const both = snapshotOf({ 'Air Force HS': 1, 'Space Force HS': 2 }, TABLE_BY_NAME);
    expect(() => renamed.reconciles('2021-03-03', both)).toThrow(/are both the place 609700/);
  });
});

describe('a counter restart', () => {
  it('in the middle of a day neither loses nor invents cases: +3, then 5 from zero, make 8', () => {
    const after = began
      .reads('2021-03-02T15:00:00Z', { a: 6, b: 1 })
      .declares({ counterRestarts: ['2021-03-02'] })
      .reads('2021-03-02T16:00:00Z', { a: 5 });
    expect(days(after).at(-1)).toBe('2021-03-02 8 12 1');
    expect(after.ledger.updates.map((update) => update.restarts)).toEqual([0, 1]);
  });

  it('that is declared late counts from the total at the first update that takes it into account', () => {
    const after = began
      .reads('2021-03-02', { a: 6, b: 1 })
      .declares({ counterRestarts: ['2021-03-02'] })
      .reads('2021-03-05', { a: 2 })
      .reads('2021-03-06', { a: 2, b: 1 });
    expect(lines(after).slice(1)).toEqual(['2021-03-05/1 a 2 8', '2021-03-06/1 b 1 2']);
  });

  it('before the first day changes nothing: baselines are part of what the source counts', () => {
    const after = world(settingsOf({ counterRestarts: ['2021-02-01', '2021-03-01'] }))
      .reads('2021-03-01', { a: 3 })
      .reads('2021-03-02', { a: 4 });
    expect(lines(after)).toEqual(['2021-03-02/1 a 1 4']);
  });

  it('cannot be withdrawn once an update was counted with it', () => {
    const counted = began
      .declares({ counterRestarts: ['2021-03-02'] })
      .reads('2021-03-02', { a: 1 });
    expect(() => counted.declares({ counterRestarts: [] }).reads('2021-03-03', { a: 2 })).toThrow(
      /already counted with 1/,
    );
  });

  it('can be withdrawn while no update was counted with it: the old counter continues', () => {
    const declared = began.declares({ counterRestarts: ['2021-03-02'] }).reads('2021-03-02', {});
    const after = declared.declares({ counterRestarts: [] }).reads('2021-03-03', { a: 4, b: 1 });
    expect(lines(after)).toEqual(['2021-03-03/1 a 1 4']);
  });

  it('a second one counts from there', () => {
    const after = began
      .declares({ counterRestarts: ['2021-03-02', '2021-03-04'] })
      .reads('2021-03-02', { a: 2 })
      .reads('2021-03-04', { a: 1, b: 1 });
    expect(total(after, 'a')).toBe(6);
    expect(total(after, 'b')).toBe(2);
  });
});

describe('the reporting date', () => {
  it.each([
    ['before midnight in Chicago, daylight saving ahead', '2021-03-14T05:30:00Z', '2021-03-13'],
    ['a summer evening', '2021-07-01T04:59:00Z', '2021-06-30'],
    ['the day of 23 hours', '2021-03-15T04:59:59Z', '2021-03-14'],
    ['the day of 25 hours', '2021-11-08T05:59:59Z', '2021-11-07'],
    ['New Year’s Eve', '2022-01-01T05:59:59Z', '2021-12-31'],
    ['New Year', '2022-01-01T06:00:00Z', '2022-01-01'],
  ])('is the day in the district: %s', (_, when, date) => {
    expect(began.reads(when, { a: 4, b: 1 }).last?.date).toBe(date);
  });
});
