/** A calendar day in the district's time zone, `YYYY-MM-DD`. */
export type ReportingDate = string & { readonly __reportingDate: true };

/** An instant in UTC to the second, `YYYY-MM-DDTHH:MM:SSZ`: sorts as text. */
export type Instant = string & { readonly __instant: true };

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT =
  /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?([Zz]|[+-]\d{2}(:?\d{2})?)$/;

/** @returns the date, or undefined if the text is none or the calendar has no such day. */
export function parseReportingDate(text: string): ReportingDate | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return text as ReportingDate;
}

/** As `parseReportingDate`, for text that is known to be a date; throws a RangeError otherwise. */
export function reportingDate(text: string): ReportingDate {
  const date = parseReportingDate(text);
  if (date === undefined) throw new RangeError(`"${text}" is not a date of the calendar`);
  return date;
}

/**
 * @param text ISO 8601 with `Z` or an offset; fractions of a second are cut off
 * @returns the instant in UTC, or undefined if the text is none
 */
export function parseInstant(text: string): Instant | undefined {
  // Date.parse lets 30 February pass as 2 March.
  if (!INSTANT.test(text) || parseReportingDate(text.slice(0, 10)) === undefined) return undefined;
  const milliseconds = Date.parse(text.replace(' ', 'T').replace(',', '.').toUpperCase());
  return Number.isNaN(milliseconds) ? undefined : instantFromMilliseconds(milliseconds);
}

/** @param milliseconds since 1970-01-01T00:00Z, as a clock gives them */
export function instantFromMilliseconds(milliseconds: number): Instant {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z` as Instant;
}

export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant);
}

/** `instant` moved by whole minutes; `minutes` may be negative. */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return instantFromMilliseconds(millisecondsOf(instant) + minutes * 60_000);
}

/** Hours from the earlier to the later instant; negative the other way round. */
export function hoursBetween(earlier: Instant, later: Instant): number {
  return (millisecondsOf(later) - millisecondsOf(earlier)) / 3_600_000;
}

/** The day it is at `instant` in `timeZone` (IANA name), daylight saving included. */
export function reportingDateAt(instant: Instant, timeZone: string): ReportingDate {
  return calendar(timeZone).format(Date.parse(instant)) as ReportingDate;
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** Swedish writes dates as ISO 8601 does. A calendar is dear to make, and there are few zones. */
function calendar(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  calendars.set(timeZone, made);
  return made;
}

export function isTimeZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false;
  try {
    return calendar(name) !== undefined;
  } catch {
    return false;
  }
}

/** `date` moved by whole calendar days; `days` may be negative. */
export function addDays(date: ReportingDate, days: number): ReportingDate {
  return dateFromDayNumber(dayNumber(date) + days);
}

/** Calendar days from the first to the second date; negative the other way round. */
export function daysBetween(first: ReportingDate, second: ReportingDate): number {
  return dayNumber(second) - dayNumber(first);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(date: ReportingDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Days since 1970-01-01: the number that windows and charts count by. */
export function dayNumber(date: ReportingDate): number {
  const milliseconds = Date.UTC(
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7)) - 1,
    Number(date.slice(8, 10)),
  );
  return milliseconds / 86_400_000;
}

export function dateFromDayNumber(days: number): ReportingDate {
  return new Date(days * 86_400_000).toISOString().slice(0, 10) as ReportingDate;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const FRIDAY = 5;

/** A span in which school is in session, both days included; dates as `YYYY-MM-DD`. */
export interface Session {
  readonly from: string;
  readonly to: string;
}

/** Whether a new number is expected: Monday to Friday, in a session where the settings name any. */
export function isSchoolDay(date: ReportingDate, sessions: readonly Session[]): boolean {
  return weekday(date) <= FRIDAY && (sessions.length === 0 || isInSession(date, sessions));
}

/** Whether a date lies in one of these spans, weekends included. */
export function isInSession(date: ReportingDate, sessions: readonly Session[]): boolean {
  return sessions.some(({ from, to }) => from <= date && date <= to);
}
