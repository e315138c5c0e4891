import { normalizeName } from '../domain/school-name.ts';
import { reject } from './causes.ts';
import { type CountCell, countReader } from './count-cells.ts';
import { DELIMITERS, readGrid, refuseWideLines } from './csv-table.ts';
import { columnOf } from './find-columns.ts';
import { cellOf, followPath } from './json-table.ts';
import type { SourceText } from './open-body.ts';
import { readCsvTable } from './read-table.ts';
import type { CellWords } from './source-settings.ts';
import { type Cell, cut, listHeadings, type Table, textOf } from './table.ts';

/** Where a single number stands: by a path in JSON, by a cell or a column in CSV. */
export interface TotalPlace {
  /** As `parseJsonPath` reads it. */
  readonly path: string | null;
  /** As a spreadsheet names it: `B2`. */
  readonly cell: string | null;
  /** The column's heading, or a regular expression between slashes. */
  readonly column: string | null;
  /** With a column: the text of a cell in the row that counts, `first row` or `last row`. */
  readonly row: string | null;
}

/**
 * The one number at a place of a document.
 *
 * @returns cases
 * @throws Refusal (exit 3) when nothing stands there, several figures do, or it is not a figure
 */
export async function totalIn(
  source: SourceText,
  place: TotalPlace,
  words: CellWords,
): Promise<number> {
  if (source.shape === 'json') return inDocument(source.document, place, words);
  if (place.cell !== null) return inCell(source.text, place.cell, words);
  if (place.column !== null) return inColumn(source.text, place.column, place.row, words);
  throw reject('bad-json', 'The answer is not JSON, but its place is given by a path');
}

function inDocument(document: unknown, { path }: TotalPlace, words: CellWords): number {
  if (path === null) {
    throw reject(
      'bad-json',
      'The answer is JSON: "districtTotal.path" must say where the number is',
    );
  }
  const found = followPath(document, path);
  const [only] = found;
  if (found.length > 1) {
    throw reject('bad-json', `The path "${path}" leads to ${found.length} values, not to one`);
  }
  const cell = cellOf(only?.value);
  return figure(countReader(words, [cell])(cell), cell, `The path "${path}"`);
}

/** A cell is found by commas, semicolons or tabs; where these differ, nothing is chosen. */
function inCell(text: string, cell: string, words: CellWords): number {
  refuseWideLines(text);
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const [row, column] = [Number(digits) - 1, columnNumber(letters) - 1];
  const used = DELIMITERS.filter((delimiter) => text.includes(delimiter));
  const cells = (used.length === 0 ? DELIMITERS.slice(0, 1) : used).flatMap(
    (delimiter) => readGrid(text, delimiter)[row]?.[column] ?? [],
  );
  const where = `The cell ${cell}`;
  const figures = cells.flatMap((found) => {
    const count = countReader(words, [found])(found);
    return typeof count === 'number' ? [count] : [];
  });
  const [first, ...others] = new Set<number>(figures);
  if (first === undefined) return figure('blank', cells[0] ?? '', where);
  if (others.length === 0) return first;
  const read = [first, ...others].join(' or ');
  throw reject('ambiguous-rows', `${where} may be read as ${read}: name its column instead`);
}

/** A is 1, Z 26, AA 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

async function inColumn(
  text: string,
  name: string,
  row: string | null,
  words: CellWords,
): Promise<number> {
  const found = await readCsvTable(text, {
    fit: (headings) => {
      const column = columnOf(headings, name);
      return column === undefined ? undefined : { column };
    },
    keysOf: () => [],
  });
  if (found.kind === 'no-header') {
    const message = `There is no column "${cut(name)}" among ${listHeadings(found.likely)}`;
    throw reject('unknown-columns', message, { column: cut(name) });
  }
  const { table, reading } = found;
  const rows = Array.from({ length: table.rowCount }, (_, index) => index);
  const cells = rows.map((index) => table.cell(index, reading.column));
  const read = countReader(words, cells);
  const figures = rows.filter((index) => typeof read(cells[index] ?? '') === 'number');
  const chosen = chosenRow(table, row, { rows, figures, name });
  const cell = cells[chosen ?? -1] ?? '';
  return figure(read(cell), cell, `The column "${cut(name)}"`);
}

interface Rows {
  readonly rows: readonly number[];
  /** Those with a figure in the column. */
  readonly figures: readonly number[];
  readonly name: string;
}

/** @throws Refusal (exit 3) when more than one row may be meant */
function chosenRow(table: Table, row: string | null, of: Rows): number | undefined {
  const { rows, figures, name } = of;
  if (row === 'first row') return figures[0];
  if (row === 'last row') return figures.at(-1);
  const wanted = row === null ? '' : normalizeName(row);
  const isNamed = (index: number) =>
    table.headings.some((_, column) => normalizeName(textOf(table.cell(index, column))) === wanted);
  const meant = row === null ? figures : rows.filter(isNamed);
  const which = row === null ? 'a figure' : `a cell "${cut(row)}"`;
  if (meant.length > 1) {
    const message = `${meant.length} rows have ${which} in the table of the column "${cut(name)}": "districtTotal.row" must name one`;
    throw reject('ambiguous-rows', message);
  }
  if (meant.length === 0 && row !== null) {
    throw reject(
      'unknown-columns',
      `No row has ${which} in the table of the column "${cut(name)}"`,
    );
  }
  return meant[0];
}

function figure(count: CountCell, cell: Cell, where: string): number {
  if (typeof count === 'number') return count;
  const found = textOf(cell) === '' ? 'nothing' : `"${cut(textOf(cell))}"`;
  throw reject('unreadable-rows', `${where} holds ${found}, which is not a count`);
}
