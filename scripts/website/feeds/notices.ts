import { escapeHtml } from '../../../site/shared/xml-text.ts';
import { daysBetween, type Instant } from '../../domain/time.ts';
import type { CaseLine, DayLine, NoticeLine } from '../../ledger/model.ts';
import { noticedChange } from '../../ledger/own-total.ts';
import type { Edition } from '../editions.ts';
import { noticeAnchor, noticePage, noticeWords } from '../pages/notices.ts';
import { dayBefore, type SiteData } from '../site-data.ts';
import { labelAt } from './changed-schools.ts';
import { type Feed, type FeedItem, ITEMS_OF_A_FEED } from './feed.ts';

/** The feed of what readers should know besides new cases: notices, corrections, days not read. */
export function noticesFeed(data: SiteData, edition: Edition): Feed {
  const { text, folder } = edition;
  const { settings, baseUrl, ledger } = data;
  const items = [
    ...ledger.notices.map((notice, index) => noticeItem(data, notice, index, edition)),
    ...ledger.cases.flatMap((line) => correctionItem(data, line, edition)),
    ...ledger.days.flatMap((day) => gapItem(data, day, edition)),
  ];
  const newestFirst = (a: FeedItem, b: FeedItem) =>
    a.published === b.published ? (a.id < b.id ? 1 : -1) : a.published < b.published ? 1 : -1;
  return {
    path: `${folder}feeds/notices`,
    title: text.feed.notices(settings.site.title),
    description: text.feed.noticesDescription(settings.name),
    link: `${baseUrl}${folder}about/`,
    lang: text.lang,
    author: settings.site.title,
    id: `tag:${settings.feedAuthority}:${folder}feed/notices`,
    items: items.sort(newestFirst).slice(0, ITEMS_OF_A_FEED),
  };
}

function noticeItem(
  data: SiteData,
  notice: NoticeLine,
  index: number,
  { text, folder }: Edition,
): FeedItem {
  const isMove = noticedChange(notice) !== undefined;
  const title = isMove ? text.feed.totalMoved : text.feed.kinds[notice.kind];
  const name = notice.schoolId ? `${labelAt(data, notice.schoolId, notice.noticedAt)}: ` : '';
  const summary = `${name}${noticeWords(notice, text)}`;
  return item(data, folder, {
    // notices.csv is only ever appended to, so a notice keeps its position.
    id: `notice/${index + 1}`,
    title,
    link: `${noticePage(data, notice)}#${noticeAnchor(index)}`,
    summary,
    published: notice.noticedAt,
    category: notice.kind === 'correction' ? 'correction' : 'notice',
  });
}

/** A correction found by an update; those of imported history have no instant and no item. */
function correctionItem(data: SiteData, line: CaseLine, edition: Edition): readonly FeedItem[] {
  if (line.newCases >= 0 || line.update === 0) return [];
  const update = data.updatesOn.get(line.date)?.find(({ update: n }) => n === line.update);
  if (!update) return [];
  const { text, folder } = edition;
  const name = labelAt(data, line.schoolId, update.detectedAt);
  return [
    item(data, folder, {
      id: `correction/${line.date}/${line.update}/${line.schoolId}`,
      title: text.feed.correction(name, text.signed(line.newCases)),
      link: `updates/${line.date}/${line.update}/#${line.schoolId}`,
      summary: text.feed.correctionText(
        name,
        text.number(line.totalCases - line.newCases),
        text.number(line.totalCases),
        text.longDate(line.date),
      ),
      published: update.detectedAt,
      category: 'correction',
    }),
  ];
}

/** Days not read between two reads; the gaps of a weekly imported history do not count. */
function gapItem(data: SiteData, day: DayLine, { text, folder }: Edition): readonly FeedItem[] {
  const before = dayBefore(data, day.date);
  if (!before || day.firstReadAt === null) return [];
  const missed = daysBetween(before.date, day.date) - 1;
  if (missed === 0) return [];
  return [
    item(data, folder, {
      id: `gap/${day.date}`,
      title: text.feed.gap(missed),
      link: `cases/${day.date}/#gap`,
      summary: text.feed.gapText(text.longDate(before.date), text.longDate(day.date)),
      published: day.firstReadAt,
      category: 'notice',
    }),
  ];
}

function item(
  data: SiteData,
  folder: string,
  facts: Omit<FeedItem, 'html'> & { readonly published: Instant },
): FeedItem {
  return {
    ...facts,
    id: `tag:${data.settings.feedAuthority}:${folder}${facts.id}`,
    link: `${data.baseUrl}${folder}${facts.link}`,
    html: `<p>${escapeHtml(facts.summary)}</p>`,
  };
}
