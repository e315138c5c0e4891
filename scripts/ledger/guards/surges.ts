import { addDays } from '../../domain/time.ts';
import type { Guard } from './guard.ts';

const DAYS_LOOKED_BACK = 28;

/** Far more new cases in a run than on any day of the last four weeks. */
export const districtSurge: Guard = {
  name: 'district-surge',
  releasedAs: 'surge',
  check: ({ ledger, update, rules }) => {
    const fresh = update.line?.newCases ?? 0;
    const { surgeFactor, surgeCases } = rules.guards;
    const since = addDays(update.date, -DAYS_LOOKED_BACK);
    const recent = ledger.days.filter((day) => day.date > since).map((day) => day.newCases);
    const highest = Math.max(0, ...recent);
    if (fresh <= surgeCases || fresh <= highest * surgeFactor) return [];
    return [
      {
        text: `${fresh} new cases in one run, where the highest day of the last ${DAYS_LOOKED_BACK} had ${highest}.`,
      },
    ];
  },
};

/** A school gains more in a run than a school plausibly can. */
export const schoolSurge: Guard = {
  name: 'school-surge',
  releasedAs: null,
  check: ({ update, rules }) =>
    update.cases
      .filter((line) => line.newCases > rules.guards.schoolSurge)
      .map((line) => ({
        schoolId: line.schoolId,
        text: `${update.after.schools.get(line.schoolId)?.name ?? line.schoolId} gains ${line.newCases} cases in one run; more than ${rules.guards.schoolSurge} is unusual.`,
      })),
};
