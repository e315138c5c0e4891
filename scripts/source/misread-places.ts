import { reject } from './causes.ts';
import { countOfRow, type Fractions, hasFigure, type PlaceRow } from './place-rows.ts';
import type { RowReader } from './row-reader.ts';
import { cut } from './table.ts';

/** Of count cells that may have a fraction, before the column cannot count people. */
const SHARE_OF_FRACTIONS = 0.1;
/** Rows with figures, before a column that sums the others is more than chance. */
const ROWS_TO_BE_SURE = 3;

/**
 * Refuses columns that hold no counts of people, before anything is made of their figures.
 *
 * @param columns the count columns, in the order of each row's `counts`
 * @throws Refusal (exit 3)
 */
export function refuseMisreadColumns(
  reader: RowReader,
  rows: readonly PlaceRow[],
  columns: readonly number[],
  fractions: Fractions,
): void {
  refuseFractions(reader, columns, fractions);
  refuseCountedTwice(reader, rows, columns);
}

/**
 * Refuses rows whose names are kinds of figures ("Active cases", "Cumulative cases"): the places, if
 * any, stand elsewhere.
 *
 * @throws Refusal (exit 3)
 */
export function refuseMisreadPlaces({ judge }: RowReader, rows: readonly PlaceRow[]): void {
  const named = rows.filter((row) => row.name !== '' && hasFigure(row));
  const figures = named.map(({ name }) => judge.figureIn(name)).filter(Boolean);
  const kinds = new Set(figures);
  if (figures.length < 3 || figures.length * 2 < named.length || kinds.size < 2) return;
  const shown = named.slice(0, 3).map(({ name }) => `"${cut(name)}"`);
  throw reject(
    'misread-rows',
    `The rows look like figures, not like places: ${shown.join(', ')} … A table with figures as rows and days as columns is not read; if some of its rows are the places’ running totals, leave out the others with regular expressions under "ignore"`,
    { line: named[0]?.line },
  );
}

function refuseFractions(
  reader: RowReader,
  columns: readonly number[],
  { cells, fractions, example }: Fractions,
): void {
  if (fractions === 0 || fractions <= cells * SHARE_OF_FRACTIONS) return;
  const names = columns.slice(0, 3).map((column) => `"${cut(reader.heading(column))}"`);
  throw reject(
    'not-a-running-total',
    `The figures under ${names.join(', ')} are no running totals: ${fractions} of ${cells} are fractions such as ${example}, and cases are counted in whole numbers. They look like rates, averages or estimates`,
    { column: reader.heading(columns[0]), value: example },
  );
}

/** One of the count columns is the sum of the others: every case would count twice. */
function refuseCountedTwice(
  reader: RowReader,
  rows: readonly PlaceRow[],
  columns: readonly number[],
): void {
  const filled = rows.filter((row) => hasFigure(row) && Boolean(countOfRow(row)));
  if (columns.length < 3 || filled.length < ROWS_TO_BE_SURE) return;
  const index = columns.findIndex((_, at) =>
    filled.every((row) => 2 * (row.counts[at] ?? 0) === countOfRow(row)),
  );
  const column = columns[index];
  if (column === undefined) return;
  const heading = cut(reader.heading(column));
  throw reject(
    'misread-rows',
    `"${heading}" is the sum of the other count columns in every row, so every case would be counted twice. Name either "${heading}" or its parts under "source.columns.counts"`,
    { line: 1, column: heading },
  );
}
