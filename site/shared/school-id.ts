/** A school's permanent id. It becomes part of paths, so few characters are allowed. */
export type SchoolId = string & { readonly __schoolId: true };

const SCHOOL_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/**
 * Parses an id: 1 to 64 ASCII letters, digits, `_` and `-`, the first a letter or a digit.
 *
 * @returns undefined for any other text
 */
export function parseSchoolId(text: string): SchoolId | undefined {
  return SCHOOL_ID.test(text) ? (text as SchoolId) : undefined;
}
