import type { SchoolId } from '../domain/school-id.ts';
import type { CaseLine, Ledger } from './model.ts';
import { countedAs, mergedInto } from './school-aliases.ts';

/** The update with which a person made one entry of two: its lines cancel each other out. */
export interface MergeUpdate {
  readonly taken: CaseLine;
  readonly given: CaseLine;
}

/**
 * The updates of `npm run merge`. The source knows nothing of them: where it has counted the same cases
 * under both names, it takes them back from the remaining one with its next read.
 */
export function mergeUpdates({ schools, cases, updates }: Ledger): readonly MergeUpdate[] {
  return [...schools.values()].flatMap((school): readonly MergeUpdate[] => {
    if (mergedInto(school) === undefined) return [];
    const into = countedAs(schools, school).id;
    const taken = cases.findLast((line) => line.schoolId === school.id);
    if (!taken) return [];
    const isWith = (line: CaseLine) => line.date === taken.date && line.update === taken.update;
    const given = cases.findLast((line) => line.schoolId === into && isWith(line));
    const update = updates.find(
      ({ date, update }) => date === taken.date && update === taken.update,
    );
    const isPure = update?.schoolsChanged === 2 && update.newCases === 0;
    return given && isPure ? [{ taken, given }] : [];
  });
}

/** Cases that a school was given by a merge and that no read has shown or taken back yet. */
export function unconfirmedCases(ledger: Ledger): ReadonlyMap<SchoolId, number> {
  const found = new Map<SchoolId, number>();
  for (const { given } of mergeUpdates(ledger)) {
    const last = ledger.cases.findLast(({ schoolId }) => schoolId === given.schoolId);
    if (last === given) found.set(given.schoolId, given.newCases);
  }
  return found;
}
