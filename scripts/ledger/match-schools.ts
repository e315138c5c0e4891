import { refuseSource } from '../domain/refusal.ts';
import type { SchoolId } from '../domain/school-id.ts';
import { schoolIdFromName } from '../domain/school-id-from-name.ts';
import { normalizeName } from '../domain/school-name.ts';
import type { Ledger, School } from './model.ts';
import type { Snapshot, SnapshotRow } from './snapshot.ts';

/** A row of the source with the school that it is about. */
export interface MatchedRow {
  readonly row: SnapshotRow;
  readonly id: SchoolId;
  /** undefined: a school that the ledger does not know yet. */
  readonly school: School | undefined;
  /** A school known by name only that has the same name as this row, whose id is unknown. */
  readonly namesake: School | undefined;
}

/** The prefix of an alias that records an id learnt after the school entered the registry. */
export const ID_ALIAS = 'id:';

/**
 * Finds the school of each row: ids are matched exactly (or through an `id:` alias), names after
 * normalising, and current names take precedence over former ones.
 *
 * @throws Refusal (exit 3) when two rows are about one school
 */
export function matchSchools(
  schools: ReadonlyMap<SchoolId, School>,
  snapshot: Snapshot,
): readonly MatchedRow[] {
  const findByName = nameFinder(schools);
  const find = finder(schools, findByName);
  const seen = new Map<SchoolId, SnapshotRow>();
  return snapshot.rows.map((row) => {
    const school = find(row);
    const id = school?.id ?? (row.key.kind === 'id' ? row.key.id : row.key.slug);
    const twin = seen.get(id);
    if (twin) throw sameSchoolTwice(id, twin, row);
    seen.set(id, row);
    const named = school || row.key.kind === 'name' ? undefined : findByName(row.name);
    return { row, id, school, namesake: named && isKnownByNameOnly(named) ? named : undefined };
  });
}

/** Places that the source shows without a figure, each with the id it has or would get. */
export function unreportedSchools(
  schools: ReadonlyMap<SchoolId, School>,
  { notReported }: Pick<Snapshot, 'notReported'>,
): readonly { readonly id: SchoolId; readonly name: string | null }[] {
  if (notReported.length === 0) return [];
  const find = finder(schools, nameFinder(schools));
  return notReported.map((place) => {
    const id = place.key.kind === 'id' ? place.key.id : place.key.slug;
    return { id: find(place)?.id ?? id, name: place.name };
  });
}

function finder(
  schools: ReadonlyMap<SchoolId, School>,
  findByName: (name: string | null) => School | undefined,
): (place: Pick<SnapshotRow, 'key' | 'name'>) => School | undefined {
  const byLearntId = schoolsByLearntId(schools);
  return ({ key, name }) =>
    key.kind === 'id'
      ? (schools.get(key.id) ?? byLearntId.get(key.id))
      : (findByName(name) ?? schools.get(key.slug));
}

/**
 * Whether the source has only ever named this school, never shown its id: its id is a name's slug.
 */
export function isKnownByNameOnly(school: School): boolean {
  if (!/[a-z]/.test(school.id)) return false;
  if (school.aliases.some((alias) => alias.startsWith(ID_ALIAS))) return false;
  return [school.name, ...school.aliases].some((name) => schoolIdFromName(name) === school.id);
}

/**
 * The id by which sources know a school: the one learnt later if there is one, otherwise its own.
 */
export function idInSource(school: School): string {
  const alias = school.aliases.find((name) => name.startsWith(ID_ALIAS));
  return alias?.slice(ID_ALIAS.length) ?? school.id;
}

/** Whether `name` is, after normalising, the current or a former name of the school. */
export function goesBy(school: School, name: string): boolean {
  if (name === school.name) return true;
  const normal = normalizeName(name);
  return [school.name, ...school.aliases].some((known) => normalizeName(known) === normal);
}

/**
 * What a source may ask of the ledger while it reads: whether a text is a place's id or normalised
 * name. The names are gathered at the first question, since rows of cases ask none.
 */
export function knownPlaces({ schools, days }: Pick<Ledger, 'schools' | 'days'>) {
  let names: ReadonlySet<string> | undefined;
  return {
    isEmpty: days.length === 0,
    has: (text: string) => {
      names ??= new Set<string>([
        ...schools.keys(),
        ...schoolsByName(schools).keys(),
        ...schoolsByLearntId(schools).keys(),
      ]);
      return names.has(text);
    },
  };
}

/** Builds its index on the first call: if every row has a known id, no name need be normalised. */
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
    'Nothing was written. If they are two schools, remove the wrong alias from data/schools.csv; if the sheet lists one school twice, its owner must fix it.',
    { line: second.line, value: second.name ?? id },
  );
}
