import type { SchoolId } from '../domain/school-id.ts';
import { normalizeName } from '../domain/school-name.ts';
import type { Instant } from '../domain/time.ts';
import { goesBy, isKnownByNameOnly, type MatchedRow } from './match-schools.ts';
import type { Ledger, RenameLine, School } from './model.ts';
import { asAlias, ID_ALIAS, learntIds } from './school-aliases.ts';

/** The schools after a read of the source, and how they differ from those before. */
export interface Registry {
  /** Sorted by id. */
  readonly schools: ReadonlyMap<SchoolId, School>;
  /** Sorted by school id. */
  readonly renames: readonly RenameLine[];
  /** Schools that the ledger did not know, in the order of the source. */
  readonly unknown: readonly School[];
}

export interface RegistryRead {
  readonly matched: readonly MatchedRow[];
  /** Places shown without a figure. */
  readonly unreported: readonly { readonly id: SchoolId; readonly name: string | null }[];
  readonly at: Instant;
  /**
   * Whose figure becomes its baseline: every place's on the first read ever, later that of a place
   * that had shown none yet, and nobody's once the source has counted from zero again.
   */
  readonly firstFigures: 'every' | 'late' | 'none';
}

/**
 * The registry after a read: unknown schools are added, renamed ones get their new label.
 */
export function registryAfter(
  ledger: Ledger,
  { matched, unreported, at, firstFigures }: RegistryRead,
): Registry {
  const schools = new Map(ledger.schools);
  const renames: RenameLine[] = [];
  const unknown: School[] = [];
  for (const { row, id, school } of matched) {
    const known = school ?? newSchool(id, row.name ?? id);
    if (!school) unknown.push(known);
    const renamed = school && row.name !== null && !goesBy(school, row.name) ? row.name : undefined;
    const named = renamed === undefined ? known : renameSchool(known, renamed);
    if (renamed !== undefined) {
      renames.push({ renamedAt: at, schoolId: id, oldName: known.name, newName: renamed });
    }
    const proven = row.key.kind === 'id' ? withProvenId(named, row.key.id, ledger) : named;
    const entry = withFirstFigure(proven, row.count, firstFigures);
    if (entry !== school) schools.set(id, entry);
  }
  const silent = unreported.filter(({ id }) => !schools.has(id)).map(newSilentSchool);
  for (const school of silent) schools.set(school.id, school);
  unknown.push(...silent);
  const sorted = unknown.length === 0 ? schools : new Map([...schools].sort(byId));
  renames.sort((a, b) => (a.schoolId < b.schoolId ? -1 : 1));
  return { schools: sorted, renames, unknown };
}

function withFirstFigure(
  school: School,
  count: number,
  firstFigures: RegistryRead['firstFigures'],
): School {
  if (firstFigures === 'every') return { ...school, baselineCases: count };
  if (school.baselineCases !== null) return school;
  return { ...school, baselineCases: firstFigures === 'late' ? count : 0 };
}

/**
 * Records an id as learnt that a person said is this school's, or that came as an id and happens to
 * equal its name's slug: otherwise the school would be mistaken for one that is known by name only.
 */
function withProvenId(school: School, id: SchoolId, { schools }: Ledger): School {
  const isKnown = learntIds(school).includes(id) || schools.has(id);
  if (id === school.id ? !isKnownByNameOnly(school) : isKnown) return school;
  return { ...school, aliases: [...school.aliases, `${ID_ALIAS}${id}`] };
}

/** A place that was never shown with a figure. */
function newSilentSchool({ id, name }: RegistryRead['unreported'][number]): School {
  return { ...newSchool(id, name ?? id), baselineCases: null };
}

function newSchool(id: SchoolId, name: string): School {
  return {
    id,
    name,
    latitude: null,
    longitude: null,
    enrollment: null,
    vaccinatedOneDose: null,
    vaccinatedComplete: null,
    baselineCases: 0,
    aliases: [],
  };
}

function byId(a: readonly [SchoolId, School], b: readonly [SchoolId, School]): number {
  return a[0] < b[0] ? -1 : 1;
}

/** The school under its new label; the old one is kept as an alias. */
export function renameSchool(school: School, newName: string): School {
  return { ...withAlias(school, school.name), name: newName };
}

/** The school with one more former name, unless it has it. */
export function withAlias(school: School, name: string): School {
  const alias = asAlias(name);
  const known = school.aliases.some((one) => normalizeName(one) === normalizeName(alias));
  return known ? school : { ...school, aliases: [...school.aliases, alias] };
}
