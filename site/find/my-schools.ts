import { parseSchoolId } from '../shared/school-id.ts';

/** What of the browser's storage is used. */
export interface Shelf {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
  readonly removeItem: (key: string) => void;
}

/** The schools that somebody follows, as this browser remembers them. */
export interface MySchools {
  /** Ids, in the order in which they were added. */
  readonly ids: () => readonly string[];
  /** @returns false when the browser does not remember it */
  readonly add: (id: string) => boolean;
  readonly remove: (id: string) => boolean;
  readonly forgetAll: () => boolean;
}

/** Nobody has more; a list that grows for ever would not fit the page. */
const MOST = 50;

/**
 * Keeps ids on a shelf. A shelf may be closed (private windows), full, or hold anything.
 *
 * @param shelf the browser's storage; undefined: there is none
 * @param site address of the site, because its neighbours on the same host share the shelf
 */
export function mySchools(shelf: Shelf | undefined, site: string): MySchools {
  const key = `my-schools ${new URL(site).pathname}`;
  const ids = () => attempt(() => parse(shelf?.getItem(key) ?? null)) ?? [];
  const keep = (next: readonly string[]) =>
    attempt(() => {
      if (!shelf) return false;
      if (next.length === 0) shelf.removeItem(key);
      else shelf.setItem(key, JSON.stringify(next));
      return true;
    }) ?? false;
  return {
    ids,
    add: (id) => keep([...ids().filter((other) => other !== id), id].slice(-MOST)),
    remove: (id) => keep(ids().filter((other) => other !== id)),
    forgetAll: () => keep([]),
  };
}

function parse(text: string | null): readonly string[] {
  const value: unknown = JSON.parse(text ?? '[]');
  if (!Array.isArray(value)) return [];
  // Ids become addresses; whatever else stands on the shelf is not ours.
  const ids = value.flatMap((id) => (typeof id === 'string' ? (parseSchoolId(id) ?? []) : []));
  return [...new Set(ids)].slice(0, MOST);
}

/** Storage throws where it is closed, and parsing where it holds something else. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
