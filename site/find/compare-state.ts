/** More than four courses beside each other cannot be told apart. */
export const MOST_COMPARED = 4;

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** The schools that an address compares: each once, four at most, in its order. */
export function idsIn(search: string): readonly string[] {
  const asked = new URLSearchParams(search).get('schools') ?? '';
  const ids = asked.split(',').filter((id) => ID.test(id));
  return [...new Set(ids)].slice(0, MOST_COMPARED);
}

/** The part of an address that compares these schools; empty for none. */
export function searchOf(ids: readonly string[]): string {
  return ids.length === 0 ? '' : `?schools=${ids.join(',')}`;
}
