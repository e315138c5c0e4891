import { refuseSource } from '../domain/refusal.ts';
import type { SchoolId } from '../domain/school-id.ts';
import { schoolIdFromName } from '../domain/school-id-from-name.ts';
import { looseName, type NameIndex, nameIndex, normalizeName } from '../domain/school-name.ts';
import { withRespellings } from './fold-respellings.ts';
import type { Ledger, School } from './model.ts';
import { countedAs, formerNames, labelOf, learntIds, mergedInto } from './school-aliases.ts';
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

/** Ids that the source shows and the ledger does not know, each with the school that it is. */
export type SameSchools = ReadonlyMap<SchoolId, SchoolId>;

type Schools = ReadonlyMap<SchoolId, School>;

/**
 * Finds the school of each row. Ids are matched exactly, or through an `id:` alias. Names are matched
 * by their exact form, current ones before former ones; a name that is nobody's is a respelling if one
 * school has its loose form and no other row is that school.
 *
 * @param same what a person said of ids that the ledger does not know
 * @throws Refusal (exit 3) when two rows are about one school
 */
export function matchSchools(
  schools: Schools,
  snapshot: Snapshot,
  same: SameSchools = new Map(),
): readonly MatchedRow[] {
  const names = lazyIndex(schools);
  const find = finder(schools, names);
  const rows = withRespellings(snapshot, (row) => find.exactly(row)?.id);
  const found = rows.map((row) => find.exactly(row) ?? said(schools, row, same));
  let taken: ReadonlySet<SchoolId | undefined> | undefined;
  const isTaken = ({ id }: School) => {
    taken ??= new Set(found.map((school) => school?.id));
    return taken.has(id);
  };
  const seen = new Map<SchoolId, SnapshotRow>();
  return rows.map((row, index) => {
    const school = found[index] ?? free(find.loosely(row), isTaken);
    const id = school?.id ?? idOf(row);
    const twin = seen.get(id);
    if (twin) throw sameSchoolTwice(id, twin, row);
    seen.set(id, row);
    const named = school || row.key.kind === 'name' ? undefined : names().find(row.name ?? '');
    return { row, id, school, namesake: named && isKnownByNameOnly(named) ? named : undefined };
  });
}

/** Places that the source shows without a figure, each with the id it has or would get. */
export function unreportedSchools(
  schools: Schools,
  { notReported }: Pick<Snapshot, 'notReported'>,
): readonly { readonly id: SchoolId; readonly name: string | null }[] {
  if (notReported.length === 0) return [];
  const find = finder(schools, lazyIndex(schools));
  return notReported.map((place) => {
    const school = find.exactly(place) ?? find.loosely(place);
    return { id: school?.id ?? idOf(place), name: place.name };
  });
}

type Place = Pick<SnapshotRow, 'key' | 'name'>;

function idOf({ key }: Place): SchoolId {
  return key.kind === 'id' ? key.id : key.slug;
}

function said(schools: Schools, row: Place, same: SameSchools): School | undefined {
  const id = same.get(idOf(row));
  return id === undefined ? undefined : schools.get(id);
}

/** A school that another row is about already is not found by a respelling of its name. */
function free(
  school: School | undefined,
  isTaken: (school: School) => boolean,
): School | undefined {
  return school && !isTaken(school) ? school : undefined;
}

function finder(schools: Schools, names: () => NameIndex<School>) {
  const byLearntId = schoolsByLearntId(schools);
  const counted = (school: School | undefined) => school && countedAs(schools, school);
  return {
    exactly: ({ key, name }: Place): School | undefined =>
      counted(
        key.kind === 'id'
          ? (schools.get(key.id) ?? byLearntId.get(key.id))
          : (names().exact(name ?? '') ?? schools.get(key.slug)),
      ),
    loosely: ({ key, name }: Place): School | undefined =>
      key.kind === 'id' ? undefined : names().loose(name ?? ''),
  };
}

/**
 * Whether the source has only ever named this school, never shown its id: its id is a name's slug.
 */
export function isKnownByNameOnly(school: School): boolean {
  if (!/[a-z]/.test(school.id)) return false;
  if (learntIds(school).length > 0) return false;
  return [school.name, ...formerNames(school)].some((name) => schoolIdFromName(name) === school.id);
}

/**
 * The id by which sources know a school: the one learnt later if there is one, otherwise its own.
 */
export function idInSource(school: School): string {
  return learntIds(school)[0] ?? school.id;
}

/** Whether `name` is the current or a former name of the school, or a common respelling of one. */
export function goesBy(school: School, name: string): boolean {
  if (name === school.name) return true;
  const known = [school.name, ...otherNames(school)];
  const exact = normalizeName(name);
  if (known.some((one) => normalizeName(one) === exact)) return true;
  const loose = looseName(name);
  return known.some((one) => looseName(one) === loose);
}

/**
 * What a source may ask of the ledger while it reads: whether a text is a place's id, or a normalised
 * name of one, as the ledger has it or respelt. Names are gathered at the first question, since rows of
 * cases ask none.
 */
export function knownPlaces({ schools, days }: Pick<Ledger, 'schools' | 'days'>) {
  const namesOf = (form: (name: string) => string) =>
    [...schools.values()].flatMap((school) => [school.name, ...formerNames(school)].map(form));
  let exact: ReadonlySet<string> | undefined;
  let loose: ReadonlySet<string> | undefined;
  return {
    isEmpty: days.length === 0,
    has: (text: string) => {
      if (schools.size === 0 || text === '') return false;
      exact ??= new Set<string>([
        ...schools.keys(),
        ...namesOf(normalizeName),
        ...schoolsByLearntId(schools).keys(),
      ]);
      if (exact.has(text)) return true;
      loose ??= new Set(namesOf(looseName));
      return loose.has(looseName(text));
    },
  };
}

/** Built at the first question: if every row has a known id, no name need be normalised. */
function lazyIndex(schools: Schools): () => NameIndex<School> {
  let index: NameIndex<School> | undefined;
  return () => {
    index ??= schoolNames(schools);
    return index;
  };
}

/** By what else a school may be called: names that it had, and its longer one. */
function otherNames(school: School): readonly string[] {
  const label = labelOf(school);
  return label === undefined ? formerNames(school) : [...formerNames(school), label];
}

/** Schools by name; entries that were merged into another are found under that one. */
export function schoolNames(schools: Schools): NameIndex<School> {
  const entries = [...schools.values()].filter((school) => mergedInto(school) === undefined);
  return nameIndex(entries, (school) => ({ name: school.name, former: otherNames(school) }));
}

function schoolsByLearntId(schools: Schools): ReadonlyMap<string, School> {
  const byId = new Map<string, School>();
  for (const school of schools.values()) {
    for (const id of learntIds(school)) byId.set(id, school);
  }
  return byId;
}

function sameSchoolTwice(id: SchoolId, first: SnapshotRow, second: SnapshotRow) {
  return refuseSource(
    'duplicate-schools',
    `Lines ${first.line} ("${first.name ?? id}") and ${second.line} ("${second.name ?? id}") of the source are both the place ${id}`,
    'Nothing was written. If they are two places, remove the wrong alias from data/schools.csv; if the sheet lists one place twice, its owner must fix it.',
    { line: second.line, value: second.name ?? id },
  );
}
