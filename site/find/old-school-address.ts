import { normalizeName } from '../shared/names.ts';

/** What is needed of a school to know it by name. */
export interface NamedSchool {
  readonly id: string;
  readonly name: string;
  readonly former_names: readonly string[];
}

/**
 * Where an address of the original, `school.html?name=…`, leads: to the one school of that name or
 * former name, else to the list with the name searched for. The original wrote `_` or `-` for a
 * blank, which normalising undoes. Nothing of the address gets into the result but a search term.
 *
 * @param search the address's part from `?` on
 * @returns path below the site
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
