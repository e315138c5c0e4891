import type { SchoolId } from '../domain/school-id.ts';
import { addDays, type ReportingDate } from '../domain/time.ts';
import type { CaseLine, Ledger } from './model.ts';
import { mergedInto } from './school-aliases.ts';

/** Days within which a school with a change counts as active. */
export const ACTIVE_DAYS = 14;

/**
 * How many schools had a change within the 14 days up to a date, as it was known then: a school that
 * was merged into another later still counts. Its last line is the one that took its cases over; one
 * that had none to take over counts on, because nothing records when it ended.
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
    const into = school && mergedInto(school);
    const last = linesOf.get(id)?.at(-1);
    if (into === undefined || last === undefined || last.date > date) return false;
    const taken = linesOf.get(into) ?? [];
    return taken.some(
      (line) =>
        line.date === last.date && line.update === last.update && line.newCases === -last.newCases,
    );
  };
  return [...active].filter((id) => !isGone(id)).length;
}
