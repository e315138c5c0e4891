import type { Language } from '../../../site/shared/words/en.ts';
import { addDays, type ReportingDate } from '../../domain/time.ts';
import { holdsUnreadDay, rollingTotal } from '../../ledger/rolling-window.ts';
import type { SiteData } from '../site-data.ts';

const WEEK = 7;

/**
 * The last week against the one before, in words; not where a day of either was not read.
 *
 * @param lines ascending by date: the district's days, or a school's lines
 */
export function trend(
  { ledger, lastDay }: SiteData,
  lines: readonly { readonly date: ReportingDate; readonly newCases: number }[],
  text: Language,
): string {
  if (!lastDay || holdsUnreadDay(ledger.days, lastDay.date, 2 * WEEK)) return text.unknownTrend;
  const week = rollingTotal(lines, lastDay.date, WEEK);
  const before = rollingTotal(lines, addDays(lastDay.date, -WEEK), WEEK);
  if (week === before) return text.same(week);
  const words = week > before ? text.up : text.down;
  return words(week, before);
}
