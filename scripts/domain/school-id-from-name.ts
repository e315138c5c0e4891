import slugify from '@sindresorhus/slugify';
import { normalizeName } from '../../site/shared/names.ts';
import { parseSchoolId, type SchoolId } from './school-id.ts';

/**
 * The id of a school that its source knows by name only: the slug of the normalised name, for good.
 * Apart from `school-id.ts` because only name-keyed sources need to load the transliteration.
 *
 * @returns undefined if nothing of the name can be spelt in an id
 */
export function schoolIdFromName(name: string): SchoolId | undefined {
  return parseSchoolId(slugify(normalizeName(name), { decamelize: false }).slice(0, 64));
}
