import { parseSchoolId } from '../shared/school-id.ts';

/** The part of the browser's storage that is used. */
export interface Shelf {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
  readonly removeItem: (key: string) => void;
}

/** The schools that a reader follows, as this browser remembers them. */
export interface MySchools {
  /** Ids, in the order in which they were added. */
  readonly ids: () => readonly string[];
  /** @returns false if the browser could not store it */
  readonly add: (id: string) => boolean;
  /** @returns false if the browser could not store it */
  readonly remove: (id: string) => boolean;
  /** @returns false if the browser could not store it */
  readonly forgetAll: () => boolean;
}

/** More than anybody needs; the limit keeps the list from growing without bound. */
const MOST = 50;

/**
 * Stores ids in the browser. Storage may be disabled (private windows), full, or hold anything.
 *
 * @param shelf the browser's storage; undefined: there is none
 * @param site address of the site; part of the key, because other sites on the host share the storage
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
  // Ids become part of addresses, so anything that is not an id is ignored.
  const ids = value.flatMap((id) => (typeof id === 'string' ? (parseSchoolId(id) ?? []) : []));
  return [...new Set(ids)].slice(0, MOST);
}

/** Storage throws if it is disabled, and parsing throws if something else is stored. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
