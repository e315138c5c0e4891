import type { SchoolId } from '../domain/school-id.ts';
import type { Ledger, School } from './model.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Schools that a totals sheet should show but does not: those with cases since the last restart,
 * except any that are listed as gone, ignored, or named by an unreadable row. A line list only shows
 * schools with cases, so nothing is ever missing from it.
 *
 * @param counts cases since the last restart, as the source shows them
 * @param recorded cases since the last restart, on record
 * @param gone ids that the settings list as gone
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
