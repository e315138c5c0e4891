import type { ReportingDate } from '../../domain/time.ts';
import { rollingTotal, totalSince } from '../../ledger/rolling-window.ts';
import { isClosed, type SiteData, schoolYearNow } from '../site-data.ts';

/** What a file at a fixed address begins with: whose figures, up to which day, whether that is over. */
export function asOf(data: SiteData) {
  const date = data.lastDay?.date;
  return {
    district: data.settings.name,
    as_of: date ?? null,
    day_is_over: date !== undefined && isClosed(data, date),
  };
}

/**
 * New cases of each window up to the last day read; 0 while nothing has been read.
 *
 * @param lines ascending: a school's lines, or the district's days
 */
export function windowsOf(
  data: SiteData,
  lines: readonly { readonly date: ReportingDate; readonly newCases: number }[],
) {
  const last = data.lastDay?.date;
  const sum = (days: number) => (last === undefined ? 0 : rollingTotal(lines, last, days));
  const year = schoolYearNow(data);
  return {
    days_7: sum(7),
    days_14: sum(14),
    days_21: sum(21),
    school_year: year ? totalSince(lines, year.firstDay) : null,
  };
}
