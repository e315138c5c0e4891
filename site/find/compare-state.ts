import { parseSchoolId } from '../shared/school-id.ts';

/** More than four courses beside each other cannot be told apart. */
export const MOST_COMPARED = 4;

/** The schools that an address compares: each once, four at most, in its order. */
export function idsIn(search: string): readonly string[] {
  const asked = new URLSearchParams(search).get('schools') ?? '';
  const ids = asked.split(',').filter((id) => parseSchoolId(id) !== undefined);
  return [...new Set(ids)].slice(0, MOST_COMPARED);
}

/** The part of an address that compares these schools; empty for none. */
export function searchOf(ids: readonly string[]): string {
  return ids.length === 0 ? '' : `?schools=${ids.join(',')}`;
}
