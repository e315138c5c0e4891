import { cumulativeCount } from '../domain/count.ts';
import type { SchoolId } from '../domain/school-id.ts';
import { looseName } from '../domain/school-name.ts';
import type { Snapshot, SnapshotRow } from './snapshot.ts';

/**
 * The rows of a snapshot, those that spell one place differently put together. Only in a list of cases
 * known by names: its rows are written one by one, so one place soon has several spellings. Spellings
 * that the ledger has as different places stay apart. In a table a place stands on one row.
 *
 * @param knownAs the id of the school that has exactly the name of a row; undefined: none has
 * @returns the same rows where nothing was put together
 */
export function withRespellings(
  { rows, rowKind, keyedBy }: Pick<Snapshot, 'rows' | 'rowKind' | 'keyedBy'>,
  knownAs: (row: SnapshotRow) => SchoolId | undefined,
): readonly SnapshotRow[] {
  if (rowKind !== 'case' || keyedBy !== 'name') return rows;
  const byForm = new Map<string, SnapshotRow[]>();
  for (const row of rows) {
    const form = looseName(row.name ?? '') || row.key.kind;
    const alike = byForm.get(form);
    if (alike) alike.push(row);
    else byForm.set(form, [row]);
  }
  if (byForm.size === rows.length) return rows;
  return [...byForm.values()].flatMap((alike) => together(alike, knownAs));
}

function together(
  alike: readonly SnapshotRow[],
  knownAs: (row: SnapshotRow) => SchoolId | undefined,
): readonly SnapshotRow[] {
  if (alike.length === 1) return alike;
  const known = alike.filter((row) => knownAs(row) !== undefined);
  if (new Set(known.map(knownAs)).size > 1) return alike;
  const [first] = known.length > 0 ? known : alike;
  if (!first) return alike;
  const last = alike.reduce((latest, row) => (row.line > latest.line ? row : latest));
  const count = cumulativeCount(alike.reduce((sum, row) => sum + row.count, 0));
  if (count === undefined) return alike;
  return [{ key: first.key, name: last.name, count, line: last.line }];
}
