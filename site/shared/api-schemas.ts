import { z } from 'zod';
import { parseInstant, parseReportingDate } from './time.ts';

/**
 * The shapes of the JSON API, version 1. Clients must ignore keys that they do not know: adding one
 * does not change the version. `docs/published-contract.json` pins what is here.
 */
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => parseReportingDate(text) !== undefined, 'is not a calendar date');
const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)
  .refine((text) => parseInstant(text) !== undefined, 'is not an instant');
const cases = z.int();
const count = z.int().min(0);
const address = z.url();

/** The first keys of every file with a fixed address: whose figures these are, and as of when. */
const asOf = {
  district: z.string(),
  as_of: date.nullable(),
  day_is_over: z.boolean(),
};

const windows = z.object({
  days_7: cases,
  days_14: cases,
  days_21: cases,
  school_year: cases.nullable(),
});

const school = z.object({
  id: z.string(),
  name: z.string(),
  former_names: z.array(z.string()),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  enrollment: count.nullable(),
  vaccinated_one_dose: count.nullable(),
  vaccinated_complete: count.nullable(),
  new_cases: windows,
  total_cases: cases,
  last_change: date.nullable(),
  no_figure_yet: z.literal(true).optional(),
  sheet_name: z.string().optional(),
});

const feedAddresses = z.object({ rss: address, atom: address, json: address });

const update = z.object({
  update: z.int().min(1),
  detected_at: instant,
  new_cases: cases,
  schools_changed: count,
});

const day = z.object({
  reporting_date: date,
  first_read_at: instant.nullable(),
  new_cases: cases,
  total_cases: cases,
  schools_changed: count,
  district_total: count.nullable(),
});

const schoolChange = z.object({
  id: z.string(),
  name: z.string(),
  new_cases: cases,
  total_cases: cases,
});

const dateFile = z.object({
  district: z.string(),
  ...day.shape,
  day_is_over: z.boolean(),
  since: date.nullable(),
  updates: z.array(update),
  reports: z.array(z.object({ update: count, ...schoolChange.shape })),
});

/**
 * The schema of each kind of file in the API. Counts are cases, pupils or schools; dates are
 * YYYY-MM-DD.
 */
export const schemas = {
  index: z.object({
    ...asOf,
    version: z.literal(1),
    licence: z.string(),
    source: z.array(address),
    repository: address,
    site: address,
    files: z.array(z.object({ path: z.string(), says: z.string(), schema: address })),
    feeds: z.array(feedAddresses),
    upcoming_changes: z.array(z.object({ date, text: z.string() })),
  }),
  schools: z.object({ ...asOf, schools: z.array(school) }),
  school: z.object({
    ...asOf,
    ...school.shape,
    reports: z.array(
      z.object({
        reporting_date: date,
        update: count,
        new_cases: cases,
        total_cases: cases,
      }),
    ),
    renames: z.array(z.object({ renamed_at: instant, old_name: z.string(), new_name: z.string() })),
    links: z.object({ page: address, csv: address, feeds: feedAddresses }),
  }),
  district: z.object({
    ...asOf,
    time_zone: z.string(),
    school_count: count,
    new_cases: windows,
    days_not_read: z.object({ days_7: count, days_14: count, days_21: count }),
    total_cases: cases,
    district_total: count.nullable(),
    latest_change: z
      .object({
        reporting_date: date,
        since: date.nullable(),
        new_cases: cases,
        schools_changed: count,
        update_count: count,
      })
      .nullable(),
    current_school_year: z.object({ name: z.string(), first_day: date }).nullable(),
    clocks: z.object({
      source_changed_on: date.nullable(),
      source_changed_at: instant.nullable(),
      checked_at: instant.nullable(),
    }),
    held: z
      .object({
        since: instant,
        checked_at: instant,
        declined: z.boolean(),
        reasons: z.array(
          z.object({
            guard: z.string(),
            school_id: z.string().nullable(),
            text: z.string(),
            since: instant,
          }),
        ),
      })
      .nullable(),
    failing: z.object({ cause: z.string(), since: instant, checked_at: instant }).nullable(),
    ended_on: date.nullable(),
  }),
  latest: z.object({
    ...asOf,
    latest: z.object({ ...dateFile.shape, movers: z.array(schoolChange) }).nullable(),
  }),
  days: z.object({ ...asOf, days: z.array(day) }),
  date: dateFile,
} as const satisfies Readonly<Record<string, z.ZodObject>>;

/** A kind of file in the API. */
export type SchemaName = keyof typeof schemas;
/** The contents of a file of the API. */
export type ApiFile<Name extends SchemaName> = z.output<(typeof schemas)[Name]>;
