import { nounsOf } from '../../domain/nouns.ts';
import type { SchoolId } from '../../domain/school-id.ts';
import { unconfirmedCases } from '../merge-updates.ts';
import type { CaseLine, Ledger } from '../model.ts';
import type { Guard, Question } from './guard.ts';
import { looksRestarted } from './restart.ts';

/** The whole district shows fewer cases than are on record. */
export const districtFall: Guard = {
  name: 'district-fall',
  releasedAs: 'fall',
  check: (question) => {
    const { line, cases } = question.update;
    const change = (line?.newCases ?? 0) + takenBack(question.ledger, cases);
    const limit = question.rules.guards.districtFall;
    if (change >= -limit || looksRestarted(question)) return [];
    return [
      {
        text: `${nounsOf(question.rules).TheDistrict}’s total falls by ${-change}, and more than ${limit} is unusual.`,
      },
    ];
  },
};

/** A school shows fewer cases than are on record. */
export const schoolFall: Guard = {
  name: 'school-fall',
  releasedAs: 'fall',
  check: (question) => {
    const limit = question.rules.guards.schoolFall;
    if (looksRestarted(question)) return [];
    const given = unconfirmedCases(question.ledger);
    return question.update.cases
      .filter((line) => line.newCases + (given.get(line.schoolId) ?? 0) < -limit)
      .map((line) => ({
        schoolId: line.schoolId,
        text: `${nameOf(question, line.schoolId)} falls by ${-line.newCases}, from ${line.totalCases - line.newCases} to ${line.totalCases}; more than ${limit} is unusual.`,
      }));
  },
};

/**
 * Many schools fall at once, each by little, while others may gain more: old rows were lost or
 * changed.
 */
export const manyFalls: Guard = {
  name: 'many-falls',
  releasedAs: 'fall',
  check: (question) => {
    const limit = question.rules.guards.fallingSchools;
    const falls = question.update.cases.filter((line) => line.newCases < 0);
    if (falls.length <= limit || looksRestarted(question)) return [];
    const fallen = falls.reduce((sum, line) => sum - line.newCases, 0);
    return [
      {
        text: `${falls.length} ${nounsOf(question.rules).places} fall at once, by ${fallen} together; more than ${limit} is unusual.`,
      },
    ];
  },
};

/** Cases that falls take back because a merge gave them to a school that has them already. */
function takenBack(ledger: Ledger, cases: readonly CaseLine[]): number {
  const given = unconfirmedCases(ledger);
  return cases.reduce(
    (sum, { schoolId, newCases }) =>
      sum + Math.min(given.get(schoolId) ?? 0, Math.max(0, -newCases)),
    0,
  );
}

function nameOf({ update }: Question, id: SchoolId): string {
  return update.after.schools.get(id)?.name ?? id;
}
