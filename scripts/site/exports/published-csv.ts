import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;

/**
 * A table as it is published: UTF-8, LF, and `'` before a *text* cell that a spreadsheet would take
 * for a formula (OWASP, CSV injection). Numbers never get one: −1 stays a number.
 */
export function publishedCsv(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? inert(cell) : cell))),
  );
}

function inert(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
