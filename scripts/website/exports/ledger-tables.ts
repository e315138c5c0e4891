import { stringify } from 'csv-stringify/sync';
import { casesFile } from '../../ledger/columns.ts';
import type { Cell } from '../../ledger/csv-file.ts';
import { TABLES } from '../../ledger/ledger-files.ts';
import type { SiteData } from '../site-data.ts';

/**
 * The ledger's own tables as they are published: the same columns, one fact a line.
 *
 * @returns path below the site → CSV
 */
export function ledgerTables({ ledger }: SiteData): ReadonlyMap<string, string> {
  return new Map(
    TABLES.map(({ name, columns, rowsOf }) => [
      `data/${name}`,
      publishedCsv([columns, ...rowsOf(ledger)]),
    ]),
  );
}

/**
 * Each school's own lines, so that nobody needs to load the district's.
 *
 * @returns path below the site → CSV
 */
export function schoolTables({ ledger, linesOf }: SiteData): ReadonlyMap<string, string> {
  return new Map(
    [...ledger.schools.keys()].map((id) => [
      `schools/${id}/cases.csv`,
      publishedCsv([casesFile.columns, ...(linesOf.get(id) ?? []).map(casesFile.write)]),
    ]),
  );
}

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
