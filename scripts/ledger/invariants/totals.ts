import type { SchoolId } from '../../domain/school-id.ts';
import type { Ledger } from '../model.ts';
import { type Breach, type Invariant, lineOf } from './invariant.ts';

/** Every line names a school in the registry. */
export const schoolsKnown: Invariant = {
  name: 'schools-known',
  description: 'Every school id of a line is in schools.csv',
  check: (ledger) =>
    unknown('cases.csv', ledger.cases, ledger) ??
    unknown('renames.csv', ledger.renames, ledger) ??
    unknown('notices.csv', ledger.notices, ledger),
};

/**
 * A total is the previous total plus the new cases; a school's first total starts at its baseline.
 */
export const totalsChain: Invariant = {
  name: 'totals-chain',
  description: 'A total is the previous total plus new cases; the first starts at the baseline',
  check: ({ schools, cases }) => {
    const totals = new Map<SchoolId, number>();
    for (const [index, line] of cases.entries()) {
      if (line.newCases === 0) {
        const text = 'new_cases is 0: a school without change has no line';
        return { ...placeOf(index), column: 'new_cases', value: '0', text };
      }
      const before = totals.get(line.schoolId);
      const expected = (before ?? schools.get(line.schoolId)?.baselineCases ?? 0) + line.newCases;
      if (line.totalCases !== expected) {
        const start = before === undefined ? 'its baseline' : 'its previous total';
        const text = `${line.schoolId} has total_cases ${line.totalCases}, but ${start} and its new cases add up to ${expected}`;
        return { ...placeOf(index), column: 'total_cases', value: String(line.totalCases), text };
      }
      totals.set(line.schoolId, line.totalCases);
    }
    return undefined;
  },
};

function placeOf(index: number) {
  return { file: 'cases.csv', line: lineOf(index) };
}

function unknown(
  file: string,
  lines: readonly { readonly schoolId: SchoolId | null }[],
  { schools }: Ledger,
): Breach | undefined {
  const index = lines.findIndex(({ schoolId }) => schoolId !== null && !schools.has(schoolId));
  const id = lines[index]?.schoolId;
  if (!id) return undefined;
  const text = `the school "${id}" is not in schools.csv`;
  return { file, line: lineOf(index), column: 'school_id', value: id, text };
}
