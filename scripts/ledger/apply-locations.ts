import type { Finding } from '../domain/finding.ts';
import type { SchoolId } from '../domain/school-id.ts';
import { idInSource, isKnownByNameOnly, schoolNames } from './match-schools.ts';
import type { School } from './model.ts';
import { ID_ALIAS, labelOf, mergedInto, withLabel } from './school-aliases.ts';

/** What a locations source says about a school; null is unknown. */
export interface LocationEntry {
  /** null: the source knows it by name only. */
  readonly id: SchoolId | null;
  readonly name: string;
  /** A longer name, for pages; null: there is none. */
  readonly label: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly enrollment: number | null;
}

/** The registry after a locations source was applied to it. */
export interface LocatedSchools {
  /** The same map as before if nothing was learnt. */
  readonly schools: ReadonlyMap<SchoolId, School>;
  /** The schools about which something was learnt. */
  readonly learnt: readonly SchoolId[];
  readonly findings: readonly Finding[];
}

/**
 * Fills in what a locations source knows. A known value replaces an older one; an unknown value
 * never replaces anything. A school known by name only learns its id if exactly one name matches.
 *
 * @param onlyIds the only schools to change; undefined: all
 * @param keepEnrollment fill in enrollment but never replace it, because another source knows better
 */
export function applyLocations(
  schools: ReadonlyMap<SchoolId, School>,
  entries: readonly LocationEntry[],
  {
    onlyIds,
    keepEnrollment = false,
  }: { readonly onlyIds?: ReadonlySet<SchoolId>; readonly keepEnrollment?: boolean } = {},
): LocatedSchools {
  const byId = new Map<string, LocationEntry>(
    entries.flatMap((entry) => (entry.id === null ? [] : [[entry.id, entry] as const])),
  );
  const byName = lazily(() => entriesByName(schools, entries));
  const result = new Map(schools);
  const learnt: SchoolId[] = [];
  const findings: Finding[] = [];
  for (const school of schools.values()) {
    if ((onlyIds && !onlyIds.has(school.id)) || mergedInto(school) !== undefined) continue;
    const entry =
      byId.get(idInSource(school)) ?? byId.get(school.id) ?? entryByName(school, byName, findings);
    if (!entry) {
      if (school.latitude === null) findings.push(notFound(school));
      continue;
    }
    const keeps = keepEnrollment && school.enrollment !== null;
    const located = withEntry(school, keeps ? { ...entry, enrollment: null } : entry);
    if (located === school) continue;
    result.set(school.id, located);
    learnt.push(school.id);
  }
  return { schools: learnt.length === 0 ? schools : result, learnt, findings };
}

/** The entries with a school's name: exactly, and as a respelling of it. */
interface NamedEntries {
  readonly exact: LocationEntry[];
  readonly loose: LocationEntry[];
}

/** An entry belongs to the one school that has its name; a respelling is no match where one is exact. */
function entriesByName(
  schools: ReadonlyMap<SchoolId, School>,
  entries: readonly LocationEntry[],
): ReadonlyMap<SchoolId, NamedEntries> {
  const names = schoolNames(schools);
  const found = new Map<SchoolId, NamedEntries>();
  for (const entry of entries) {
    const exact = names.exact(entry.name);
    const school = exact ?? names.loose(entry.name);
    if (!school) continue;
    const named = found.get(school.id) ?? { exact: [], loose: [] };
    (exact ? named.exact : named.loose).push(entry);
    found.set(school.id, named);
  }
  return found;
}

function entryByName(
  school: School,
  byName: () => ReadonlyMap<SchoolId, NamedEntries>,
  findings: Finding[],
): LocationEntry | undefined {
  const named = byName().get(school.id) ?? { exact: [], loose: [] };
  const found = named.exact.length > 0 ? named.exact : named.loose;
  // An id that is not the school's own is another school's, whatever its name.
  const matches = isKnownByNameOnly(school) ? found : found.filter(({ id }) => id === null);
  if (matches.length > 1) {
    findings.push({
      level: 'warning',
      code: 'ambiguous-name',
      message: `${matches.length} rows of the locations source match the name of ${school.name} (${school.id})`,
      tip: matches[0]?.id
        ? `Add the id of the right one to its aliases in data/schools.csv, as in "${ID_ALIAS}${matches[0].id}".`
        : 'Write its latitude and longitude into data/schools.csv.',
    });
  }
  return matches.length === 1 ? matches[0] : undefined;
}

/** Most schools are found by their ids, so the names are compared only if one is not. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function withEntry(school: School, entry: LocationEntry): School {
  const isNewId = entry.id !== null && entry.id !== school.id && entry.id !== idInSource(school);
  const latitude = entry.latitude ?? school.latitude;
  const longitude = entry.longitude ?? school.longitude;
  const enrollment = entry.enrollment ?? school.enrollment;
  const label = entry.label === school.name ? null : (entry.label?.replaceAll(';', ',') ?? null);
  const isSame =
    !isNewId &&
    latitude === school.latitude &&
    longitude === school.longitude &&
    enrollment === school.enrollment &&
    (label === null || label === labelOf(school));
  if (isSame) return school;
  const known = isNewId ? [...school.aliases, `${ID_ALIAS}${entry.id}`] : school.aliases;
  const aliases = label === null ? known : withLabel(known, label);
  return { ...school, latitude, longitude, enrollment, aliases };
}

function notFound(school: School): Finding {
  return {
    level: 'notice',
    code: 'location-unknown',
    message: `The location of ${school.name} (${school.id}) is unknown: it appears everywhere except on the map`,
    tip: 'Add its latitude and longitude to data/schools.csv, or run `npm run schools` later.',
  };
}
