import { parseSchoolId } from '../../domain/school-id.ts';
import { normalizeName } from '../../domain/school-name.ts';
import { type Table, textOf } from '../../source/table.ts';
import type { ColumnProfile } from './column-profiles.ts';
import { isIdHeading, suggests } from './heading-words.ts';

/** A table with what each of its columns holds. */
export interface ProfiledTable {
  readonly table: Table;
  readonly columns: readonly ColumnProfile[];
}

/** Of places, before two columns that agree on the others are said to go together. */
const SLIPS = 0.05;
/** Ids for each name, from which on they are the rows' own. */
const IDS_FOR_A_NAME = 1.2;

/**
 * The columns that may hold the places' names, the likeliest first. Of two that go together (a
 * school and its area) the finer one; several at once where only they make a name unique.
 */
export function proposeNames(sheet: ProfiledTable): readonly (readonly ColumnProfile[])[] {
  const texts = sheet.columns.filter(
    (column) => column.kind === 'text' && !namesPeople(sheet, column),
  );
  const named = texts.filter(({ heading }) => suggests(heading, 'place'));
  const pool = named.length > 0 ? named : texts;
  const likely = pool.filter(
    ({ heading, distinct }) =>
      !suggests(heading, 'besides') && !suggests(heading, 'dateOfOther') && distinct > 1,
  );
  const finest = withoutCoarser(sheet, likely.length > 0 ? likely : pool.slice(0, 1));
  const joined = finest.length > 1 ? [finest] : [];
  const alone = [...finest].sort((a, b) => b.distinct - a.distinct);
  return [...alone.map((column) => [column]), ...joined];
}

/**
 * The columns that may hold the places' ids, the likeliest first.
 *
 * @param names the columns with the names; an id that goes with a row rather than with a name is the
 *   case's, and never proposed
 * @param isTable whether each row is a place with figures, so that rows and places are one
 */
export function proposeIds(
  sheet: ProfiledTable,
  names: readonly ColumnProfile[],
  isTable: boolean,
): readonly ColumnProfile[] {
  const ids = sheet.columns.filter(
    (column) =>
      (column.kind === 'code' || column.kind === 'number') &&
      isIdHeading(column.heading) &&
      isOfPlace(column) &&
      !names.includes(column) &&
      holdsIds(sheet, column) &&
      (isTable || goesWithNames(sheet, column, names)),
  );
  return [...ids].sort(
    (a, b) => Number(suggests(b.heading, 'place')) - Number(suggests(a.heading, 'place')),
  );
}

/** How many rows repeat what these columns say; rows that say nothing there are left out. */
export function repeats(sheet: ProfiledTable, columns: readonly ColumnProfile[]): number {
  const keys = cellsOf(sheet, columns).filter(Boolean);
  return keys.length - new Set(keys).size;
}

/** Whether a column counts the rows of each place, from 0 or 1 on: it numbers a place’s cases. */
export function numbersCases(
  sheet: ProfiledTable,
  column: ColumnProfile,
  place: ColumnProfile,
): boolean {
  const next = new Map<string, number>();
  const places = cellsOf(sheet, [place]);
  for (const [row, name] of places.entries()) {
    const number = Number(sheet.table.cell(row, column.index));
    const expected = next.get(name);
    if (expected === undefined ? number > 1 : number !== expected) return false;
    next.set(name, number + 1);
  }
  return next.size < places.length;
}

function isOfPlace({ heading, numbersRows }: ColumnProfile): boolean {
  if (suggests(heading, 'idOfOther') || /^[_:]/.test(heading)) return false;
  return suggests(heading, 'place') || !numbersRows;
}

/** Kinds of people ("Student", "Employee") are no places. */
function namesPeople({ table }: ProfiledTable, { index, distinct }: ColumnProfile): boolean {
  if (distinct > KINDS_OF_PEOPLE) return false;
  const texts = Array.from({ length: table.rowCount }, (_, row) => textOf(table.cell(row, index)));
  return texts.every((text) => text === '' || suggests(text, 'part'));
}

const KINDS_OF_PEOPLE = 6;

function holdsIds({ table }: ProfiledTable, { index }: ColumnProfile): boolean {
  return Array.from({ length: table.rowCount }, (_, row) => textOf(table.cell(row, index))).every(
    (text) => text === '' || parseSchoolId(text) !== undefined,
  );
}

function goesWithNames(
  sheet: ProfiledTable,
  column: ColumnProfile,
  names: readonly ColumnProfile[],
): boolean {
  if (names.length === 0) return true;
  const ids = new Set(cellsOf(sheet, [column]).filter(Boolean)).size;
  const isEachRow = ids > 1 && repeats(sheet, [column]) === 0;
  const known = new Set(cellsOf(sheet, names).filter(Boolean)).size;
  return !(isEachRow && repeats(sheet, names) > 0) && ids <= known * IDS_FOR_A_NAME;
}

/** Columns of which another one says more: every school lies in one area. */
function withoutCoarser(
  sheet: ProfiledTable,
  columns: readonly ColumnProfile[],
): readonly ColumnProfile[] {
  return columns.filter(
    (column, at) =>
      !columns.some((other, otherAt) => {
        if (other === column || other.distinct < column.distinct) return false;
        const isSame = other.distinct === column.distinct;
        return isDetermined(sheet, column, other) && (!isSame || otherAt < at);
      }),
  );
}

/** Whether each text of one column goes with one text of another, but for slips. */
function isDetermined(sheet: ProfiledTable, what: ColumnProfile, by: ColumnProfile): boolean {
  const [whats, bys] = [cellsOf(sheet, [what]), cellsOf(sheet, [by])];
  const first = new Map<string, string>();
  const several = new Set<string>();
  for (const [row, key] of bys.entries()) {
    const found = whats[row] ?? '';
    if (key === '' || found === '') continue;
    if ((first.get(key) ?? found) === found) first.set(key, found);
    else several.add(key);
  }
  return several.size <= first.size * SLIPS;
}

/** What each row says in these columns, as names are compared. */
function cellsOf({ table }: ProfiledTable, columns: readonly ColumnProfile[]): readonly string[] {
  return Array.from({ length: table.rowCount }, (_, row) => {
    const texts = columns.map(({ index }) => textOf(table.cell(row, index)));
    return texts
      .map((text) => normalizeName(text) || text)
      .join('\n')
      .trim();
  });
}
