import { normalizeName } from '../domain/school-name.ts';
import type { SourceKey, UnreportedPlace } from '../ledger/snapshot.ts';
import { type CountReader, countReader, isFraction } from './count-cells.ts';
import { keyOfId, keyOfName } from './place-keys.ts';
import type { RowReader } from './row-reader.ts';
import { type Cell, textOf } from './table.ts';

/** What one row of a table says of a place; several rows of a place become one of these. */
export interface PlaceRow {
  /** Its id, or its normalised name: equal for one place. */
  readonly text: string;
  readonly key: SourceKey | undefined;
  /** As written. */
  readonly id: string;
  readonly name: string;
  /** Its position in the table; of several, the one that counts. */
  readonly row: number;
  readonly line: number;
  /** A figure for each count column; null: blank, or a word for not reported. */
  readonly counts: readonly (number | null)[];
  /** The word for not reported, where there is no figure; blank: nothing stands there. */
  readonly found: string;
  /** A count cell that cannot be read: heading and text. */
  readonly bad: { readonly column: string; readonly value: string } | undefined;
  /** Sorts in time; '' where rows have no day. */
  readonly day: string;
}

/** How many filled cells there are, and how many of them are numbers, but no whole ones. */
export interface Fractions {
  readonly cells: number;
  readonly fractions: number;
  readonly example: string;
}

/** The rows of a table of places, and what its figures are like. */
export interface ReadPlaceRows {
  readonly rows: readonly PlaceRow[];
  readonly fractions: Fractions;
}

/**
 * Reads the rows of a table of places; ignored ones are left out.
 *
 * @param columns the count columns
 * @param dayOf the day of a row; '' where rows have none
 */
export function readPlaceRows(
  reader: RowReader,
  columns: readonly number[],
  dayOf: (row: number) => string,
): ReadPlaceRows {
  const { table, reading, rules } = reader;
  const read = countReader(rules.settings.cells, cellsOf(reader, columns));
  const fractions = { cells: 0, fractions: 0, example: '' };
  const rows: PlaceRow[] = [];
  for (let row = 0; row < table.rowCount; row += 1) {
    const [id, name] = [reader.idOf(row), reader.nameOf(row)];
    if (reader.ignoreList.meets(id, name)) continue;
    const isByName = reading.id === undefined;
    rows.push({
      text: isByName ? normalizeName(name) || name : id,
      key: isByName ? keyOfName(name) : keyOfId(id),
      id,
      name,
      row,
      line: table.lineOf(row),
      day: dayOf(row),
      ...figuresOf(reader, row, columns, { read, fractions }),
    });
  }
  return { rows, fractions };
}

interface Counting {
  readonly read: CountReader;
  /** Added to. */
  readonly fractions: { cells: number; fractions: number; example: string };
}

function figuresOf(
  reader: RowReader,
  row: number,
  columns: readonly number[],
  { read, fractions }: Counting,
): Pick<PlaceRow, 'counts' | 'found' | 'bad'> {
  let found = '';
  let bad: PlaceRow['bad'];
  const counts = columns.map((column) => {
    const cell = reader.table.cell(row, column);
    const count = read(cell);
    if (count !== 'blank') fractions.cells += 1;
    if (count === 'unknown') found ||= textOf(cell);
    if (count === 'unreadable') {
      bad ??= { column: reader.heading(column), value: textOf(cell) };
      if (isFraction(cell)) {
        fractions.fractions += 1;
        fractions.example ||= textOf(cell);
      }
    }
    return typeof count === 'number' ? count : null;
  });
  return { counts, found, bad };
}

/** Every cell of these columns. */
export function* cellsOf(
  { table }: Pick<RowReader, 'table'>,
  columns: readonly number[],
): Generator<Cell> {
  for (let row = 0; row < table.rowCount; row += 1) {
    for (const column of columns) yield table.cell(row, column);
  }
}

/** Whether a row shows any figure. */
export function hasFigure({ counts }: PlaceRow): boolean {
  return counts.some((count) => count !== null);
}

/** The sum of a row's figures; null where it has none. */
export function countOfRow(row: PlaceRow): number | null {
  return hasFigure(row) ? row.counts.reduce<number>((sum, count) => sum + (count ?? 0), 0) : null;
}

/**
 * Rows of one place as one: figures summed, the last one's name and line. A sum with a part that
 * cannot be read would be too small, so one bad part spoils it.
 *
 * @param rows one at least
 */
export function sumOfRows(rows: readonly PlaceRow[]): PlaceRow {
  const last = rows.at(-1);
  if (!last) throw new RangeError('a sum of no rows');
  const counts: (number | null)[] = last.counts.map(() => null);
  for (const row of rows) {
    for (const [column, count] of row.counts.entries()) {
      if (count !== null) counts[column] = (counts[column] ?? 0) + count;
    }
  }
  return {
    ...last,
    name: rows.findLast(({ name }) => name !== '')?.name ?? '',
    counts,
    found: rows.find(({ found }) => found !== '')?.found ?? '',
    bad: rows.find(({ bad }) => bad !== undefined)?.bad,
  };
}

/** A row without a figure, for the snapshot; undefined: no id can be made of it. */
export function unreported(
  { key, line, found }: PlaceRow,
  label: string | null,
): UnreportedPlace | undefined {
  return key && { key, name: label, line, found };
}
