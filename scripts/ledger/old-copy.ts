import type { SchoolId } from '../domain/school-id.ts';
import { addDays, type ReportingDate } from '../domain/time.ts';
import { mergeUpdates } from './merge-updates.ts';
import type { Ledger } from './model.ts';
import type { Update } from './reconcile.ts';
import type { Rules } from './rules.ts';

/** A state that the record had before. */
export interface OlderState {
  /** The date until which it was the newest. */
  readonly until: ReportingDate;
}

/**
 * The earlier state that a read shows again: its counts, or its body, are those from before one of
 * the updates of the last days (`guards.oldCopyDays`). Caches and copies of a sheet lag behind it, so
 * what such a read would take back is no correction, as long as it does not last.
 *
 * @returns undefined if the read shows anything else: news, or what is on record now
 */
export function olderStateOf(ledger: Ledger, update: Update, rules: Rules): OlderState | undefined {
  if (update.line === undefined) return undefined;
  const { restarts, sourceSha256 } = update.line;
  // Where only the settings changed, the newest body gives other counts: that is news.
  const isOtherBody = ledger.updates.at(-1)?.sourceSha256 !== sourceSha256;
  const since = addDays(update.date, -rules.guards.oldCopyDays);
  const taken = new Map(update.cases.map(({ schoolId, newCases }) => [schoolId, newCases]));
  const undone = new Map<SchoolId, number>();
  // A merge is nothing that the source showed: what it takes back of it, it counted twice.
  const merged = new Set(mergeUpdates(ledger).flatMap(({ taken, given }) => [taken, given]));
  let index = ledger.cases.length - 1;
  for (let at = ledger.updates.length - 1; at >= 0; at -= 1) {
    const later = ledger.updates[at];
    const earlier = ledger.updates[at - 1];
    if (!later || later.date < since || later.restarts !== restarts) break;
    for (; index >= 0; index -= 1) {
      const line = ledger.cases[index];
      if (line?.date !== later.date || line.update !== later.update) break;
      // A table that does not show a school yet says nothing about it.
      const isShown = update.counts.has(line.schoolId) || taken.has(line.schoolId);
      if (isShown && !merged.has(line)) undo(undone, line.schoolId, line.newCases);
    }
    const isSameBody = isOtherBody && earlier?.sourceSha256 === sourceSha256;
    if (isSameBody || isSame(undone, taken)) return { until: later.date };
  }
  return undefined;
}

function undo(undone: Map<SchoolId, number>, id: SchoolId, newCases: number): void {
  const sum = (undone.get(id) ?? 0) - newCases;
  if (sum === 0) undone.delete(id);
  else undone.set(id, sum);
}

function isSame(one: ReadonlyMap<SchoolId, number>, other: ReadonlyMap<SchoolId, number>): boolean {
  return one.size === other.size && [...one].every(([id, count]) => other.get(id) === count);
}
