import { refuseUsage } from '../../domain/refusal.ts';
import type { Ledger } from '../model.ts';
import type { Bounds, Invariant } from './invariant.ts';
import { sortedAndUnique } from './order.ts';
import { postsInTurn } from './posts.ts';
import { registrySound } from './registry.ts';
import { daysAddUp, importedFirst, updatesAddUp, updatesNumbered } from './sums.ts';
import { instantsOnTheirDay, notInTheFuture } from './time.ts';
import { schoolsKnown, totalsChain } from './totals.ts';

/** Every rule that a ledger must satisfy; cheap checks with clear messages come first. */
export const invariants: readonly Invariant[] = [
  sortedAndUnique,
  registrySound,
  schoolsKnown,
  totalsChain,
  updatesNumbered,
  updatesAddUp,
  daysAddUp,
  importedFirst,
  instantsOnTheirDay,
  notInTheFuture,
  postsInTurn,
];

/**
 * Checks a ledger against every invariant.
 *
 * @param bounds the latest instant allowed, and the district's time zone
 * @throws Refusal (exit 2) for the first broken rule, naming file, line and value
 */
export function checkInvariants(ledger: Ledger, bounds: Bounds): void {
  for (const invariant of invariants) {
    const breach = invariant.check(ledger, bounds);
    if (!breach) continue;
    const { file, line, column, value, text } = breach;
    throw refuseUsage(
      `ledger-${invariant.name}`,
      `data/${file}, line ${line}: ${text}`,
      `Nothing was written. ${invariant.description}. The ledger is refused, not repaired: \`git log -p\` on the file shows who changed the line; \`git revert\` that commit.`,
      { file: `data/${file}`, line, column, value },
    );
  }
}
