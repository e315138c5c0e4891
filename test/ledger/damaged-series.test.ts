import { beforeAll, describe, expect, it } from 'vitest';
import { hasSharedData } from '../shared-data.ts';
import type { World } from '../world.ts';
import { DAMAGES } from './damages.ts';
import { orangeCountyRows } from './real-series.ts';
import { outcomeOf, readOn, SHAPES, type Sheet, textOf } from './sheets-of-series.ts';

type ShapeName = keyof typeof SHAPES;

const DAYS_READ = 9;
const DAYS_BEFORE = 21;

/** What comes of each damage of an ordinary day: as a list of days, a table, a table by name. */
const OUTCOMES: Readonly<Record<string, readonly [list: string, table: string, first: string]>> = {
  'half a sheet': ['restart disappearances', 'restart disappearances', 'restart disappearances'],
  'every second row missing': [
    'district-fall many-falls school-fall',
    'disappearances',
    'disappearances',
  ],
  'the counts emptied': ['unreported', 'unreported', 'unreported'],
  'one column of counts emptied, or a third of the only one': [
    'district-fall many-falls school-fall',
    'restart',
    'unreported',
  ],
  'ids and names emptied': [
    'refused: unreadable-rows',
    'refused: unreadable-rows',
    'refused: unreadable-rows',
  ],
  'two columns swapped below their headings': [
    'refused: unreadable-rows',
    'refused: duplicate-schools',
    'refused: duplicate-schools',
  ],
  'the sheet of another district': [
    'disappearances strangers possible-rename district-surge',
    'disappearances strangers district-surge',
    'disappearances strangers possible-rename district-surge',
  ],
  'the counts of the day before halved, or all of a table': ['many-falls', 'restart', 'restart'],
  'every count halved': ['restart', 'restart', 'restart'],
  'every count doubled': ['district-surge', 'district-surge', 'district-surge'],
  'the rows pasted twice, or every count doubled in a table': [
    'district-surge',
    'district-surge',
    'district-surge',
  ],
  'ids and names shifted by a row': [
    'many-falls school-fall',
    'many-falls school-fall',
    'many-falls school-fall',
  ],
  'the counts sorted by themselves': [
    'many-falls school-fall',
    'many-falls school-fall',
    'many-falls school-fall',
  ],
  'a new sheet from zero': ['restart', 'restart', 'restart'],
  'a new sheet that begins with few cases': [
    'restart disappearances',
    'restart disappearances',
    'restart disappearances',
  ],
  'one school at ten times': [
    'district-surge school-surge',
    'district-surge school-surge',
    'district-surge school-surge',
  ],
  'a total of some other count, counted in': [
    'district-surge school-surge',
    'unreadable-rows',
    'district-surge school-surge',
  ],
  'a footer with a year as a place': [
    'district-surge school-surge',
    'unreadable-rows',
    'district-surge school-surge',
  ],
  'counts cut to one digit': ['district-fall many-falls school-fall', 'restart', 'restart'],
  'every tenth count without its first digit': [
    'district-fall many-falls school-fall',
    'district-fall many-falls school-fall unreadable-rows',
    'district-fall many-falls school-fall',
  ],
  'rows of ten days lost, or a tenth of a table': [
    'district-fall many-falls school-fall',
    'disappearances',
    'disappearances',
  ],
  'one kind of person left out': [
    'district-fall many-falls school-fall disappearances',
    'district-fall many-falls school-fall',
    'district-fall many-falls school-fall',
  ],
  'the sheet of three weeks before': [
    'district-fall many-falls school-fall',
    'district-fall many-falls school-fall',
    'district-fall many-falls school-fall',
  ],
  'names cut to eight letters, and ids to three digits': [
    'disappearances strangers possible-rename district-surge',
    'refused: duplicate-schools',
    'refused: duplicate-schools',
  ],
  'formulas that broke': [
    'refused: unreadable-rows',
    'refused: unreadable-rows',
    'refused: unreadable-rows',
  ],
  'rates instead of counts': [
    'refused: not-a-running-total',
    'refused: not-a-running-total',
    'refused: not-a-running-total',
  ],
  'signs in front of counts': [
    'refused: unreadable-rows',
    'refused: unreadable-rows',
    'refused: unreadable-rows',
  ],
  'other headings': [
    'refused: unknown-columns',
    'refused: unknown-columns',
    'refused: unknown-columns',
  ],
};

/** A day's sheet, the one of three weeks before, and ledgers that have read the days up to then. */
async function dayOf(date: string) {
  const dates = [...new Set(orangeCountyRows().map((row) => row.date))];
  const at = dates.indexOf(date);
  const ledgers = new Map<ShapeName, World>();
  for (const name of ['list', 'table', 'first'] as const) {
    ledgers.set(name, await readOn(SHAPES[name], dates.slice(at - DAYS_READ, at)));
  }
  const readDamaged = (name: ShapeName, damage: (typeof DAMAGES)[number]) => {
    const { sheet } = SHAPES[name];
    const damaged = damage.damaged(sheet(date), sheet(dates[at - DAYS_BEFORE] ?? ''));
    return outcomeOf(ledgers.get(name) ?? fail(name), date, textOf(damaged));
  };
  return { readDamaged };
}

function fail(name: string): never {
  throw new Error(`no ledger of ${name}`);
}

/** The sheet's own total, which is no damage: it is read as what it is. */
const TOTAL_ROW = {
  what: '',
  damaged: ({ header, rows }: Sheet) => {
    const sums = header.map((heading, column) =>
      /^(Students|Staff|Cases)$/.test(heading)
        ? String(rows.reduce((sum, row) => sum + Number(row[column]), 0))
        : heading === 'School'
          ? 'District total'
          : '',
    );
    return { header, rows: [...rows, sums] };
  },
};

const AS_IT_IS = { what: '', damaged: (sheet: Sheet) => sheet };

describe.skipIf(!hasSharedData)('a real sheet that is damaged is held or refused', () => {
  describe('on an ordinary day', () => {
    let day: Awaited<ReturnType<typeof dayOf>>;
    beforeAll(async () => {
      day = await dayOf('2021-10-20');
    });
    it.each(['list', 'table', 'first'] as const)('but not as it is: %s', async (name) => {
      expect(await day.readDamaged(name, AS_IT_IS)).toBe('published');
    });
    it.each(['table', 'first'] as const)('nor with a total row: %s', async (name) => {
      expect(await day.readDamaged(name, TOTAL_ROW)).toBe('published');
    });
    it.each(DAMAGES)('$what', async (damage) => {
      const outcomes = await Promise.all(
        (['list', 'table', 'first'] as const).map((name) => day.readDamaged(name, damage)),
      );
      expect(outcomes).toEqual(OUTCOMES[damage.what]);
    });
  });
  describe('in its first weeks, which grow fast', () => {
    let day: Awaited<ReturnType<typeof dayOf>>;
    beforeAll(async () => {
      day = await dayOf('2021-08-27');
    });
    it.each(['list', 'table', 'first'] as const)('but not as it is: %s', async (name) => {
      expect(await day.readDamaged(name, AS_IT_IS)).toBe('published');
    });
    it.each(DAMAGES)('$what', async (damage) => {
      for (const name of ['list', 'table', 'first'] as const) {
        expect(await day.readDamaged(name, damage), name).not.toMatch(
          /^(published|checked|unchanged)$/,
        );
      }
    });
  });
});
