import { addDays, type Instant, type ReportingDate, reportingDate } from '../time.ts';
import type { Noun } from './nouns.ts';
import { percentIn } from './phrase.ts';
import { dateWriter, numberWriter, SHORT_DATE, WEEKDAY_DATE } from './writers.ts';

/** The noun for what is counted, as the settings define it. */
export type CountedNoun = Noun;

/** How a language writes figures and dates. */
export interface Format {
  readonly lang: string;
  /** BCP 47, for code that formats figures in the browser. */
  readonly locale: string;
  number(value: number): string;
  /** A share in percent, 0 to 100, as `shareOf` rounds it. */
  percent(share: number): string;
  /** With a plus sign if the number is positive. */
  signed(value: number): string;
  /** The form of a word that goes with a number. */
  choose(value: number, singular: string, plural: string): string;
  /** `1 school`, `2 schools`. */
  many(value: number, singular: string, plural: string): string;
  longDate(date: ReportingDate): string;
  shortDate(date: ReportingDate): string;
  weekdayDate(date: ReportingDate): string;
  /** Without the year. */
  dayOfMonth(date: ReportingDate): string;
  month(date: ReportingDate): string;
  longMonth(date: ReportingDate): string;
  /** Short names, Monday first. */
  readonly weekdays: readonly string[];
  /** The time of day in a time zone (IANA name). */
  time(instant: Instant, timeZone: string): string;
  /** A duration in whole minutes: `2 hours 5 minutes`. */
  interval(minutes: number): string;
  /** Compares names as this language sorts them. */
  compare(a: string, b: string): number;
}

/** A week that begins on a Monday. */
const WEEK = Array.from({ length: 7 }, (_, index) => addDays(reportingDate('2021-03-01'), index));

/**
 * Creates the formatters of a locale.
 *
 * @param locale BCP 47, such as `en-US`; its first part is the page's language
 */
export function formatOf(locale: string): Format {
  const plurals = new Intl.PluralRules(locale);
  const collator = new Intl.Collator(locale, { numeric: true });
  const clocks = new Map<string, Intl.DateTimeFormat>();
  const date = (options: Intl.DateTimeFormatOptions) => dateWriter(locale, options);
  const number = numberWriter(locale);
  const inUnit = (value: number, unit: 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  const choose = (value: number, singular: string, plural: string) =>
    plurals.select(value) === 'one' ? singular : plural;
  return {
    lang: locale.split('-')[0] ?? locale,
    locale,
    number,
    percent: (share) => percentIn(locale, share),
    signed: (value) => (value > 0 ? `+${number(value)}` : number(value)),
    choose,
    many: (value, singular, plural) => `${number(value)} ${choose(value, singular, plural)}`,
    longDate: date({ weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }),
    shortDate: date(SHORT_DATE),
    weekdayDate: date(WEEKDAY_DATE),
    dayOfMonth: date({ month: 'short', day: 'numeric' }),
    month: date({ month: 'short', year: 'numeric' }),
    longMonth: date({ month: 'long', year: 'numeric' }),
    weekdays: WEEK.map(date({ weekday: 'short' })),
    time: (instant, timeZone) => {
      // Creating an Intl.DateTimeFormat is expensive, so keep one per time zone.
      const clock =
        clocks.get(timeZone) ?? new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
      clocks.set(timeZone, clock);
      return clock.format(new Date(instant)).replaceAll('\u202f', ' ');
    },
    interval: (minutes) => {
      const hours = Math.floor(minutes / 60);
      const rest = minutes % 60;
      const parts = [
        hours > 0 ? inUnit(hours, 'hour') : '',
        rest > 0 || hours === 0 ? inUnit(rest, 'minute') : '',
      ];
      return parts.filter(Boolean).join(' ');
    },
    compare: collator.compare,
  };
}
