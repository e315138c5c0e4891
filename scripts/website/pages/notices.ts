import type { Language } from '../../../site/shared/words/en.ts';
import { type ReportingDate, reportingDateAt } from '../../domain/time.ts';
import type { CaseLine, NoticeLine, School } from '../../ledger/model.ts';
import type { SiteData } from '../site-data.ts';

/**
 * The page on which a notice stands, at the place that its feed item links to: announced changes of
 * what is published on the data page, those about a date that was read on its page, others on the
 * page about the numbers.
 */
export function noticePage({ dayIndex }: SiteData, { kind, date }: NoticeLine): string {
  if (kind === 'definition') return 'data/';
  return date && dayIndex.has(date) ? `cases/${date}/` : 'about/';
}

/** A notice's place on its page; notices.csv is only ever appended to, so it is its own for good. */
export function noticeAnchor(index: number): string {
  return `notice-${index + 1}`;
}

interface SchoolNotice {
  readonly date: ReportingDate;
  readonly text: string;
  /** Where it stands, or the change that it is about. */
  readonly path: string;
}

/** What was told about one school besides its counts: notices and corrections, newest first. */
export function schoolNotices(
  data: SiteData,
  school: School,
  lines: readonly CaseLine[],
  text: Language,
) {
  return [...noticesAbout(data, school, text), ...correctionsOf(lines, text)]
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .map(({ date, ...notice }) => ({ ...notice, date: text.longDate(date) }));
}

function noticesAbout(data: SiteData, { id }: School, text: Language): readonly SchoolNotice[] {
  const { ledger, settings } = data;
  return ledger.notices.flatMap((notice, index) =>
    notice.schoolId === id
      ? [
          {
            date: reportingDateAt(notice.noticedAt, settings.timeZone),
            text: notice.text ?? text.feed.kinds[notice.kind],
            path: `${noticePage(data, notice)}#${noticeAnchor(index)}`,
          },
        ]
      : [],
  );
}

function correctionsOf(lines: readonly CaseLine[], text: Language): readonly SchoolNotice[] {
  return lines
    .filter(({ newCases }) => newCases < 0)
    .map(({ date, update, schoolId, newCases, totalCases }) => ({
      date,
      text: text.school.corrected(text.number(totalCases - newCases), text.number(totalCases)),
      path: update === 0 ? `cases/${date}/` : `updates/${date}/${update}/#${schoolId}`,
    }));
}
