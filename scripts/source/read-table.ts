import { readPlainRows } from '../domain/plain-rows.ts';
import { Refusal } from '../domain/refusal.ts';
import { reject } from './causes.ts';
import type { CsvRecords } from './csv-table.ts';
import { expectedColumns, fitColumns, keyColumns, type Reading } from './find-columns.ts';
import { findHeaderRow, type HeaderRule, likelyHeader } from './header-row.ts';
import { likelyHeaderRule } from './likely-header.ts';
import type { SourceText } from './open-body.ts';
import type { SourceSettings } from './source-settings.ts';
import {
  type Cell,
  type Heading,
  listHeadings,
  MOST_COLUMNS,
  type Table,
  tooWide,
} from './table.ts';

/** A table, and which of its columns say what. */
export interface ReadTable {
  readonly table: Table;
  readonly reading: Reading;
}

type TableSettings = Pick<SourceSettings, 'rows' | 'columns' | 'path'>;

/**
 * Reads a source into rows of named cells: CSV with any delimiter and with titles above the header,
 * or JSON.
 *
 * @throws Refusal (exit 3) when the columns that the settings name are not there, or a row is broken
 */
export async function readTable(source: SourceText, settings: TableSettings): Promise<ReadTable> {
  const rule: HeaderRule<Reading> = {
    fit: (headings) => fitColumns(headings, settings),
    keysOf: keyColumns,
  };
  if (source.shape === 'csv') return foundIn(await readCsvTable(source.text, rule), settings);
  const { rowsOfJson, tableOfEntries } = await import('./json-table.ts');
  const rows = rowsOfJson(source.document, settings.path);
  if (rows.kind === 'objects') {
    const table = tableOfEntries(rows);
    const reading = table.rowCount === 0 ? emptyReading(settings) : rule.fit(table.headings);
    if (reading) return { table, reading };
    throw unknownColumns(
      table.headings.map(({ name }) => name),
      settings,
    );
  }
  const lines = rows.records.map((_, index) => index + 1);
  const records = { records: rows.records, lines, isOpenEnded: false };
  return foundIn(recordTable(records, 'json', rule), settings);
}

/**
 * The table of a source before any of its columns is named: below the first row that may be a header.
 *
 * @returns undefined when no row near the top may be one
 * @throws Refusal (exit 3) when a row is broken, or the path leads to no rows
 */
export async function likelyTable(
  source: SourceText,
  path: string | null,
): Promise<Table | undefined> {
  if (source.shape === 'json') {
    const { rowsOfJson, tableOfEntries } = await import('./json-table.ts');
    const rows = rowsOfJson(source.document, path);
    if (rows.kind === 'objects') return tableOfEntries(rows);
    const lines = rows.records.map((_, index) => index + 1);
    const records = { records: rows.records, lines, isOpenEnded: false };
    const found = recordTable(records, 'json', likelyHeaderRule(0));
    return found.kind === 'found' ? found.table : undefined;
  }
  return likelyCsvTable(source.text);
}

/** A title that looked like the header is narrower than the rows, which are then broken. */
async function likelyCsvTable(text: string): Promise<Table | undefined> {
  const { delimiterOf, readCsv, refuseWideLines } = await import('./csv-table.ts');
  refuseWideLines(text);
  let widest = 0;
  for (;;) {
    const rule = likelyHeaderRule(widest);
    const delimiter = delimiterOf(text, (records) => rowsAsWide(records, rule));
    try {
      const found = recordTable(readCsv(text, delimiter), 'csv', rule);
      return found.kind === 'found' ? found.table : undefined;
    } catch (error) {
      const isRaggedBelow =
        error instanceof Refusal && error.code === 'ragged-csv' && rule.accepted() > widest;
      if (!isRaggedBelow) throw error;
      widest = rule.accepted();
    }
  }
}

/** How many records are as wide as what looks like their header: under the wrong delimiter few. */
function rowsAsWide(
  records: readonly (readonly Cell[])[],
  rule: HeaderRule<readonly Heading[]>,
): number {
  const width = findHeaderRow(records, rule)?.headings.length;
  return records.filter((record) => record.length === width).length;
}

function foundIn(found: FoundTable<Reading>, settings: TableSettings): ReadTable {
  if (found.kind === 'found') return found;
  throw unknownColumns(found.likely, settings);
}

/** A table below the header that a rule finds, or what looks most like a header. */
export type FoundTable<Reading> =
  | { readonly kind: 'found'; readonly table: Table; readonly reading: Reading }
  | { readonly kind: 'no-header'; readonly likely: readonly string[] };

/**
 * Reads CSV whose header a rule knows.
 *
 * @throws Refusal (exit 3) when a row is broken
 */
export async function readCsvTable<Reading>(
  text: string,
  rule: HeaderRule<Reading>,
): Promise<FoundTable<Reading>> {
  const plain = plainTable(text, rule);
  if (plain) return plain;
  const { delimiterOf, readCsv, refuseWideLines } = await import('./csv-table.ts');
  refuseWideLines(text);
  const delimiter = delimiterOf(
    text,
    (records) => findHeaderRow(records, rule)?.headings.length ?? 0,
  );
  return recordTable(readCsv(text, delimiter), 'csv', rule);
}

/**
 * A table in the plain form in which Google serves sheets, which takes no parser to read.
 *
 * @returns undefined for every other form, and where commas divide nothing
 */
function plainTable<Reading>(
  text: string,
  rule: HeaderRule<Reading>,
): FoundTable<Reading> | undefined {
  const records = readPlainRows(text, (cells) => cells);
  if (!records) return undefined;
  const lines = records.map((_, index) => index + 1);
  const found = recordTable({ records, lines, isOpenEnded: false }, 'csv', rule);
  return found.kind === 'found' && found.table.headings.length > 1 ? found : undefined;
}

interface Records extends Omit<CsvRecords, 'records'> {
  readonly records: readonly (readonly Cell[])[];
}

/** The table below the header among records. */
function recordTable<Reading>(
  source: Records,
  shape: Table['shape'],
  rule: HeaderRule<Reading>,
): FoundTable<Reading> {
  const { records, lines } = source;
  const wide = records.findIndex((record) => record.length > MOST_COLUMNS);
  if (wide >= 0) throw tooWide(lines[wide] ?? 1);
  const header = findHeaderRow(records, rule);
  if (!header) return { kind: 'no-header', likely: likelyHeader(records) };
  const { headings, reading, dataFrom } = header;
  const rows = rowsBelow(
    source,
    dataFrom,
    headings.map(({ name }) => name !== ''),
  );
  const table: Table = {
    shape,
    headings,
    rowCount: rows.length,
    lineOf: (row) => lines[rows[row] ?? -1] ?? 0,
    cell: (row, column) => records[rows[row] ?? -1]?.[column] ?? '',
  };
  return { kind: 'found', table, reading };
}

/** Positions of the records below the header that hold anything. */
function rowsBelow(source: Records, from: number, isNamed: readonly boolean[]): readonly number[] {
  const { records, lines, isOpenEnded } = source;
  const rows: number[] = [];
  for (let index = from; index < records.length; index += 1) {
    const record = records[index] ?? [];
    if (!record.some(isFilled)) continue;
    const isCutOff = isOpenEnded && index === records.length - 1;
    if (record.length !== isNamed.length && isRagged(record, isNamed, isCutOff)) {
      const line = lines[index] ?? 0;
      const message = `The source has ${record.length} cells in line ${line}, not as many as its header, which has ${isNamed.length}`;
      throw reject('ragged-csv', message, { line });
    }
    rows.push(index);
  }
  return rows;
}

/**
 * Whether a row is broken. Surplus cells may be blank, cells under no heading may be missing, and a
 * note below a table is often a single cell.
 */
function isRagged(
  record: readonly Cell[],
  isNamed: readonly boolean[],
  isCutOff: boolean,
): boolean {
  if (record.length > isNamed.length) return record.slice(isNamed.length).some(isFilled);
  if (record.length === 1 && !isCutOff) return false;
  return isNamed.slice(record.length).some(Boolean);
}

/** An array without entries has no names, so it fits whatever was expected. */
function emptyReading({ rows, columns }: TableSettings): Reading {
  const guess =
    columns.counts === null ? 'case' : columns.date === null ? 'place' : 'place-and-day';
  const rowKind = rows === 'auto' ? guess : rows;
  const id = columns.id === null ? undefined : 0;
  return { rowKind, id, name: [], counts: [], date: undefined, placesAreColumns: false };
}

function isFilled(cell: Cell): boolean {
  return cell !== '' && (typeof cell === 'number' || cell.trim() !== '');
}

function unknownColumns(names: readonly string[], settings: TableSettings) {
  const found = names.length === 0 ? 'no columns' : `the columns ${listHeadings(names)}`;
  return reject(
    'unknown-columns',
    `The source has ${found}. Expected, for ${expectedColumns(settings)}`,
    { line: 1 },
  );
}
