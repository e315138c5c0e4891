import type { CaseLine } from '../ledger/model.ts';
import type { Update } from '../ledger/reconcile.ts';

/** A school's change in an update, with the name it goes by after it. */
export interface Mover extends CaseLine {
  readonly name: string;
}

/** Every school that an update changes, biggest change first. */
export function moversOf(update: Update): readonly Mover[] {
  return update.cases
    .map((line) => ({
      ...line,
      name: update.after.schools.get(line.schoolId)?.name ?? line.schoolId,
    }))
    .sort((a, b) => Math.abs(b.newCases) - Math.abs(a.newCases));
}
