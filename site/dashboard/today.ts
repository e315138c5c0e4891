import {
  type Instant,
  isSchoolDay,
  type ReportingDate,
  reportingDateAt,
  type Session,
} from '../shared/time.ts';

/**
 * Once the reader's day, by the district's clock, is past the last day read, the page says that
 * today's number is not here yet, or that none is expected.
 *
 * @param now milliseconds since 1970 by the reader's clock
 */
export function tellToday(now: number): void {
  const section = document.querySelector<HTMLElement>('[data-today]');
  if (!section) return;
  const { today: lastDay = '', timeZone = 'UTC', sessions = '[]' } = section.dataset;
  const instant = new Date(now).toISOString() as Instant;
  const today: ReportingDate = reportingDateAt(instant, timeZone);
  if (today <= lastDay) return;
  const expected = isSchoolDay(today, JSON.parse(sessions) as readonly Session[]);
  const words = section.querySelector<HTMLElement>(
    `[data-when="${expected ? 'unread' : 'no-school'}"]`,
  );
  if (words) words.hidden = false;
}
