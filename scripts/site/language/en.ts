import type { Instant, ReportingDate } from '../../domain/reporting-date.ts';
import { dayNumber } from '../../domain/reporting-date.ts';

const LOCALE = 'en-US';
const plurals = new Intl.PluralRules(LOCALE);
const numbers = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const longDate = dateFormat({ weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' });
const shortDate = dateFormat({ month: 'short', day: 'numeric', year: 'numeric' });
const weekdayDate = dateFormat({
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  year: 'numeric',
});
const month = dateFormat({ month: 'short', year: 'numeric' });

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'UTC' });
}

function at(date: ReportingDate): Date {
  return new Date(dayNumber(date) * 86_400_000);
}

/** Formatters are dear to make and there are few time zones. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short', timeZone });
  clocks.set(timeZone, made);
  return made;
}

/** What is counted, as the settings call it. */
export interface Counted {
  readonly singular: string;
  readonly plural: string;
}

function number(value: number): string {
  return numbers.format(value).replace('-', '−');
}

function signed(value: number): string {
  return value > 0 ? `+${number(value)}` : number(value);
}

function many(value: number, singular: string, plural: string): string {
  return `${number(value)} ${plurals.select(value) === 'one' ? singular : plural}`;
}

/** Every word of the site in English; figures and dates come in and whole phrases come out. */
export const english = {
  lang: 'en',
  number,
  signed,
  longDate: (date: ReportingDate) => longDate.format(at(date)),
  shortDate: (date: ReportingDate) => shortDate.format(at(date)),
  weekdayDate: (date: ReportingDate) => weekdayDate.format(at(date)),
  /** The time of day in the district; Node’s narrow blank becomes a plain one. */
  time: (instant: Instant, timeZone: string) =>
    clock(timeZone).format(new Date(instant)).replace('\u202f', ' '),
  month: (date: ReportingDate) => month.format(at(date)),
  cases: (count: number, counted: Counted) => many(count, counted.singular, counted.plural),
  newCases: (count: number, counted: Counted) =>
    many(count, `new ${counted.singular}`, `new ${counted.plural}`),
  schools: (count: number) => many(count, 'school', 'schools'),
  days: (count: number) => many(count, 'day', 'days'),
  updates: (count: number) => many(count, 'update', 'updates'),

  nav: {
    skip: 'Skip to the content',
    home: 'Today',
    schools: 'Schools',
    cases: 'By date',
    data: 'Data',
    about: 'About',
    label: 'Main',
  },
  since: (date: string) => `since ${date}, the last time it was read before`,
  reportedOn: (date: string) => `Reported on ${date}`,
  readSince: (dates: string) => `Also read, without a change: ${dates}`,
  windowEnds: (date: string) => `Windows are calendar days and end on ${date}, the last day read.`,
  trend: {
    up: (now: string, before: string) =>
      `Up: ${now} in the last 7 days, ${before} in the 7 days before`,
    down: (now: string, before: string) =>
      `Down: ${now} in the last 7 days, ${before} in the 7 days before`,
    same: (now: string) => `The same as in the 7 days before: ${now}`,
    unknown:
      'Not every day of the last two weeks was read, so this week is not compared with the one before',
  },
  held: 'A newer update looks unusual and waits for a person to check it. What you see here is the last update that passed.',
  failing: (cause: string, since: string) =>
    `The district’s numbers could not be read since ${since} (${cause}). What you see here is what was read before.`,
  ended: (date: string) =>
    `The district stopped publishing on ${date}. These are the final numbers.`,
  stale: 'This page was last checked more than 36 hours ago, so newer numbers may be missing.',
  correction:
    'A minus means a correction: the district took cases back. We show it as it came and never hide it.',
  notRead: 'not read',
  chart: {
    perDay: 'New cases by the day they were reported',
    perDayNote:
      'Each bar is what changed since the day read before; where days in between were not read, it spans them. Hatched bars below the line are corrections.',
    cumulative: 'New cases added up since this record began',
    table: 'The same numbers as a table',
    noChange: (days: string) => `${days} read without a change are left out of this table.`,
    description: (from: string, to: string, sum: string) =>
      `From ${from} to ${to}: ${sum} in all. The numbers are in the table below.`,
  },
} as const;

/** The words of a language: what `en.ts` has, every other must have. */
export type Language = typeof english;
