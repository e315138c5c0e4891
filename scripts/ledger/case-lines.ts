import type { SchoolId } from '../domain/school-id.ts';
import type { Instant, ReportingDate } from '../domain/time.ts';
import type { CaseLine, UpdateLine } from './model.ts';

/**
 * The lines of an update, sorted by id; changes of 0 are left out.
 *
 * @param changed new cases by school
 * @param totals all-time totals before the update (cases, baselines included)
 */
export function caseLines(
  changed: ReadonlyMap<SchoolId, number>,
  totals: ReadonlyMap<SchoolId, number>,
  date: ReportingDate,
  update: number,
): readonly CaseLine[] {
  const lines = [...changed].flatMap(([schoolId, newCases]): readonly CaseLine[] => {
    const totalCases = (totals.get(schoolId) ?? 0) + newCases;
    return newCases === 0 ? [] : [{ date, update, schoolId, newCases, totalCases }];
  });
  return lines.sort((a, b) => (a.schoolId < b.schoolId ? -1 : 1));
}

/** Numbers by school, with others added. */
export function sumsOf(
  numbers: ReadonlyMap<SchoolId, number>,
  added: ReadonlyMap<SchoolId, number>,
): ReadonlyMap<SchoolId, number> {
  if (added.size === 0) return numbers;
  const sums = new Map(numbers);
  for (const [id, number] of added) sums.set(id, (sums.get(id) ?? 0) + number);
  return sums;
}

/**
 * The line of an update in `updates.csv`; undefined without lines: then it is not an update.
 *
 * @param cases its lines
 * @param sourceSha256 of the body by which it is counted
 */
export function updateLine(
  cases: readonly CaseLine[],
  date: ReportingDate,
  update: number,
  at: Instant,
  restarts: number,
  sourceSha256: string,
): UpdateLine | undefined {
  if (cases.length === 0) return undefined;
  return {
    date,
    update,
    detectedAt: at,
    newCases: cases.reduce((sum, { newCases }) => sum + newCases, 0),
    schoolsChanged: cases.length,
    restarts,
    sourceSha256,
  };
}
