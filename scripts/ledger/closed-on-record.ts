import { type Instant, type ReportingDate, reportingDateAt } from '../domain/time.ts';
import type { Ledger } from './model.ts';

/**
 * The instant from which the ledger itself shows that a reporting date is over: the earliest one on
 * a later date that stands in `days.csv`, `updates.csv` or `notices.csv`. What is dated by it appears
 * at the moment that it names, whenever the site is built.
 *
 * @param timeZone IANA name, the district's
 * @returns undefined while the ledger records nothing after that date
 */
export function closedOnRecord(
  { days, updates, notices }: Pick<Ledger, 'days' | 'updates' | 'notices'>,
  date: ReportingDate,
  timeZone: string,
): Instant | undefined {
  const instants = [
    days.find((day) => day.date > date && day.firstReadAt !== null)?.firstReadAt,
    updates.find((update) => update.date > date)?.detectedAt,
    notices.find(({ noticedAt }) => reportingDateAt(noticedAt, timeZone) > date)?.noticedAt,
  ].flatMap((instant) => instant ?? []);
  return instants.sort()[0];
}
