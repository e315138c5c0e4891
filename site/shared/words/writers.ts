import { dayNumber, type ReportingDate } from '../time.ts';

/** `Dec 20, 2021`. */
export const SHORT_DATE = { month: 'short', day: 'numeric', year: 'numeric' } as const;
/** `Mon, Dec 20, 2021`. */
export const WEEKDAY_DATE = { ...SHORT_DATE, weekday: 'short' } as const;

/** Writes dates as a locale does. */
export function dateWriter(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): (date: ReportingDate) => string {
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return (date) => made.format(dayNumber(date) * 86_400_000);
}

/** Writes figures as a locale does, with at most one decimal and a typographic minus sign (U+2212). */
export function numberWriter(locale: string): (value: number) => string {
  const made = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return (value) => made.format(value).replace('-', '−');
}
