import {
  isSchoolDay,
  type ReportingDate,
  reportingDate,
  reportingDateAt,
} from '../../domain/time.ts';
import type { Edition } from '../editions.ts';
import { isClosed, type SiteData, silentDays } from '../site-data.ts';

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

/** The sentence that says where today’s number is, and what the reader's clock may add to it. */
export interface TodayWords {
  readonly sentence: string;
  /** Below the edition's folder; empty: nothing more to read. */
  readonly more: { readonly path: string; readonly label: string } | null;
  /** What a clock that is past the last day read brings out; null: the sentence says enough. */
  readonly later: {
    readonly lastDay: ReportingDate;
    readonly timeZone: string;
    readonly sessions: string;
    readonly unread: string;
    readonly noSchool: string;
  } | null;
}

export function todayWords(data: SiteData, { text }: Edition): TodayWords {
  const today = todayOf(data);
  const { settings, lastDay } = data;
  const isRead = today.kind === 'changed' || 'changed' in today;
  return {
    sentence: sentenceOf(today, text),
    more: moreOf(today, text),
    later:
      isRead && lastDay
        ? {
            lastDay: lastDay.date,
            timeZone: settings.timeZone,
            sessions: JSON.stringify(settings.sessions),
            unread: text.today.unread(text.longDate(lastDay.date)),
            noSchool: text.today.noSchoolToday,
          }
        : null,
  };
}

function sentenceOf(today: Today, text: Edition['text']): string {
  const words = text.today;
  const dateOf = (date: ReportingDate | null) => (date === null ? null : text.longDate(date));
  const since = (date: ReportingDate | null) =>
    date === null ? words.sinceBeginning : words.since(text.longDate(date));
  switch (today.kind) {
    case 'nothing-read':
      return words.nothingRead;
    case 'ended':
      return words.ended(text.longDate(today.on));
    case 'held':
      return words.held(dateOf(today.last));
    case 'failing':
      return words.failing(text.longDate(today.since), dateOf(today.last));
    case 'changed':
      return (today.open ? words.open : words.final)(text.longDate(today.date));
    case 'no-school':
      return words.noSchool(text.longDate(today.date), since(today.changed));
    case 'late':
      return words.late(today.silentDays, since(today.changed), text.longDate(today.date));
    case 'unchanged':
      return (today.open ? words.unchangedSoFar : words.unchanged)(
        text.longDate(today.date),
        since(today.changed),
      );
  }
}

function moreOf({ kind }: Today, text: Edition['text']): TodayWords['more'] {
  if (kind === 'held') return { path: 'about/#held', label: text.banner.whyHeld };
  if (kind === 'failing' || kind === 'late') {
    return { path: 'status/', label: text.layout.status };
  }
  return null;
}
