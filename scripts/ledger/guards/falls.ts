import type { SchoolId } from '../../domain/school-id.ts';
import type { Guard, Question } from './guard.ts';
import { looksRestarted } from './restart.ts';

/** The whole district shows fewer cases than are on record. */
export const districtFall: Guard = {
  name: 'district-fall',
  releasedAs: 'fall',
  check: (question) => {
    const change = question.update.line?.newCases ?? 0;
    const limit = question.rules.guards.districtFall;
    if (change >= -limit || looksRestarted(question)) return [];
    return [
      { text: `The district’s total falls by ${-change}, and more than ${limit} is unusual.` },
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
    return question.update.cases
      .filter((line) => line.newCases < -limit)
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
        text: `${falls.length} schools fall at once, by ${fallen} together; more than ${limit} is unusual.`,
      },
    ];
  },
};

function nameOf({ update }: Question, id: SchoolId): string {
  return update.after.schools.get(id)?.name ?? id;
}
