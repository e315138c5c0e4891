import { normalizeName } from '../domain/school-name.ts';
import type { School } from './model.ts';

/**
 * The school under its new label; the old one stays as an alias. A `;` separates aliases in
 * `schools.csv`, so one inside a name becomes a comma: names are matched without punctuation.
 */
export function renameSchool(school: School, newName: string): School {
  const old = school.name.replaceAll(';', ',');
  const known = school.aliases.some((alias) => normalizeName(alias) === normalizeName(old));
  return { ...school, name: newName, aliases: known ? school.aliases : [...school.aliases, old] };
}
