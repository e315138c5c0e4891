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
  return parseSchoolId(slugify(normalizeName(name), { decamelize: false }).slice(0, 64));
}
