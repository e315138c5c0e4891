import type { SchoolId } from '../domain/school-id.ts';
import type { CaseLine } from './model.ts';

/** The sum of a school's lines in one update or one day. */
export interface NetChange {
  readonly schoolId: SchoolId;
  /** Sum of the lines: 0 where they cancel out, negative for a correction. */
  readonly newCases: number;
  /** All-time total after the last of them. */
  readonly totalCases: number;
}

type Order = (a: Pick<NetChange, 'newCases'>, b: Pick<NetChange, 'newCases'>) => number;

/**
 * `rise`: most new cases first, corrections last; used by pages, feeds and the API. `size`: the
 * biggest change first, up or down; used by reports, commits and releases, which are cut short.
 */
export const ORDERS = {
  rise: (a, b) => b.newCases - a.newCases,
  size: (a, b) => Math.abs(b.newCases) - Math.abs(a.newCases),
} as const satisfies Readonly<Record<string, Order>>;

/**
 * Lists every school that changed, once.
 *
 * @param lines all lines of one update or one day, in the ledger's order
 * @param tie orders equal changes; those that it leaves equal stay in the order of the lines
 */
export function netChanges(
  lines: readonly CaseLine[],
  order: keyof typeof ORDERS,
  tie: (a: NetChange, b: NetChange) => number = () => 0,
): readonly NetChange[] {
  const net = new Map<SchoolId, NetChange>();
  for (const { schoolId, newCases, totalCases } of lines) {
    const before = net.get(schoolId)?.newCases ?? 0;
    net.set(schoolId, { schoolId, newCases: before + newCases, totalCases });
  }
  return [...net.values()].sort((a, b) => ORDERS[order](a, b) || tie(a, b));
}

/** Breaks ties by id, which is the same in every language and after every rename. */
export function byId(a: NetChange, b: NetChange): number {
  return a.schoolId < b.schoolId ? -1 : 1;
}
