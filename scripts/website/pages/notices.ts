import type { Language } from '../../../site/shared/words/en.ts';
import { type ReportingDate, reportingDateAt } from '../../domain/time.ts';
import type { CaseLine, DayLine, NoticeLine, School } from '../../ledger/model.ts';
import { noticedChange } from '../../ledger/own-total.ts';
import type { SiteData } from '../site-data.ts';

/** A notice at the place on a page that its feed item links to. */
export interface AnchoredNotice {
  readonly anchor: string;
  readonly text: string;
}

/** A notice with its date in words. */
export interface DatedNotice extends AnchoredNotice {
  readonly date: string;
}

/** An announced change of what is published. */
export interface AnnouncedChange extends AnchoredNotice {
  /** `from …`: when it begins; empty where the notice has no date. */
  readonly from: string;
}

/** What is to be said about a school. */
export interface SchoolNotice {
  readonly date: string;
  readonly text: string;
  /** Where it stands, or the change that it is about, below the edition's folder. */
  readonly path: string;
}

/**
 * The page on which a notice stands, at the place that its feed item links to: announced changes of
 * what is published on the data page, those about a date that was read on its page, others on the
 * page about the numbers.
 *
 * @returns path below an edition's folder
 */
export function noticePage({ dayIndex }: SiteData, notice: NoticeLine): string {
  const { date } = notice;
  if (isAnnouncement(notice)) return 'data/';
  return date && dayIndex.has(date) ? `cases/${date}/` : 'about/';
}

/** The key of a notice's line, which is unique: part of its item's id in a feed. */
export function noticeKey({ noticedAt, kind, date, schoolId }: NoticeLine): string {
  return [noticedAt, kind, date ?? '-', ...(schoolId ? [schoolId] : [])].join('/');
}

/** A notice's place on its page, made of the key of its line and fit for an `id`. */
export function noticeAnchor(notice: NoticeLine): string {
  return `notice-${noticeKey(notice).replaceAll(':', '').replaceAll('/', '-')}`;
}

/** Notices about a day, in the order of the ledger. */
export function dayNotices(
  { ledger }: SiteData,
  day: DayLine,
  text: Language,
): readonly AnchoredNotice[] {
  return ledger.notices.flatMap((notice) =>
    notice.date === day.date && !isAnnouncement(notice)
      ? [{ anchor: noticeAnchor(notice), text: noticeWords(notice, text) }]
      : [],
  );
}

/** Notices about a day that were only made once it was over, in the order of the ledger. */
export function laterNotices(data: SiteData, day: DayLine, text: Language): readonly DatedNotice[] {
  return data.ledger.notices.flatMap((notice) =>
    notice.date === day.date && !isAnnouncement(notice) && dateOf(data, notice) > day.date
      ? [
          {
            anchor: noticeAnchor(notice),
            date: text.longDate(dateOf(data, notice)),
            text: noticeWords(notice, text),
          },
        ]
      : [],
  );
}

/** Notices that are about no date with a page of its own, newest first. */
export function districtNotices(data: SiteData, text: Language): readonly DatedNotice[] {
  return data.ledger.notices
    .flatMap((notice) => {
      if (noticePage(data, notice) !== 'about/') return [];
      const school = notice.schoolId ? data.names.get(notice.schoolId) : undefined;
      const words = noticeWords(notice, text);
      return [
        {
          anchor: noticeAnchor(notice),
          date: text.longDate(dateOf(data, notice)),
          text: school ? `${school}: ${words}` : words,
        },
      ];
    })
    .reverse();
}

/** Announced changes of what is published, newest first. */
export function announcedChanges({ ledger }: SiteData, text: Language): readonly AnnouncedChange[] {
  return ledger.notices
    .flatMap((notice) =>
      isAnnouncement(notice)
        ? [
            {
              anchor: noticeAnchor(notice),
              from: notice.date ? text.data.from(text.longDate(notice.date)) : '',
              text: noticeWords(notice, text),
            },
          ]
        : [],
    )
    .reverse();
}

/**
 * What is to be said about a school besides its counts: notices and corrections, newest first.
 *
 * @param lines the school's
 */
export function schoolNotices(
  data: SiteData,
  school: School,
  lines: readonly CaseLine[],
  text: Language,
): readonly SchoolNotice[] {
  return [...noticesAbout(data, school, text), ...correctionsOf(lines, text)]
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .map(({ date, ...notice }) => ({ ...notice, date: text.longDate(date) }));
}

/** Before its date is put into words. */
type NoticeOnDate = Omit<SchoolNotice, 'date'> & { readonly date: ReportingDate };

function noticesAbout(data: SiteData, { id }: School, text: Language): readonly NoticeOnDate[] {
  return data.ledger.notices.flatMap((notice) =>
    notice.schoolId === id
      ? [
          {
            date: dateOf(data, notice),
            text: noticeWords(notice, text),
            path: `${noticePage(data, notice)}#${noticeAnchor(notice)}`,
          },
        ]
      : [],
  );
}

function correctionsOf(lines: readonly CaseLine[], text: Language): readonly NoticeOnDate[] {
  return lines
    .filter(({ newCases }) => newCases < 0)
    .map(({ date, update, schoolId, newCases, totalCases }) => ({
      date,
      text: text.school.corrected(text.number(totalCases - newCases), text.number(totalCases)),
      path: update === 0 ? `cases/${date}/` : `updates/${date}/${update}/#${schoolId}`,
    }));
}

/** A person's words about a change of what is published, not a change that a read has shown. */
function isAnnouncement(notice: NoticeLine): boolean {
  return notice.kind === 'definition' && !noticedChange(notice);
}

/** A notice's own words, or those of its kind. */
export function noticeWords(notice: NoticeLine, text: Language): string {
  const change = noticedChange(notice);
  if (change) return text.feed.totalMovedText(text.signed(change.from), text.signed(change.to));
  return notice.text ?? text.feed.kinds[notice.kind];
}

/** The day in the district on which it was noticed. */
function dateOf({ settings }: SiteData, { noticedAt }: NoticeLine): ReportingDate {
  return reportingDateAt(noticedAt, settings.timeZone);
}
