import { z } from 'zod';

const share = z.number().min(0).max(1);
const wholeNumber = z.int('is not a whole number').min(0, 'is below 0');
const hours = z.number().positive();

/** The thresholds of the guards; docs/guards.md lists them with these descriptions. */
export const guardsSchema = z
  .strictObject({
    districtFall: wholeNumber
      .default(3)
      .describe('Hold when the district’s total falls by more cases'),
    schoolFall: wholeNumber.default(3).describe('Hold when a school falls by more cases'),
    fallingSchools: wholeNumber
      .default(10)
      .describe('Hold when more schools fall at once, each by however little'),
    fallReleaseHours: hours.default(72).describe('Hours after which small falls are published'),
    fallReleaseShare: share
      .default(0.01)
      .describe('Small: all falls together are at most this share of the cases on record'),
    oldCopyDays: wholeNumber
      .default(14)
      .describe('Counts that were on record within so many days are an old copy, and no news'),
    oldCopyHours: z
      .number()
      .min(0)
      .default(24)
      .describe('Hours after which an old copy is judged as news, if nothing else is shown'),
    restartShare: share
      .default(0.5)
      .describe(
        'Suspect a restart when the source shows less than this share of the cases on record',
      ),
    restartFall: wholeNumber
      .default(10)
      .describe('Suspect no restart unless more cases than these are missing'),
    restartEndShare: share
      .default(0.9)
      .describe('A suspected restart that is held stays one until this share is shown again'),
    missingSchools: wholeNumber
      .default(3)
      .describe(
        'Hold when so many schools with cases are missing from a table, or show no figure in it',
      ),
    missingShare: share
      .default(0.02)
      .describe('Missing schools: they must also be more than this share of those with cases'),
    unknownSchools: wholeNumber
      .default(5)
      .describe('Hold when more schools are unknown, to the locations source too'),
    unknownShare: share
      .default(0.02)
      .describe('Unknown schools: they must also be more than this share of the known ones'),
    unknownCases: wholeNumber
      .default(3)
      .describe('Unknown schools: they must also bring more cases each, on average'),
    renamedSchools: wholeNumber.default(5).describe('Hold when more schools are renamed in a run'),
    surgeCases: wholeNumber
      .default(100)
      .describe(
        'Hold when the district has more new cases than these, unless that is usual for it',
      ),
    surgeShare: share
      .default(0.02)
      .describe('Surge: the new cases must also be more than this share of those on record'),
    surgeFactor: z
      .number()
      .positive()
      .default(10)
      .describe('Usual: at most so many times the highest span of as many days in four weeks'),
    surgeReleaseHours: hours.default(24).describe('Hours after which a surge is published'),
    surgeReleaseShare: share
      .default(0.5)
      .describe(
        'Never usual, nor published: a surge of more than this share of the cases on record',
      ),
    schoolSurge: wholeNumber
      .default(50)
      .describe('Hold when a school gains more cases in a run, if one of the next two is met'),
    schoolSurgeShare: share
      .default(0.1)
      .describe('School surge: more than this share of what all schools gain'),
    schoolSurgeEnrollment: share
      .default(0.2)
      .describe('School surge: more than this share of the school’s enrollment'),
    unreadableRows: wholeNumber.default(10).describe('Reject when more rows cannot be read'),
    unreadableShare: share
      .default(0.01)
      .describe('Rejected rows: they must also be more than this share of all rows'),
    rowsWithoutId: wholeNumber
      .default(10)
      .describe('Hold when more rows (and over 1 %) have no id; accepting such a hold raises it'),
  })
  .prefault({})
  .describe('When an update is held for a person, and how long until it is released by itself');
