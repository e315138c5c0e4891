import {
  isSchoolDay,
  type ReportingDate,
  reportingDate,
  reportingDateAt,
} from '../../domain/time.ts';
import type { Edition } from '../editions.ts';
import { isClosed, type SiteData, silentDays } from '../site-data.ts';
import type { Link } from './page.ts';

/** Where today's number is, as far as the ledger knows; a date is null where the record has none. */
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
 * What the sentence about today says. It depends on the last day read and on whether that day is
 * over, not on the day on which the page is read, so that it stays true without JavaScript.
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
  /** Where to read more; null: nowhere. */
  readonly more: Link | null;
  /** What the browser shows once its clock is past the last day read; null: nothing. */
  readonly later: LaterWords | null;
}

interface LaterWords {
  readonly lastDay: ReportingDate;
  readonly timeZone: string;
  /** When school is in session, as JSON of the settings' dates. */
  readonly sessions: string;
  /** On a school day. */
  readonly unread: string;
  /** On another day; empty where the settings name no sessions. */
  readonly noSchool: string;
}

/** Where today's number is, in a language. */
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
            noSchool: data.known.sessions ? text.today.noSchoolToday : '',
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

function moreOf({ kind }: Today, text: Edition['text']): Link | null {
  if (kind === 'held') return { path: 'about/#held', label: text.banner.whyHeld };
  if (kind === 'failing' || kind === 'late') {
    return { path: 'status/', label: text.layout.status };
  }
  return null;
}
