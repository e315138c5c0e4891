/** A calendar day in the district's time zone, `YYYY-MM-DD`. */
export type ReportingDate = string & { readonly __reportingDate: true };

/** An instant in UTC, to the second, as `YYYY-MM-DDTHH:MM:SSZ`; instants sort as text. */
export type Instant = string & { readonly __instant: true };

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT =
  /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?([Zz]|[+-]\d{2}(:?\d{2})?)$/;

/**
 * Parses a date written as `YYYY-MM-DD`.
 *
 * @returns undefined for any other form, or for a day that does not exist
 */
export function parseReportingDate(text: string): ReportingDate | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return text as ReportingDate;
}

/**
 * Like `parseReportingDate`, for text that is known to be a date.
 *
 * @throws RangeError if it is not one
 */
export function reportingDate(text: string): ReportingDate {
  const date = parseReportingDate(text);
  if (date === undefined) throw new RangeError(`"${text}" is not a date of the calendar`);
  return date;
}

/**
 * Parses an instant and converts it to UTC.
 *
 * @param text ISO 8601 with `Z` or an offset; fractions of a second are cut off
 * @returns undefined if the text is not an instant
 */
export function parseInstant(text: string): Instant | undefined {
  // Date.parse accepts 30 February and returns 2 March.
  if (!INSTANT.test(text) || parseReportingDate(text.slice(0, 10)) === undefined) return undefined;
  const milliseconds = Date.parse(text.replace(' ', 'T').replace(',', '.').toUpperCase());
  return Number.isNaN(milliseconds) ? undefined : instantFromMilliseconds(milliseconds);
}

/**
 * The instant at a number of milliseconds since 1970-01-01T00:00Z; fractions of a second are cut off.
 *
 * @throws RangeError for a number that no date can have
 */
export function instantFromMilliseconds(milliseconds: number): Instant {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z` as Instant;
}

/** Milliseconds from 1970-01-01T00:00Z to an instant. */
export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant);
}

/** `instant` moved by whole minutes; `minutes` may be negative. */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return instantFromMilliseconds(millisecondsOf(instant) + minutes * 60_000);
}

/** Hours from the first to the second instant; negative if the second one is earlier. */
export function hoursBetween(earlier: Instant, later: Instant): number {
  return (millisecondsOf(later) - millisecondsOf(earlier)) / 3_600_000;
}

/**
 * The calendar day at an instant in a time zone, taking daylight saving time into account.
 *
 * @param timeZone IANA name
 * @throws RangeError for an unknown time zone
 */
export function reportingDateAt(instant: Instant, timeZone: string): ReportingDate {
  return calendar(timeZone).format(Date.parse(instant)) as ReportingDate;
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/**
 * A formatter of dates as `YYYY-MM-DD`, which is how Swedish writes them. Creating an
 * `Intl.DateTimeFormat` is expensive, so one is kept per time zone.
 */
function calendar(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  calendars.set(timeZone, made);
  return made;
}

/**
 * Whether the runtime knows an IANA time zone of this name; offsets such as `+01:00` do not count.
 */
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

/** Calendar days from the first to the second date; negative if the second one is earlier. */
export function daysBetween(first: ReportingDate, second: ReportingDate): number {
  return dayNumber(second) - dayNumber(first);
}

/** The day of the week: 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(date: ReportingDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Days since 1970-01-01, by which windows and charts count. */
export function dayNumber(date: ReportingDate): number {
  const milliseconds = Date.UTC(
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7)) - 1,
    Number(date.slice(8, 10)),
  );
  return milliseconds / 86_400_000;
}

/** The inverse of `dayNumber`; `days` is a whole number and may be negative. */
export function dateFromDayNumber(days: number): ReportingDate {
  return new Date(days * 86_400_000).toISOString().slice(0, 10) as ReportingDate;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const FRIDAY = 5;

/** A period in which school is in session, both days included; dates as `YYYY-MM-DD`. */
export interface Session {
  readonly from: string;
  readonly to: string;
}

/**
 * Whether a new number is expected on a date: Monday to Friday, within a session.
 *
 * @param sessions empty: nothing is known of school days, so one is expected every day
 */
export function isSchoolDay(date: ReportingDate, sessions: readonly Session[]): boolean {
  return sessions.length === 0 || (weekday(date) <= FRIDAY && isInSession(date, sessions));
}

/** Whether a date lies within one of these sessions, weekends included. */
export function isInSession(date: ReportingDate, sessions: readonly Session[]): boolean {
  return sessions.some(({ from, to }) => from <= date && date <= to);
}
