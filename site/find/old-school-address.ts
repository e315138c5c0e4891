import { normalizeName } from '../shared/names.ts';

/** What is needed to recognise a school by name. */
export interface NamedSchool {
  readonly id: string;
  readonly name: string;
  readonly former_names: readonly string[];
}

/**
 * Translates an address of the original tracker, `school.html?name=…`: to the school's page if
 * exactly one school has or had that name, otherwise to the list with a search for the name. The
 * original wrote `_` or `-` for a space, which normalising undoes. Only a search term is ever taken
 * over from the address.
 *
 * @param search the query part of the address, from `?` on
 * @returns a path below the site's root
 */
export function schoolAddress(search: string, schools: readonly NamedSchool[]): string {
  const name = new URLSearchParams(search).get('name')?.replaceAll('_', ' ').trim() ?? '';
  const wanted = normalizeName(name);
  if (wanted === '') return 'schools/';
  const called = schools.filter((school) => normalizeName(school.name) === wanted);
  const formerly = schools.filter((school) =>
    school.former_names.some((former) => normalizeName(former) === wanted),
  );
  const [school, ...others] = called.length > 0 ? called : formerly;
  if (school && others.length === 0) return `schools/${encodeURIComponent(school.id)}/`;
  return `schools/?${new URLSearchParams({ q: name })}`;
}
