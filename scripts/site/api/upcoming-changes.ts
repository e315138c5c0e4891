import type { ReportingDate } from '../../domain/reporting-date.ts';
import type { SiteData } from '../site-data.ts';

export interface UpcomingChange {
  /** From this day on. */
  readonly date: ReportingDate;
  readonly text: string;
}

/** Announced changes of what is published that begin after the last day read, soonest first. */
export function upcomingChanges({ ledger, lastDay }: SiteData): readonly UpcomingChange[] {
  return ledger.notices
    .flatMap(({ kind, date, text }) =>
      kind === 'definition' && date !== null && text !== null ? [{ date, text }] : [],
    )
    .filter(({ date }) => lastDay === undefined || date > lastDay.date)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}
