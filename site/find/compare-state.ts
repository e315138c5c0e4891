import { parseSchoolId } from '../shared/school-id.ts';

/** The largest number of schools in a comparison: more charts side by side become hard to read. */
export const MOST_COMPARED = 4;

/**
 * The ids of the schools that an address compares: valid ids only, each once, at most
 * `MOST_COMPARED`, in the order of the address.
 *
 * @param search the query part of the address, with or without `?`
 */
export function idsIn(search: string): readonly string[] {
  const asked = new URLSearchParams(search).get('schools') ?? '';
  const ids = asked.split(',').filter((id) => parseSchoolId(id) !== undefined);
  return [...new Set(ids)].slice(0, MOST_COMPARED);
}

/** The query part of an address that compares these schools, with its `?`; empty for no schools. */
export function searchOf(ids: readonly string[]): string {
  return ids.length === 0 ? '' : `?schools=${ids.join(',')}`;
}
