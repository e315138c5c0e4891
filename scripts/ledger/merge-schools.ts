import type { SchoolId } from '../domain/school-id.ts';
import type { School } from './model.ts';
import { withAlias } from './registry.ts';
import { formerNames, INTO_ALIAS } from './school-aliases.ts';

/** Entries of the registry that are merged, each with the one that it is counted as from now on. */
export type Mergers = ReadonlyMap<SchoolId, SchoolId>;

type Schools = ReadonlyMap<SchoolId, School>;

/**
 * The registry after entries were merged: the names of each become aliases of the one it is counted as,
 * and it says itself which that is. It stays in the registry, because lines and addresses name it.
 *
 * @returns the same map if nothing is merged
 */
export function mergedSchools(schools: Schools, mergers: Mergers): Schools {
  if (mergers.size === 0) return schools;
  const after = new Map(schools);
  for (const [fromId, intoId] of mergers) {
    const from = after.get(fromId);
    const into = after.get(intoId);
    if (!from || !into) throw new RangeError(`${fromId} and ${intoId} are not both on record`);
    const known = [from.name, ...formerNames(from)].reduce(withAlias, into);
    // A figure that the source shows later is news: what it had is a line already.
    after.set(intoId, { ...known, baselineCases: known.baselineCases ?? 0 });
    after.set(fromId, { ...from, aliases: [...from.aliases, `${INTO_ALIAS}${intoId}`] });
  }
  return after;
}

/**
 * The cases that go over when entries are merged: all of each, taken from it and given to the other.
 *
 * @param totals all-time totals (cases, baselines included)
 * @returns what each entry gains (negative: loses); entries without a change are left out
 */
export function movedCases(
  totals: ReadonlyMap<SchoolId, number>,
  mergers: Mergers,
): ReadonlyMap<SchoolId, number> {
  const moved = new Map<SchoolId, number>();
  const move = (id: SchoolId, cases: number) => moved.set(id, (moved.get(id) ?? 0) + cases);
  for (const [from, into] of mergers) {
    const cases = totals.get(from) ?? 0;
    if (cases === 0) continue;
    move(from, -cases);
    move(into, cases);
  }
  return moved;
}
