import type { Finding } from '../../domain/finding.ts';
import { TABLES } from '../../ledger/ledger-files.ts';
import type { ChangedValue } from './json-diff.ts';
import type { SiteDiff } from './site-diff.ts';
import type { TableDiff } from './table-diff.ts';

/** What a change of the data does to the ledger, the settings and the built site. */
export interface Review {
  readonly tables: readonly TableDiff[];
  /** Settings that differ. */
  readonly settings: readonly ChangedValue[];
  readonly site: SiteDiff;
}

/** Tables that are append-only, because their committed lines were announced. */
const APPENDED = new Set(TABLES.filter((table) => table.isAppendOnly).map(({ name }) => name));

/**
 * What must not happen: an announced line is changed or removed, a published feed item changes, an
 * address vanishes. The open day's line of `days.csv` may be replaced.
 */
export function reviewFindings({ tables, site }: Omit<Review, 'settings'>): readonly Finding[] {
  return [...tables.flatMap(rewritten), ...changedItems(site), ...vanished(site)];
}

function rewritten({ table, changed, removed }: TableDiff): readonly Finding[] {
  if (!APPENDED.has(table)) return [];
  const keys = new Set([...changed.map(({ key }) => key), ...removed.map(firstCells)]);
  if (keys.size === 0) return [];
  const [first = ''] = keys;
  return [
    {
      level: 'error',
      code: 'announced-line',
      file: `data/${table}`,
      message: `${keys.size} ${keys.size === 1 ? 'line' : 'lines'} of ${table} that are on main would be changed or removed; the first is ${first}`,
      tip: 'What was announced stays on record: restore the lines, and explain what was wrong in data/notices.csv. Only replacing the whole ledger on purpose (`restate`) is allowed.',
    },
  ];
}

function firstCells(row: Readonly<Record<string, string>>): string {
  return Object.values(row).slice(0, 3).join(' ');
}

function changedItems({ changedItems }: SiteDiff): readonly Finding[] {
  const [first] = changedItems;
  if (!first) return [];
  return [
    {
      level: 'error',
      code: 'changed-item',
      message: `${changedItems.length} feed ${changedItems.length === 1 ? 'item' : 'items'} that readers may have would change; the first is ${first.id}`,
      tip: 'Readers would see it twice, or not at all. Publish a new item instead.',
    },
  ];
}

function vanished({ kinds }: SiteDiff): readonly Finding[] {
  const gone = kinds.flatMap(({ removed }) => removed);
  const [first] = gone;
  if (first === undefined) return [];
  return [
    {
      level: 'warning',
      code: 'vanished-address',
      message: `${gone.length} ${gone.length === 1 ? 'address' : 'addresses'} would vanish; the first is ${first}`,
      tip: 'Bookmarks and programs use them: redirect them to a successor.',
    },
  ];
}
