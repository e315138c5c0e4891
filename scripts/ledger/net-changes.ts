import type { SchoolId } from '../domain/school-id.ts';
import type { CaseLine } from './model.ts';

/** What a school's lines of an update or of a day come to. */
export interface NetChange {
  readonly schoolId: SchoolId;
  /** Sum of the lines: 0 where they cancel out, negative for a correction. */
  readonly newCases: number;
  /** All-time total after the last of them. */
  readonly totalCases: number;
}

type Order = (a: Pick<NetChange, 'newCases'>, b: Pick<NetChange, 'newCases'>) => number;

/**
 * `rise`: most new cases first, corrections last, as pages, feeds and the API list them. `size`: the
 * biggest change first, up or down, as reports, commits and releases do, which are cut short.
 */
export const ORDERS = {
  rise: (a, b) => b.newCases - a.newCases,
  size: (a, b) => Math.abs(b.newCases) - Math.abs(a.newCases),
} as const satisfies Readonly<Record<string, Order>>;

/**
 * Every school that changed, once.
 *
 * @param lines of one update or one day, in the ledger's order
 * @param tie decides between equal changes; the order in which the schools changed where it does not
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

/** Ties by id: the same in every language and after every rename. */
export function byId(a: NetChange, b: NetChange): number {
  return a.schoolId < b.schoolId ? -1 : 1;
}
