import type { SchoolId } from '../domain/school-id.ts';
import { addDays, type ReportingDate } from '../domain/time.ts';
import type { CaseLine, Ledger } from './model.ts';
import { mergedInto } from './school-aliases.ts';

/** Days within which a school with a change counts as active. */
export const ACTIVE_DAYS = 14;

/**
 * How many schools had a change within the 14 days up to a date, as it was known then: a school that
 * was merged into another later still counts. Its last line is the one that took its cases over.
 *
 * @param linesOn lines by date
 * @param linesOf lines by school, ascending
 */
export function activeSchoolsAsOf(
  { schools }: Pick<Ledger, 'schools'>,
  linesOn: ReadonlyMap<ReportingDate, readonly CaseLine[]>,
  linesOf: ReadonlyMap<SchoolId, readonly CaseLine[]>,
  date: ReportingDate,
): number {
  const active = new Set<SchoolId>();
  for (let back = 0; back < ACTIVE_DAYS; back += 1) {
    for (const { schoolId } of linesOn.get(addDays(date, -back)) ?? []) active.add(schoolId);
  }
  const isGone = (id: SchoolId) => {
    const school = schools.get(id);
    const last = linesOf.get(id)?.at(-1);
    return school !== undefined && mergedInto(school) !== undefined && (last?.date ?? '') <= date;
  };
  return [...active].filter((id) => !isGone(id)).length;
}
