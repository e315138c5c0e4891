import { z } from 'zod';
import { isTimeZone, parseReportingDate } from '../domain/time.ts';
import { channelsSchema } from './channels-schema.ts';
import { guardsSchema } from './guards-schema.ts';
import { mapSchema } from './map-schema.ts';
import { nameOrPattern, sourceSchema } from './source-schema.ts';
import { totalSchema } from './total-schema.ts';
import { nounKeys } from './words-schema.ts';

const date = z
  .string()
  .refine((text) => parseReportingDate(text) !== undefined, 'is not a date like 2021-08-30')
  .describe('A calendar day, YYYY-MM-DD');

const webAddress = z
  .string()
  .regex(/^https?:\/\/[^\s]+$/, 'is not a web address that starts with http:// or https://');

const text = z.string().trim().min(1, 'is empty');

const locations = z.strictObject({
  address: webAddress.describe('A CSV file with a row per school'),
  columns: z
    .strictObject({
      schoolId: text
        .nullable()
        .default('School_ID')
        .describe('null: the file knows places by name only'),
      name: text.default('Short_Name'),
      label: text
        .nullable()
        .default(null)
        .describe('A longer name, which pages and search use; null: the file has no such column'),
      latitude: text.default('School_Latitude'),
      longitude: text.default('School_Longitude'),
      enrollment: text.nullable().default(null).describe('null: the file has no such column'),
    })
    .prefault({}),
});

const vaccination = z
  .strictObject({
    addresses: z
      .array(webAddress)
      .min(1, 'names no address to read')
      .describe('JSON arrays with an object per school; all are read and merged'),
    keys: z
      .strictObject({
        schoolId: text.default('SchoolID'),
        enrollment: text
          .nullable()
          .default('OverallStudentCount')
          .describe('Pupils enrolled; null: the source has no such key'),
        oneDose: text.default('OverallOneDoseCount').describe('Pupils with at least one dose'),
        complete: text.default('OverallCompletedCount').describe('Pupils fully vaccinated'),
      })
      .prefault({}),
  })
  .describe('How many pupils of each school are vaccinated; null there is unknown, not 0');

const alarm = z
  .strictObject({
    failedReads: z.int().min(1).default(3).describe('Failed reads in a row before the alarm'),
    failedHours: z
      .number()
      .positive()
      .default(3)
      .describe('Hours without a good read before the alarm'),
    unchangedDays: z
      .int()
      .min(1)
      .default(14)
      .describe('Alarm when the source has not changed for this many days of a session'),
  })
  .prefault({});

const language = z.string().regex(/^[a-z]{2}$/, 'is not a two-letter language');

const site = z.strictObject({
  title: text,
  languages: z
    .array(language)
    .min(1, 'names no language')
    .default(['en'])
    .describe('The first is at the plain addresses, the others are under /<language>/'),
  url: webAddress.nullable().default(null).describe('Where the site is published'),
  covers: z
    .record(language, text)
    .default({})
    .describe('Whom the numbers cover and whom they do not, by language, such as "en"'),
  offline: z
    .boolean()
    .default(true)
    .describe('Browsers keep copies of visited pages; false removes all of them'),
  originalFiles: z
    .boolean()
    .default(false)
    .describe('Whether the files and addresses of the original tracker of Chicago are made too'),
});

const licence = z
  .strictObject({
    title: text.describe('As people name it, such as Creative Commons Attribution 4.0'),
    address: webAddress.describe('Where its text is'),
    name: z
      .string()
      .regex(/^[-a-zA-Z0-9._]+$/, 'is not an identifier such as CC-BY-4.0')
      .nullable()
      .default(null)
      .describe('Its Open Definition identifier, such as CC-BY-4.0'),
  })
  .describe('The licence of the published tables; null: they are facts, free to use');

/** The schema of `data/district.json`, from which the JSON Schema for editors is generated. */
export const settingsSchema = z
  .strictObject({
    $schema: z.string().optional(),
    name: text.describe('The district’s name'),
    timeZone: z
      .string()
      .refine(isTimeZone, 'is not an IANA time zone such as America/Chicago')
      .describe('IANA time zone in which days begin and end'),
    ...nounKeys,
    source: sourceSchema(webAddress),
    districtTotal: totalSchema(webAddress).nullable().default(null),
    counterRestarts: z
      .array(date)
      .default([])
      .describe('Days on which the source started to count from zero again; normally empty'),
    schoolYears: z
      .array(z.strictObject({ name: text, firstDay: date }))
      .default([])
      .describe('Spans shown to readers; they never affect the counting'),
    sessions: z
      .array(z.strictObject({ from: date, to: date }))
      .default([])
      .describe('When school is in session: only then does a silent source raise the alarm'),
    staleAfterDays: z
      .int()
      .min(1)
      .default(7)
      .describe('Tell readers when the source has not changed for longer than this'),
    endedOn: date.nullable().default(null).describe('The day the source ended for good'),
    ignore: z
      .array(nameOrPattern)
      .default([])
      .describe('Ids, names, or regular expressions between slashes, that are never counted'),
    gone: z
      .array(text)
      .default([])
      .describe('Ids of schools that left the source, or show no figure in it any more'),
    locations: locations.nullable().default(null),
    vaccination: vaccination.nullable().default(null),
    map: mapSchema,
    guards: guardsSchema,
    alarm,
    channels: channelsSchema,
    licence: licence.nullable().default(null),
    review: z.enum(['held', 'always']).default('held'),
    site,
    repository: webAddress
      .regex(/[^/]$/, 'ends in a slash')
      .describe('Where the ledger is kept, e.g. https://github.com/owner/name'),
    feedAuthority: z
      .string()
      .regex(
        /^[a-z0-9][a-z0-9.-]*,\d{4}(-\d{2}(-\d{2})?)?$/,
        'is not a name you own and a year in which you owned it, such as example.org,2020',
      )
      .describe('Begins the id of every feed item; must never change (RFC 4151)'),
  })
  .superRefine((settings, context) => {
    ascending(settings.counterRestarts, 'counterRestarts', context);
    ascending(
      settings.schoolYears.map((year) => year.firstDay),
      'schoolYears',
      context,
    );
    for (const [kind, channel] of Object.entries(settings.channels)) {
      channel?.languages?.forEach((language, index) => {
        if (settings.site.languages.includes(language)) return;
        context.addIssue({
          code: 'custom',
          path: ['channels', kind, 'languages', index],
          message: `"${language}" is not among site.languages`,
        });
      });
    }
    for (const language of Object.keys(settings.site.covers)) {
      if (settings.site.languages.includes(language)) continue;
      context.addIssue({
        code: 'custom',
        path: ['site', 'covers', language],
        message: `"${language}" is not among site.languages`,
      });
    }
    for (const [index, session] of settings.sessions.entries()) {
      if (session.from > session.to) {
        context.addIssue({
          code: 'custom',
          path: ['sessions', index],
          message: `ends on ${session.to}, before it begins on ${session.from}`,
        });
      }
    }
  });

/** The contents of `data/district.json`, with defaults filled in. */
export type Settings = z.output<typeof settingsSchema>;

function ascending(dates: readonly string[], path: string, context: z.core.$RefinementCtx) {
  dates.forEach((day, index) => {
    const before = dates[index - 1];
    if (before !== undefined && day <= before) {
      context.addIssue({
        code: 'custom',
        path: [path, index],
        message: `${day} does not come after ${before}: dates must ascend`,
      });
    }
  });
}

/**
 * The text of the JSON Schema of `district.json`, for editors; a test keeps the committed copy
 * current.
 */
export function settingsJsonSchema(): string {
  const schema = z.toJSONSchema(settingsSchema, { io: 'input' });
  const titled = { ...schema, title: 'Settings of a district (district.json)' };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
