/** A school's permanent id: it becomes a path, so its grammar is narrow. */
export type SchoolId = string & { readonly __schoolId: true };

const SCHOOL_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** @returns the id, or undefined if the text does not match the grammar. */
export function parseSchoolId(text: string): SchoolId | undefined {
  return SCHOOL_ID.test(text) ? (text as SchoolId) : undefined;
}
