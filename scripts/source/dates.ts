import { parseReportingDate } from '../domain/time.ts';

/**
 * Days as a sheet writes them, each with a key that sorts in time (`2021-09-14 15:39:12`).
 * undefined: the text is not a date.
 */
export type ReadDays =
  | { readonly kind: 'read'; readonly dayOf: ReadonlyMap<string, string | undefined> }
  /** As month/day and as day/month these dates come in different orders. */
  | { readonly kind: 'ambiguous'; readonly example: string };

/** Numbers of a date before it is known which is the month. */
type Parts =
  | { readonly order: 'known'; readonly day: string; readonly time: string }
  | {
      readonly order: 'unknown';
      readonly numbers: readonly [number, number];
      readonly year: number;
      readonly time: string;
    };

const TIME =
  /^(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?m\.?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(.*)$/s;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.*)$/s;
const MONTH_FIRST = /^(\p{L}{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)(.*)$/su;
const DAY_FIRST =
  /^(\d{1,2})(?:\.|st|nd|rd|th)? (?:de )?(\p{L}{3,})\.?,? (?:de )?(\d{4})(?!\d)(.*)$/su;
/** Milliseconds since 1970, as ArcGIS writes dates. */
const EPOCH = /^\d{12,13}$/;

/** Whether a heading is a date and nothing else. */
export function isDateHeading(text: string): boolean {
  return partsOf(text) !== undefined;
}

/**
 * Reads dates together, because `9/1/2021` alone does not say which number is the month: one above
 * 12 does, else the reading in which they ascend or descend. Where both readings put them in one
 * order it does not matter.
 *
 * @param texts any texts, repeated ones too
 */
export function readDays(texts: Iterable<string>): ReadDays {
  const parts = new Map<string, Parts | undefined>();
  for (const text of texts) if (!parts.has(text)) parts.set(text, partsOf(text));
  const unsure = [...parts].filter(([, found]) => found?.order === 'unknown');
  const first = unsure[0];
  if (!first) return { kind: 'read', dayOf: dayOf(parts, 'month-first') };
  const readings = (['month-first', 'day-first'] as const).map((order) => dayOf(parts, order));
  const [monthFirst, dayFirst] = readings;
  const whole = readings.filter((days) => unsure.every(([text]) => days.get(text) !== undefined));
  if (whole.length === 1 && whole[0]) return { kind: 'read', dayOf: whole[0] };
  if (!monthFirst || !dayFirst || whole.length === 0 || orderOf(monthFirst) === orderOf(dayFirst)) {
    return { kind: 'read', dayOf: monthFirst ?? new Map() };
  }
  const sorted = readings.filter(isSorted);
  if (sorted.length === 1 && sorted[0]) return { kind: 'read', dayOf: sorted[0] };
  return { kind: 'ambiguous', example: first[0] };
}

function dayOf(
  parts: ReadonlyMap<string, Parts | undefined>,
  order: 'month-first' | 'day-first',
): ReadonlyMap<string, string | undefined> {
  const days = new Map<string, string | undefined>();
  for (const [text, found] of parts) {
    if (found?.order !== 'unknown') days.set(text, found && `${found.day}${found.time}`);
    else {
      const [a, b] = found.numbers;
      const day = order === 'month-first' ? dayText(found.year, a, b) : dayText(found.year, b, a);
      days.set(text, day && `${day}${found.time}`);
    }
  }
  return days;
}

function orderOf(days: ReadonlyMap<string, string | undefined>): string {
  const known = [...days].filter(([, day]) => day !== undefined);
  known.sort(([, a = ''], [, b = '']) => (a < b ? -1 : a > b ? 1 : 0));
  return known.map(([text]) => text).join('\n');
}

function isSorted(days: ReadonlyMap<string, string | undefined>): boolean {
  const known = [...days.values()].flatMap((day) => day ?? []);
  const ascends = known.every((day, index) => index === 0 || (known[index - 1] ?? '') <= day);
  return ascends || known.every((day, index) => index === 0 || (known[index - 1] ?? '') >= day);
}

function partsOf(raw: string): Parts | undefined {
  const text = raw.trim();
  if (text.length < 6 || text.length > 60 || !/\d/.test(text)) return undefined;
  if (EPOCH.test(text)) {
    const [day = '', time = ''] = new Date(Number(text)).toISOString().split('T');
    return { order: 'known', day, time: ` ${time.slice(0, 8)}` };
  }
  const compact = COMPACT.exec(text);
  if (compact) return known(Number(compact[1]), Number(compact[2]), Number(compact[3]), '');
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const [, year, , month, day, rest = ''] = yearFirst;
    return known(Number(year), Number(month), Number(day), rest);
  }
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) return withYearLast(yearLast);
  return withMonthName(text);
}

function withYearLast([, a, separator, b, yearText = '', rest = '']: RegExpExecArray) {
  const year = Number(yearText) + (yearText.length === 2 ? 2000 : 0);
  // Only day.month.year is written with dots.
  if (separator === '.') return known(year, Number(b), Number(a), rest);
  const time = timeOf(rest);
  if (time === undefined) return undefined;
  const numbers = [Number(a), Number(b)] as const;
  const isDay = dayText(year, numbers[0], numbers[1]) ?? dayText(year, numbers[1], numbers[0]);
  return isDay === undefined ? undefined : { order: 'unknown' as const, numbers, year, time };
}

function withMonthName(text: string): Parts | undefined {
  const plain = text.toLowerCase().replace(/^\p{L}+day,? /u, '');
  const [, month, day, year, rest = ''] = MONTH_FIRST.exec(plain) ?? [];
  if (month !== undefined) return known(Number(year), monthOf(month), Number(day), rest);
  const [, dayFirst, name, yearLast, more = ''] = DAY_FIRST.exec(plain) ?? [];
  return name === undefined
    ? undefined
    : known(Number(yearLast), monthOf(name), Number(dayFirst), more);
}

function known(year: number, month: number, day: number, rest: string): Parts | undefined {
  const [text, time] = [dayText(year, month, day), timeOf(rest)];
  return text === undefined || time === undefined ? undefined : { order: 'known', day: text, time };
}

function dayText(year: number, month: number, day: number): string | undefined {
  const two = (number: number) => String(number).padStart(2, '0');
  return parseReportingDate(`${year}-${two(month)}-${two(day)}`);
}

/** @returns ' HH:MM:SS', '' without a time, undefined where what follows is not a time */
function timeOf(rest: string): string | undefined {
  const match = TIME.exec(rest.trimEnd());
  if (!match) return undefined;
  const [, hours, minutes = '00', seconds = '00', half] = match;
  if (hours === undefined) return '';
  const hour =
    half === undefined ? Number(hours) : (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0);
  return ` ${String(hour).padStart(2, '0')}:${minutes}:${seconds}`;
}

const LANGUAGES = ['en', 'es', 'fr', 'de'] as const;
let months: ReadonlyMap<string, number> | undefined;

/** @returns 1 to 12 for a month’s name, long or short; 0: no month */
function monthOf(name: string): number {
  months ??= monthNames();
  return months.get(name) ?? 0;
}

function monthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES) {
    const long = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    const short = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
    for (let month = 1; month <= 12; month += 1) {
      const date = new Date(Date.UTC(2021, month - 1, 1));
      for (const format of [long, short]) {
        names.set(format.format(date).toLowerCase().replace('.', ''), month);
      }
    }
  }
  return names;
}
