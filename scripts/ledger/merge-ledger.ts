import { createHash } from 'node:crypto';
import type { SchoolId } from '../domain/school-id.ts';
import { type Instant, reportingDateAt } from '../domain/time.ts';
import { caseLines, updateLine } from './case-lines.ts';
import { daysAfter } from './day-line.ts';
import { mergedSchools, movedCases } from './merge-schools.ts';
import type { CaseLine, Ledger } from './model.ts';
import type { Rules } from './rules.ts';
import { restartsSoFar, totalsNow } from './totals.ts';

/** Two entries that are one place. */
export interface Merge {
  readonly from: SchoolId;
  readonly into: SchoolId;
  readonly at: Instant;
  readonly rules: Pick<Rules, 'timeZone' | 'counterRestarts'>;
}

/** A ledger in which two entries are one place. */
export interface MergedLedger {
  readonly ledger: Ledger;
  /** The lines with which cases went over; empty if there were none. */
  readonly cases: readonly CaseLine[];
}

/**
 * Merges two entries of a ledger. Nothing on record changes: the cases of one are taken back and given
 * to the other in an update of their own, whose figures add up to 0.
 */
export function mergeLedger(ledger: Ledger, { from, into, at, rules }: Merge): MergedLedger {
  const mergers = new Map([[from, into]]);
  const schools = mergedSchools(ledger.schools, mergers);
  const totals = totalsNow(ledger);
  const date = reportingDateAt(at, rules.timeZone);
  const number = (ledger.updates.findLast((line) => line.date === date)?.update ?? 0) + 1;
  const cases = caseLines(movedCases(totals, mergers), totals, date, number);
  // A restart takes effect with a read: cases that only go over are still counted as before.
  const restarts = restartsSoFar(ledger, rules);
  const line = updateLine(cases, date, number, at, restarts, bodyOnRecord(ledger));
  if (!line) return { ledger: { ...ledger, schools }, cases };
  const merged = { ...ledger, schools };
  const day = { date, at: null, cases, schools: [...schools.values()], districtTotal: null };
  return {
    ledger: {
      ...merged,
      cases: [...ledger.cases, ...cases],
      updates: [...ledger.updates, line],
      days: daysAfter(merged, day),
    },
    cases,
  };
}

/** A merge reads no body: what is on record is still what the last one showed. */
function bodyOnRecord({ updates }: Ledger): string {
  return updates.at(-1)?.sourceSha256 ?? createHash('sha256').digest('hex');
}
