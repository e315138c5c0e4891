import { milesBetween, type Place } from '../shared/miles-between.ts';
import { looseName, nameIndex, nameWords, normalizeName, PLAIN_WORDS } from '../shared/names.ts';

/** What is needed to recognise a school by name and place; null is unknown. */
export interface NamedSchool {
  readonly id: string;
  readonly name: string;
  readonly former_names: readonly string[];
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** A school this near to an old link's coordinates stands at them: registries round differently. */
const SAME_PLACE_MILES = 0.1;

/**
 * Translates an address of the original tracker, `school.html?name=…&Lat=…&Long=…`: to the school's
 * page if exactly one school has or had that name (or spells it in another way); to the one at the
 * coordinates if several have it, or nobody has it but that school's name shares a telling word;
 * otherwise to the list with a search for the name. The original wrote `_` or `-` for a space, which
 * normalising undoes. Only a search term is ever taken over from the address.
 *
 * @param search the query part of the address, from `?` on
 * @returns a path below the site's root
 */
export function schoolAddress(search: string, schools: readonly NamedSchool[]): string {
  const asked = new URLSearchParams(withWholeName(search));
  const name = asked.get('name')?.replaceAll('_', ' ').trim() ?? '';
  if (normalizeName(name) === '') return 'schools/';
  const index = nameIndex(schools, (school) => ({
    name: school.name,
    former: school.former_names,
  }));
  const school = index.find(name) ?? standingAt(placeIn(asked), name, schools);
  if (school) return `schools/${encodeURIComponent(school.id)}/`;
  return `schools/?${new URLSearchParams({ q: name })}`;
}

/**
 * Encodes an `&` within the name, which the original's links left as it was: what follows `name=` and
 * holds no `=` is no parameter but more of the name.
 */
function withWholeName(search: string): string {
  return search.replace(
    /([?&]name=)([^&]*(?:&[^&=]+(?=&|$))*)/,
    (_, key: string, name: string) => `${key}${name.replaceAll('&', '%26')}`,
  );
}

/** The coordinates of an address; undefined where it has none that lie on earth. */
function placeIn(asked: URLSearchParams): Place | undefined {
  const [latitude, longitude] = ['Lat', 'Long'].map((key) => {
    const text = asked.get(key)?.trim() ?? '';
    return /^-?\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : undefined;
  });
  if (latitude === undefined || longitude === undefined) return undefined;
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth ? { latitude, longitude } : undefined;
}

/** The one school at a place that is called so or, if none is, the one that might have been. */
function standingAt(
  place: Place | undefined,
  name: string,
  schools: readonly NamedSchool[],
): NamedSchool | undefined {
  if (!place) return undefined;
  const there = schools.filter(({ latitude, longitude }) => {
    if (latitude === null || longitude === null) return false;
    return milesBetween(place, { latitude, longitude }) <= SAME_PLACE_MILES;
  });
  const form = looseName(name);
  const called = there.filter((school) => namesOf(school).some((one) => looseName(one) === form));
  if (called.length > 0) return called.length === 1 ? called[0] : undefined;
  const words = new Set(tellingWords(name));
  const alike = there.filter((school) =>
    namesOf(school).some((one) => tellingWords(one).some((word) => words.has(word))),
  );
  return there.length === 1 ? alike[0] : undefined;
}

function namesOf({ name, former_names }: NamedSchool): readonly string[] {
  return [name, ...former_names];
}

/** The words of a name that few others share; an initial says too little. */
function tellingWords(name: string): readonly string[] {
  return nameWords(name).filter((word) => word.length > 1 && !PLAIN_WORDS.includes(word));
}
