import type { Span } from '../spans.ts';
import { daysBetween, type ReportingDate } from '../time.ts';

const DAYS = 7;

/** The mean of new cases per day over the 7 calendar days that end with a date. */
export interface DailyMean {
  readonly date: ReportingDate;
  readonly mean: number;
}

/**
 * The 7-day mean for each day read. A day has none if its window includes a day that was not read or
 * lies before the first.
 *
 * @param spans every day read, ascending
 */
export function dailyMeans(spans: readonly Span[]): readonly DailyMean[] {
  return spans.flatMap(({ date }, index) => {
    const window = spans.slice(Math.max(0, index - DAYS + 1), index + 1);
    const oldest = window[0];
    if (!oldest || window.length < DAYS || daysBetween(oldest.date, date) !== DAYS - 1) return [];
    return [{ date, mean: window.reduce((sum, { newCases }) => sum + newCases, 0) / DAYS }];
  });
}
