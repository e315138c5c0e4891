import { endOfDay } from '../../domain/end-of-day.ts';
import { type Instant, type ReportingDate, reportingDateAt } from '../../domain/time.ts';
import type { Ledger, NoticeLine } from '../../ledger/model.ts';

/** A release that is due according to the ledger and that GitHub does not have. */
export type WantedRelease = {
  /** The tag. If GitHub will never accept it again, `-r2`, `-r3`, … is appended. */
  readonly tag: string;
  readonly date: ReportingDate;
  /** When it could first have been made: when its date was over, or its correction was noticed. */
  readonly dueSince: Instant;
  /** Whether it is that of the newest closed date; a correction or an older date never is. */
  readonly isLatest: boolean;
} & (
  | { readonly kind: 'day' }
  | {
      readonly kind: 'correction';
      readonly notice: NoticeLine;
      /** The tag under which the day was released; it may have a suffix. */
      readonly before: string;
    }
);

/** What decides which releases are due. */
export interface ReleaseFacts {
  readonly ledger: Pick<Ledger, 'updates' | 'notices'>;
  readonly timeZone: string;
  readonly now: Instant;
  /** The repository's tags; unrelated ones are ignored. */
  readonly tags: readonly string[];
}

/**
 * Which releases are due: one for each closed date with an update, and one for each correction that
 * was noticed after its date was closed and released. Imported days have no update, so they get
 * none.
 *
 * @returns oldest first
 */
export function wantedReleases(facts: ReleaseFacts): readonly WantedRelease[] {
  const { ledger, timeZone, now, tags } = facts;
  const released = (tag: string) => tags.find((known) => known.replace(/-r\d+$/, '') === tag);
  const dates = [...new Set(ledger.updates.map(({ date }) => date))];
  const newest = dates.findLast((date) => endOfDay(date, timeZone) <= now);
  const days = dates.flatMap((date): readonly WantedRelease[] => {
    const tag = dayTag(date);
    const dueSince = endOfDay(date, timeZone);
    if (released(tag) || dueSince > now) return [];
    return [{ kind: 'day', tag, date, dueSince, isLatest: date === newest }];
  });
  const corrections = lateCorrections(ledger.notices, timeZone).flatMap((correction) => {
    const before = released(dayTag(correction.date));
    return before && !released(correction.tag) ? [{ ...correction, before }] : [];
  });
  return [...days, ...corrections].sort((a, b) => (a.tag < b.tag ? -1 : 1));
}

/** The tag of a closed date (`data-2021-03-02`). Pages link to it. */
export function dayTag(date: ReportingDate): string {
  return `data-${date}`;
}

/**
 * The tag to try after one that GitHub refuses for good: `data-2021-03-02`, then `-r2`, `-r3`, …
 */
export function nextTag(tag: string): string {
  const match = /^(.*)-r(\d+)$/.exec(tag);
  return match ? `${match[1]}-r${Number(match[2]) + 1}` : `${tag}-r2`;
}

type Correction = WantedRelease & { readonly kind: 'correction' };

/** Corrections noticed after the date that they are about, numbered within that date. */
function lateCorrections(
  notices: readonly NoticeLine[],
  timeZone: string,
): readonly Omit<Correction, 'before'>[] {
  const counts = new Map<ReportingDate, number>();
  return notices.flatMap((notice) => {
    const { kind, date, noticedAt } = notice;
    if (kind !== 'correction' || date === null) return [];
    if (reportingDateAt(noticedAt, timeZone) <= date) return [];
    const number = (counts.get(date) ?? 0) + 1;
    counts.set(date, number);
    const tag = `${dayTag(date)}-correction-${number}`;
    const facts = { tag, date, dueSince: noticedAt, isLatest: false, notice };
    return [{ kind: 'correction' as const, ...facts }];
  });
}
