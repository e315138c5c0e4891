import {
  type Instant,
  isSchoolDay,
  type ReportingDate,
  reportingDateAt,
  type Session,
} from '../shared/time.ts';

/**
 * Once today, by the district's clock, is later than the last day read, shows that today's number
 * has not arrived yet or that none is expected.
 *
 * @param now milliseconds since 1970 by the reader's clock
 */
export function updateToday(now: number): void {
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
