import { isSchoolDay, type ReportingDate, reportingDate, reportingDateAt } from '../domain/time.ts';
import { isClosed, type SiteData, silentDays } from './site-data.ts';

/** Where today's number is, by what the ledger knows; `null` for a change: none since it began. */
export type Today =
  | { readonly kind: 'nothing-read' }
  | { readonly kind: 'ended'; readonly on: ReportingDate }
  | { readonly kind: 'held'; readonly last: ReportingDate | null }
  | { readonly kind: 'failing'; readonly since: ReportingDate; readonly last: ReportingDate | null }
  | { readonly kind: 'changed'; readonly date: ReportingDate; readonly open: boolean }
  | {
      readonly kind: 'unchanged' | 'no-school' | 'late';
      readonly date: ReportingDate;
      readonly open: boolean;
      readonly changed: ReportingDate | null;
      readonly silentDays: number;
    };

/**
 * The state that one sentence tells. It hangs on the last day read and on whether that day is over,
 * not on which day it is where the page is read: so the sentence stays true without JavaScript.
 */
export function todayOf(data: SiteData): Today {
  const { ledger, settings, lastDay, lastChange } = data;
  const last = lastDay?.date ?? null;
  if (settings.endedOn !== null) return { kind: 'ended', on: reportingDate(settings.endedOn) };
  if (ledger.held) return { kind: 'held', last };
  if (ledger.failing) {
    const since = reportingDateAt(ledger.failing.since, settings.timeZone);
    return { kind: 'failing', since, last };
  }
  if (!lastDay) return { kind: 'nothing-read' };
  const { date, schoolsChanged } = lastDay;
  const open = !isClosed(data, date);
  if (schoolsChanged > 0) return { kind: 'changed', date, open };
  const changed = lastChange?.date ?? null;
  const silent = silentDays(data);
  const facts = { date, open, changed, silentDays: silent };
  if (silent > settings.staleAfterDays) return { kind: 'late', ...facts };
  return { kind: isSchoolDay(date, settings.sessions) ? 'unchanged' : 'no-school', ...facts };
}
