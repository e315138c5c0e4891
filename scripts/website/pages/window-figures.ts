import type { Language } from '../../../site/shared/words/en.ts';
import { addDays, type ReportingDate } from '../../domain/time.ts';
import type { School } from '../../ledger/model.ts';
import { holdsUnreadDay, rollingTotal, WINDOWS } from '../../ledger/rolling-window.ts';
import type { SiteData } from '../site-data.ts';

const RECENT = 14;

/** A school's line in a list: its name, address, windows and total, ready to print. */
export interface WindowRow {
  readonly name: string;
  readonly path: string;
  readonly windows: readonly string[];
  readonly total: string;
  /** Some of its last 14 days has a change, also when they cancel out. */
  readonly active: boolean;
}

export function windowRow(data: SiteData, school: School, text: Language): WindowRow {
  const sums = windowSums(data, school);
  return {
    name: school.name,
    path: `schools/${school.id}/`,
    windows: sums.map(text.number),
    total: text.number(data.totals.get(school.id) ?? 0),
    active: changedLately(data, school),
  };
}

function changedLately({ linesOf, lastDay }: SiteData, { id }: School): boolean {
  const last = linesOf.get(id)?.at(-1);
  return last !== undefined && lastDay !== undefined && last.date > addDays(lastDay.date, -RECENT);
}

/** New cases of the last 7, 14 and 21 calendar days up to the last day read. */
export function windowSums(data: SiteData, school: School): readonly number[] {
  const lines = data.linesOf.get(school.id) ?? [];
  return WINDOWS.map((length) =>
    data.lastDay ? rollingTotal(lines, data.lastDay.date, length) : 0,
  );
}

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
