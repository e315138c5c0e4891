import { stringify } from 'csv-stringify/sync';
import type { LedgerFile } from '../../ledger/ledger-file.ts';
import {
  casesFile,
  daysFile,
  noticesFile,
  renamesFile,
  schoolsFile,
  updatesFile,
} from '../../ledger/ledger-files.ts';
import type { SiteData } from '../site-data.ts';

/** The ledger's own tables as they are published: the same columns, one fact a line. */
export function ledgerTables({ ledger }: SiteData): ReadonlyMap<string, string> {
  return new Map([
    ['data/cases.csv', table(casesFile, ledger.cases)],
    ['data/schools.csv', table(schoolsFile, [...ledger.schools.values()])],
    ['data/days.csv', table(daysFile, ledger.days)],
    ['data/updates.csv', table(updatesFile, ledger.updates)],
    ['data/renames.csv', table(renamesFile, ledger.renames)],
    ['data/notices.csv', table(noticesFile, ledger.notices)],
  ]);
}

/** Each school's own lines, so that nobody needs to load the district's. */
export function schoolTables({ ledger, linesOf }: SiteData): ReadonlyMap<string, string> {
  return new Map(
    [...ledger.schools.keys()].map((id) => [
      `schools/${id}/cases.csv`,
      table(casesFile, linesOf.get(id) ?? []),
    ]),
  );
}

function table<Line>(file: LedgerFile<Line>, lines: readonly Line[]): string {
  return publishedCsv([file.columns, ...lines.map((line) => file.write(line))]);
}

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
