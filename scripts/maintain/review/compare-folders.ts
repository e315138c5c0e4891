import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Step } from '../../domain/step.ts';
import { TABLES } from '../../ledger/ledger-files.ts';
import { jsonDiff } from './json-diff.ts';
import type { Review } from './review.ts';
import { readSite, siteDiff } from './site-diff.ts';
import { readTables, tableDiff } from './table-diff.ts';

/** A data folder and the site built from it. */
export interface BuiltData {
  readonly data: string;
  readonly site: string;
}

/** Reads two states of data and site, built for the same instant, and compares them. */
export async function compareFolders(
  before: BuiltData,
  after: BuiltData,
  step: Step,
): Promise<Review> {
  const old = await readTables(before.data);
  const fresh = await readTables(after.data);
  return {
    tables: TABLES.map((table) =>
      tableDiff(table, old.get(table.name) ?? '', fresh.get(table.name) ?? ''),
    ),
    settings: jsonDiff(await settingsText(before.data), await settingsText(after.data)),
    site: await step('Compare the sites', async () =>
      siteDiff(await readSite(before.site), await readSite(after.site)),
    ),
  };
}

function settingsText(folder: string): Promise<string> {
  return readFile(join(folder, 'district.json'), 'utf8');
}
