import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'shared', 'data');

/** Whether the district's real data lies beside the checkout; it is never part of the project. */
export const hasSharedData = existsSync(folder);

if (!hasSharedData) {
  console.warn('SKIPPED: the tests on real data, because ../shared/data is not there');
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
