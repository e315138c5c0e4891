import { parse } from 'csv-parse/sync';
import { readPlainRows } from '../domain/plain-rows.ts';
import { reject } from './causes.ts';

/** A CSV source: its header and its rows with the line each begins on. */
export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

export interface CsvRow {
  /** Line of the body it ends on, counted from 1: quoted cells may hold line breaks. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Strict CSV with commas: every row as long as the header, every quote closed. Blank lines and rows
 * of blank cells are left out.
 *
 * @throws Refusal (exit 3) naming the line
 */
export function readCsvTable(text: string): CsvTable {
  const records = readPlainRows(text, (cells) => cells) ?? parseRecords(text);
  const lines = linesOf(text, records);
  const header = (records[0] ?? []).map((cell) => cell.trim());
  const rows: CsvRow[] = [];
  for (let index = 1; index < records.length; index += 1) {
    const cells = records[index] ?? [];
    if (cells.some(isFilled)) rows.push({ line: lines[index] ?? 0, cells });
  }
  return { header, rows };
}

function isFilled(cell: string): boolean {
  return cell !== '' && cell.trim() !== '';
}

function parseRecords(text: string): string[][] {
  try {
    return parse(text, { skip_empty_lines: true });
  } catch (error) {
    throw refusal(error);
  }
}

/**
 * The line each record ends on. Almost always a record is a line; only where a quoted cell holds a
 * line break is the parser asked again to count, which costs it three times as long.
 */
function linesOf(text: string, records: readonly string[][]): readonly number[] {
  const breaks = text.match(/\n/g)?.length ?? 0;
  if (breaks + (text.endsWith('\n') ? 0 : 1) === records.length) {
    return records.map((_, index) => index + 1);
  }
  const lines: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line !== '' && line !== '\r') lines.push(index + 1);
  }
  if (lines.length === records.length) return lines;
  const counted: unknown = parse(text, { skip_empty_lines: true, info: true });
  return lineNumbers(counted);
}

function lineNumbers(counted: unknown): readonly number[] {
  if (!Array.isArray(counted)) return [];
  return counted.map((entry) => (typeof entry?.info?.lines === 'number' ? entry.info.lines : 0));
}

function refusal(error: unknown): Error {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : undefined;
  const where = line === undefined ? 'a line' : `line ${line}`;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return reject(
      'unterminated-csv',
      `The source ends inside a quoted cell that begins near ${where}`,
      { line },
    );
  }
  if (error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH') {
    const found = 'record' in error && Array.isArray(error.record) ? error.record.length : '?';
    return reject(
      'ragged-csv',
      `The source has ${found} cells in ${where}, not as many as its header`,
      { line },
    );
  }
  return reject('ragged-csv', `The source cannot be read as CSV at ${where}: ${error.message}`, {
    line,
  });
}

/**
 * The position of a column.
 *
 * @throws Refusal (exit 3) when two columns have the name
 */
export function columnOf(header: readonly string[], name: string): number {
  const index = header.indexOf(name);
  if (index >= 0 && header.includes(name, index + 1)) {
    throw reject(
      'unknown-columns',
      `The source has two columns "${name}": it is not clear which is meant`,
      {
        line: 1,
        column: name,
      },
    );
  }
  return index;
}
