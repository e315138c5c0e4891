import { reject } from './causes.ts';

/** What a cell holds: text as written, or a JSON number. Blank is ''. */
export type Cell = string | number;

/** A column's heading. */
export interface Heading {
  /** Both header rows together where there are two ("September 2021 Students"), blanks collapsed. */
  readonly name: string;
  /** The first header row's part of it. */
  readonly plain: string;
}

/** A source as rows of named cells, whether it came as CSV or JSON. */
export interface Table {
  readonly shape: 'csv' | 'json';
  readonly headings: readonly Heading[];
  /** Rows below the header that hold anything. */
  readonly rowCount: number;
  /** The line of the text a row ends on, or the number of a JSON entry; counted from 1. */
  readonly lineOf: (row: number) => number;
  /** '' where the row has no such cell. */
  readonly cell: (row: number, column: number) => Cell;
}

/** More columns than any spreadsheet has (Google Sheets: 18,278; Excel: 16,384). */
export const MOST_COLUMNS = 20_000;

/** The rejection of a line with more columns. */
export function tooWide(line: number) {
  const message = `The source has more than ${MOST_COLUMNS} columns in line ${line}, more than any spreadsheet`;
  return reject('too-many-columns', message, { line });
}

/** A heading as it is compared: no-break spaces and line breaks are spaces, outer blanks go. */
export function headingOf(cell: Cell | undefined): string {
  return String(cell ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Headings for a message: quoted, cut to what a person can take in. */
export function listHeadings(names: readonly string[]): string {
  const filled = names.filter((name) => name !== '');
  const shown = filled.slice(0, 12).map((name) => `"${cut(name)}"`);
  const more = filled.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Text of the source for a message, cut to 80 characters. */
export function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** Longer ids and counts are cut: they are shown to people, and kept once they are accepted. */
export const LONGEST_VALUE = 200;

/** A cell's text without outer blanks. */
export function textOf(cell: Cell): string {
  return typeof cell === 'number' ? String(cell) : cell.trim();
}
