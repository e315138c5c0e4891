/** A school's permanent id: it becomes a path, so its grammar is narrow. */
export type SchoolId = string & { readonly __schoolId: true };

/** The grammar of ids, for messages as well. */
export const SCHOOL_ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** @returns the id, or undefined if the text does not match the grammar. */
export function parseSchoolId(text: string): SchoolId | undefined {
  return SCHOOL_ID_PATTERN.test(text) ? (text as SchoolId) : undefined;
}
