import { nounsOf } from '../../domain/nouns.ts';
import type { SchoolId } from '../../domain/school-id.ts';
import { addDays, dayNumber, daysBetween, reportingDateAt } from '../../domain/time.ts';
import type { DayLine } from '../model.ts';
import type { Guard, GuardName, Question } from './guard.ts';

const DAYS_LOOKED_BACK = 28;

/**
 * Far more new cases since the last good read than in any span of as many days of the last four
 * weeks, or too many for what is on record, as when every count is doubled.
 */
export const districtSurge: Guard = {
  name: 'district-surge',
  releasedAs: 'surge',
  check: (question) => {
    const { fresh, onRecord } = figures(question);
    const { surgeFactor, surgeCases, surgeShare, surgeReleaseShare } = question.rules.guards;
    if (fresh <= surgeCases || fresh <= onRecord * surgeShare) return [];
    if (fresh > onRecord * surgeReleaseShare) {
      return [{ text: `${fresh} new cases in one run, where ${onRecord} are on record.` }];
    }
    const days = daysCovered(question, 'district-surge', null);
    const highest = highestBefore(question, days);
    if (highest === null || fresh <= highest * surgeFactor) return [];
    const span = days === 1 ? 'day' : `${days} days`;
    return [
      {
        text: `${fresh} new cases in one run, where the highest ${span} of the last ${DAYS_LOOKED_BACK} had ${highest}.`,
      },
    ];
  },
};

/** A school gains more than it plausibly can: much of all that is new, or of its enrollment. */
export const schoolSurge: Guard = {
  name: 'school-surge',
  releasedAs: 'school-surge',
  check: (question) => {
    const { update, rules } = question;
    const { schoolSurge, schoolSurgeShare, schoolSurgeEnrollment } = rules.guards;
    const { gained } = figures(question);
    return update.cases.flatMap(({ schoolId, newCases }) => {
      if (newCases <= schoolSurge) return [];
      const days = question.ledger.held ? daysCovered(question, 'school-surge', schoolId) : 1;
      const limit = schoolSurge * days;
      if (newCases <= limit) return [];
      const school = update.after.schools.get(schoolId);
      const enrolled = school?.enrollment ?? null;
      const isMuchOfNew = newCases > gained * schoolSurgeShare;
      const isMuchOfSchool = enrolled !== null && newCases > enrolled * schoolSurgeEnrollment;
      if (!isMuchOfNew && !isMuchOfSchool) return [];
      const nouns = nounsOf(rules);
      const beside = isMuchOfNew
        ? `of ${gained} in ${nouns.theDistrict}`
        : `with ${enrolled} ${nouns.enrolled}`;
      const text = `${school?.name ?? schoolId} gains ${newCases} cases in one run, ${beside}; more than ${limit} is unusual.`;
      return [{ schoolId, text }];
    });
  },
};

/** New cases of this read, its gains alone, and what was on record before it since the last restart. */
function figures({ update }: Question) {
  const fresh = update.line?.newCases ?? 0;
  const gained = update.cases.reduce((sum, { newCases }) => sum + Math.max(0, newCases), 0);
  let onRecord = 0;
  for (const count of update.recorded.values()) onRecord += count;
  return { fresh, gained, onRecord };
}

/**
 * How many days the new cases of this read have had to come together: those since the last day on
 * record, to which held reads add none, so that what has waited is not counted as a jump. A reason
 * that is already held is measured as when it was found: waiting alone does not end it.
 */
function daysCovered(
  { ledger, update, rules }: Question,
  name: GuardName,
  school: SchoolId | null,
): number {
  const last = ledger.days.at(-1)?.date ?? update.date;
  const held = ledger.held?.reasons.find((r) => r.guard === name && r.schoolId === school);
  const date = held ? reportingDateAt(held.since, rules.timeZone) : update.date;
  return Math.max(1, daysBetween(last, date));
}

/**
 * The most new cases of any span of `days` days in the last four weeks before this date.
 *
 * @returns null if no day of these can be compared: only the baseline, or nothing, was read then
 */
function highestBefore({ ledger, update }: Question, days: number): number | null {
  const since = addDays(update.date, -DAYS_LOOKED_BACK);
  const [first] = ledger.days;
  const baseline = first?.firstReadAt === null ? undefined : first;
  const recent = ledger.days.filter(
    (day) => day !== baseline && day.date > since && day.date < update.date,
  );
  return recent.length === 0 ? null : highestSpan(recent, days);
}

/**
 * @param lines ascending
 * @returns the largest sum of new cases over `days` calendar days in a row
 */
function highestSpan(lines: readonly DayLine[], days: number): number {
  let highest = 0;
  let sum = 0;
  let first = 0;
  for (const { date, newCases } of lines) {
    sum += newCases;
    while (dayNumber(date) - dayNumber(lines[first]?.date ?? date) >= days) {
      sum -= lines[first]?.newCases ?? 0;
      first += 1;
    }
    highest = Math.max(highest, sum);
  }
  return highest;
}
