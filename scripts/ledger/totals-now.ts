import type { SchoolId } from '../domain/school-id.ts';
import type { Ledger } from './model.ts';

/** All-time total of every school, baseline included: what its last line says. */
export function totalsNow(ledger: Ledger): Map<SchoolId, number> {
  const totals = new Map<SchoolId, number>();
  for (const school of ledger.schools.values()) totals.set(school.id, school.baselineCases);
  for (const line of ledger.cases) totals.set(line.schoolId, line.totalCases);
  return totals;
}
