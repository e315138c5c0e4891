import type { SchoolId } from '../domain/school-id.ts';
import type { GuardName } from './guards/guard.ts';
import type { Hold } from './model.ts';

/** The guards that ask whether a place is one on record. Closing their request answers no. */
const ASKS_WHETHER_ONE: ReadonlySet<string> = new Set<GuardName>(['possible-rename', 'namesakes']);

/** Whether a hold asks if places are one, so that declining it is an answer and not only a no. */
export function asksWhetherOne({ reasons }: Pick<Hold, 'reasons'>): boolean {
  return reasons.some(({ guard }) => ASKS_WHETHER_ONE.has(guard));
}

/**
 * The ids of which a person has said that they are places of their own: by declining the hold on
 * record, or an earlier one of the same unbroken series.
 */
export function toldApart(held: Hold | null): ReadonlySet<SchoolId> {
  if (held === null) return new Set();
  const isDeclined = held.declined === held.key;
  const asked = held.reasons.filter(({ guard }) => isDeclined && ASKS_WHETHER_ONE.has(guard));
  return new Set([...held.apart, ...asked.flatMap(({ schoolId }) => schoolId ?? [])]);
}
