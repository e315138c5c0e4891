import type { SchoolId } from '../domain/school-id.ts';
import { normalizeName } from '../domain/school-name.ts';
import { unreportedSchools } from './match-schools.ts';
import type { Ledger, School } from './model.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Schools that a table of places should show but does not: those with cases since the last restart,
 * except any that are listed as gone, ignored, shown without a figure, or named by an unreadable row.
 * Rows of cases only show schools with cases, so nothing is ever missing from them.
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
  if (snapshot.rowKind === 'case') return [];
  const shown = [...snapshot.ignored, ...snapshot.unreadable.flatMap(({ id, name }) => [id, name])];
  const excused = new Set<string | undefined>([
    ...gone,
    ...shown,
    ...unreportedSchools(ledger.schools, snapshot).map(({ id }) => id),
  ]);
  const excusedNames = new Set(shown.map((word) => normalizeName(word ?? '')));
  return [...ledger.schools.values()].filter(
    (school) =>
      !counts.has(school.id) &&
      (recorded.get(school.id) ?? 0) > 0 &&
      !excused.has(school.id) &&
      !excusedNames.has(normalizeName(school.name)),
  );
}
