import {
  addDays,
  daysBetween,
  type Instant,
  type ReportingDate,
  reportingDateAt,
} from '../../domain/time.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';
import { noticeItems } from './notices.ts';

/** Over so many days it is counted how often items come: long enough to span a holiday. */
const DAYS_LOOKED_AT = 8 * 7;

/** The last days of the record, both ends included. */
export interface LastDays {
  readonly first: ReportingDate;
  readonly last: ReportingDate;
  readonly days: number;
}

/** How many items each feed of the whole district had in the last days of the record. */
export interface ItemCounts {
  readonly daily: number;
  readonly updates: number;
  readonly notices: number;
}

/**
 * The eight weeks up to the last day read, or as much of them as is on record.
 *
 * @returns undefined while nothing has been read
 */
export function lastDays({ ledger, lastDay }: SiteData): LastDays | undefined {
  const [begin] = ledger.days;
  if (!begin || !lastDay) return undefined;
  const last = lastDay.date;
  const days = Math.min(DAYS_LOOKED_AT, daysBetween(begin.date, last) + 1);
  return { first: addDays(last, 1 - days), last, days };
}

/**
 * How many items the feeds had in those days, whether or not they still hold them all. Imported dates
 * have items by day, and no updates.
 */
export function itemCounts(
  data: SiteData,
  { first, last }: LastDays,
  edition: Edition,
): ItemCounts {
  const within = (date: ReportingDate) => date >= first && date <= last;
  const dateOf = (instant: Instant) => reportingDateAt(instant, data.settings.timeZone);
  const { days, updates } = data.ledger;
  return {
    daily: days.filter((day) => day.schoolsChanged > 0 && within(day.date)).length,
    updates: updates.filter(({ date }) => within(date)).length,
    notices: noticeItems(data, edition).filter(({ published }) => within(dateOf(published))).length,
  };
}
