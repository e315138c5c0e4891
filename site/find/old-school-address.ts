import { nameIndex, normalizeName } from '../shared/names.ts';

/** What is needed to recognise a school by name. */
export interface NamedSchool {
  readonly id: string;
  readonly name: string;
  readonly former_names: readonly string[];
}

/**
 * Translates an address of the original tracker, `school.html?name=…`: to the school's page if
 * exactly one school has or had that name (or spells it in another way), otherwise to the list with a search for the name. The
 * original wrote `_` or `-` for a space, which normalising undoes. Only a search term is ever taken
 * over from the address.
 *
 * @param search the query part of the address, from `?` on
 * @returns a path below the site's root
 */
export function schoolAddress(search: string, schools: readonly NamedSchool[]): string {
  const name = new URLSearchParams(search).get('name')?.replaceAll('_', ' ').trim() ?? '';
  if (normalizeName(name) === '') return 'schools/';
  const index = nameIndex(schools, (school) => ({
    name: school.name,
    former: school.former_names,
  }));
  const school = index.find(name);
  if (school) return `schools/${encodeURIComponent(school.id)}/`;
  return `schools/?${new URLSearchParams({ q: name })}`;
}
