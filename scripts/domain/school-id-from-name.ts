import slugify from '@sindresorhus/slugify';
import { normalizeName } from '../../site/shared/names.ts';
import { parseSchoolId, type SchoolId } from './school-id.ts';

/**
 * The permanent id of a school that its source identifies by name only: the slug of the normalised
 * name. It is separate from `school-id.ts` so that only sources keyed by name load the
 * transliteration tables.
 *
 * @returns undefined if no character of the name can appear in an id
 */
export function schoolIdFromName(name: string): SchoolId | undefined {
  return parseSchoolId(slugOf(normalizeName(name)).slice(0, 64));
}

/** Words of Latin letters, which are transliterated letter by letter. */
const LATIN_WORDS = /^[\p{Script=Latin}\d ]*$/u;
const letters = new Map<string, string>();

/**
 * What `slugify` makes of a normalised name. It takes a millisecond a name, which a table of tens
 * of thousands would feel, so Latin names are put together from letters that were asked once.
 */
function slugOf(normal: string): string {
  if (!LATIN_WORDS.test(normal)) return slugify(normal, { decamelize: false });
  let slug = '';
  for (const letter of normal) {
    const spelling = letter === ' ' ? '-' : spelt(letter);
    if (spelling === '') return slugify(normal, { decamelize: false });
    slug += spelling;
  }
  return slug;
}

/** @returns '' for a letter that has no spelling */
function spelt(letter: string): string {
  if (letter <= 'z') return letter;
  const known = letters.get(letter);
  if (known !== undefined) return known;
  const made = slugify(letter, { decamelize: false });
  letters.set(letter, made);
  return made;
}
