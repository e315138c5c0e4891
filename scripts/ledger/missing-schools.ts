import type { SchoolId } from '../domain/school-id.ts';
import type { Ledger, School } from './model.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Schools that a totals sheet ought to show and does not: those with cases since the last restart,
 * but for the ones listed as gone, ignored, or named by an unreadable row.
 *
 * @param recorded cases since the last restart, on record
 */
export function missingSchools(
  ledger: Ledger,
  snapshot: Snapshot,
  counts: ReadonlyMap<SchoolId, number>,
  recorded: ReadonlyMap<SchoolId, number>,
  gone: ReadonlySet<string>,
): readonly School[] {
  if (snapshot.format === 'line-list') return [];
  const excused = new Set([
    ...gone,
    ...snapshot.ignored,
    ...snapshot.unreadable.map((row) => row.id),
  ]);
  return [...ledger.schools.values()].filter(
    (school) =>
      !counts.has(school.id) &&
      (recorded.get(school.id) ?? 0) > 0 &&
      !excused.has(school.id) &&
      !excused.has(school.name),
  );
}
