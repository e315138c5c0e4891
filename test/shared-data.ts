import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const shared = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'shared');
const folder = join(shared, 'data');
const sheets = join(shared, 'sheets');

/** Whether the district's real data lies beside the checkout; it is never part of the project. */
export const hasSharedData = existsSync(folder);

if (!hasSharedData) {
  console.warn('SKIPPED: the tests on real data, because ../shared/data is not there');
}

/** Whether the collection of real sheets lies beside the checkout; it is never part of the project. */
export const hasSharedSheets = existsSync(sheets);

if (!hasSharedSheets) {
  console.warn('SKIPPED: the tests on real sheets, because ../shared/sheets is not there');
}

/** The path of a file of the collection of real sheets. */
export function sharedSheet(path: string): string {
  return join(sheets, path);
}

/** Every file of that collection, but for what describes it. */
export function sharedSheets(): readonly string[] {
  return readdirSync(sheets, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(csv|tsv|json)$/.test(file))
    .sort();
}

/** The path of a file of the real data. */
export function sharedFile(path: string): string {
  return join(folder, path);
}

export function readShared(path: string): string {
  return readFileSync(sharedFile(path), 'utf8');
}

/** The dates for which a sheet of this kind was kept, ascending. */
export function sheetDates(kind: 'line-list' | 'quarter-totals'): readonly string[] {
  return readdirSync(sharedFile(`sheets/${kind}`))
    .map((name) => name.replace(/\.csv$/, ''))
    .sort();
}
