import { type NetChange, netChanges } from '../ledger/net-changes.ts';
import type { Update } from '../ledger/reconcile.ts';

/** A school's change in an update, with its name after the update. */
export interface Mover extends NetChange {
  readonly name: string;
}

/** Every school that an update changes, biggest change first. */
export function moversOf({ cases, after }: Update): readonly Mover[] {
  return netChanges(cases, 'size').map((change) => ({
    ...change,
    name: after.schools.get(change.schoolId)?.name ?? change.schoolId,
  }));
}
