import { refuseSource } from '../domain/refusal.ts';
import type { SchoolId } from '../domain/school-id.ts';
import { schoolIdFromName } from '../domain/school-id-from-name.ts';
import { normalizeName } from '../domain/school-name.ts';
import type { School } from './model.ts';
import type { Snapshot, SnapshotRow } from './snapshot.ts';

/** Which school a row of the source is about. */
export interface MatchedRow {
  readonly row: SnapshotRow;
  readonly id: SchoolId;
  /** undefined: a school the ledger does not know yet. */
  readonly school: School | undefined;
  /** The school known by name only whose name this unknown id goes by. */
  readonly namesake: School | undefined;
}

/** The alias under which an id that was learnt later is kept. */
export const ID_ALIAS = 'id:';

/**
 * Finds the school of each row: ids exactly (or through an `id:` alias), names after normalising,
 * labels before former names.
 *
 * @throws Refusal (exit 3) when two rows are about one school
 */
export function matchSchools(
  schools: ReadonlyMap<SchoolId, School>,
  snapshot: Snapshot,
): readonly MatchedRow[] {
  const findByName = nameFinder(schools);
  const byLearntId = schoolsByLearntId(schools);
  const seen = new Map<SchoolId, SnapshotRow>();
  return snapshot.rows.map((row) => {
    const school =
      row.key.kind === 'id'
        ? (schools.get(row.key.id) ?? byLearntId.get(row.key.id))
        : (findByName(row.name) ?? schools.get(row.key.slug));
    const id = school?.id ?? (row.key.kind === 'id' ? row.key.id : row.key.slug);
    const twin = seen.get(id);
    if (twin) throw sameSchoolTwice(id, twin, row);
    seen.set(id, row);
    const named = school || row.key.kind === 'name' ? undefined : findByName(row.name);
    return { row, id, school, namesake: named && isKnownByNameOnly(named) ? named : undefined };
  });
}

/** Whether the source has told this school's name but never an id: its id is its name's slug. */
export function isKnownByNameOnly(school: School): boolean {
  if (!/[a-z]/.test(school.id)) return false;
  if (school.aliases.some((alias) => alias.startsWith(ID_ALIAS))) return false;
  return [school.name, ...school.aliases].some((name) => schoolIdFromName(name) === school.id);
}

/** The id by which sources know a school: the one learnt later, else its own. */
export function idInSource(school: School): string {
  const alias = school.aliases.find((name) => name.startsWith(ID_ALIAS));
  return alias?.slice(ID_ALIAS.length) ?? school.id;
}

/** Whether `name` is what the school is or was called. */
export function goesBy(school: School, name: string): boolean {
  if (name === school.name) return true;
  const normal = normalizeName(name);
  return [school.name, ...school.aliases].some((known) => normalizeName(known) === normal);
}

/** Where every row has a known id, nobody asks for a name, and none needs to be normalised. */
function nameFinder(schools: ReadonlyMap<SchoolId, School>) {
  let byName: ReadonlyMap<string, School> | undefined;
  return (name: string | null): School | undefined => {
    byName ??= schoolsByName(schools);
    return byName.get(normalizeName(name ?? ''));
  };
}

function schoolsByName(schools: ReadonlyMap<SchoolId, School>): ReadonlyMap<string, School> {
  const byName = new Map<string, School>();
  for (const school of schools.values()) {
    for (const alias of school.aliases) {
      if (!alias.startsWith(ID_ALIAS)) byName.set(normalizeName(alias), school);
    }
  }
  for (const school of schools.values()) byName.set(normalizeName(school.name), school);
  byName.delete('');
  return byName;
}

function schoolsByLearntId(schools: ReadonlyMap<SchoolId, School>): ReadonlyMap<string, School> {
  const byId = new Map<string, School>();
  for (const school of schools.values()) {
    for (const alias of school.aliases) {
      if (alias.startsWith(ID_ALIAS)) byId.set(alias.slice(ID_ALIAS.length), school);
    }
  }
  return byId;
}

function sameSchoolTwice(id: SchoolId, first: SnapshotRow, second: SnapshotRow) {
  return refuseSource(
    'duplicate-schools',
    `Lines ${first.line} ("${first.name ?? id}") and ${second.line} ("${second.name ?? id}") of the source are both the school ${id}`,
    'Nothing was written. If they are two schools, take the wrong alias off data/schools.csv; if the sheet names one school twice, its owner must mend it.',
    { line: second.line, value: second.name ?? id },
  );
}
