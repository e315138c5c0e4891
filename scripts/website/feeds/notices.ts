import { escapeHtml } from '../../../site/shared/xml-text.ts';
import { daysBetween } from '../../domain/time.ts';
import type { CaseLine, DayLine, NoticeLine, UpdateLine } from '../../ledger/model.ts';
import { noticedChange } from '../../ledger/own-total.ts';
import type { Edition } from '../editions.ts';
import { noticeAnchor, noticeKey, noticePage, noticeWords } from '../pages/notices.ts';
import { dayBefore, type SiteData } from '../site-data.ts';
import { labelAt, listHtml } from './changed-schools.ts';
import { type Feed, type FeedItem, onOneLine, recent } from './feed.ts';

/** Corrections of one update that have an item each; more of them are one item. */
const CORRECTIONS_WITH_AN_ITEM = 5;

/** The feed of what readers should know besides new cases: notices, corrections, days not read. */
export function noticesFeed(data: SiteData, edition: Edition): Feed {
  const { text, folder } = edition;
  const { settings, baseUrl } = data;
  return {
    path: `${folder}feeds/notices`,
    title: text.feed.notices(settings.site.title),
    description: text.feed.noticesDescription(settings.name),
    link: `${baseUrl}${folder}about/`,
    lang: text.lang,
    author: settings.site.title,
    id: `tag:${settings.feedAuthority}:${folder}feed/notices`,
    items: recent(noticeItems(data, edition)),
  };
}

/** Every item that the feed of notices ever had, newest first. */
export function noticeItems(data: SiteData, edition: Edition): readonly FeedItem[] {
  const { ledger } = data;
  const items = [
    ...ledger.notices.map((notice) => noticeItem(data, notice, edition)),
    ...ledger.updates.flatMap((update) => correctionItems(data, update, edition)),
    ...ledger.days.flatMap((day) => gapItem(data, day, edition)),
  ];
  return items.sort((a, b) =>
    a.published === b.published ? (a.id < b.id ? 1 : -1) : a.published < b.published ? 1 : -1,
  );
}

/** A correction that a person wrote says so in its title, and repeats what they wrote. */
function noticeItem(data: SiteData, notice: NoticeLine, { text, folder }: Edition): FeedItem {
  const isMove = noticedChange(notice) !== undefined;
  const title = isMove ? text.feed.totalMoved : text.feed.kinds[notice.kind];
  const name = notice.schoolId ? `${labelAt(data, notice.schoolId, notice.noticedAt)}: ` : '';
  const summary = `${name}${noticeWords(notice, text)}`;
  const isCorrection = notice.kind === 'correction' && notice.text !== null;
  return item(data, folder, {
    id: `notice/${noticeKey(notice)}`,
    title: isCorrection ? text.feed.correctedEarlier(summary) : title,
    link: `${noticePage(data, notice)}#${noticeAnchor(notice)}`,
    summary: isCorrection ? text.feed.correctedEarlier(summary) : summary,
    published: notice.noticedAt,
    category: notice.kind === 'correction' ? 'correction' : 'notice',
  });
}

/** The corrections that an update found; those of imported history have no instant and no item. */
function correctionItems(
  data: SiteData,
  update: UpdateLine,
  edition: Edition,
): readonly FeedItem[] {
  const lines = (data.linesOn.get(update.date) ?? []).filter(
    (line) => line.update === update.update && line.newCases < 0,
  );
  if (lines.length > CORRECTIONS_WITH_AN_ITEM)
    return [correctionsItem(data, update, lines, edition)];
  return lines.map((line) => correctionItem(data, update, line, edition));
}

function correctionItem(
  data: SiteData,
  update: UpdateLine,
  line: CaseLine,
  { text, folder }: Edition,
): FeedItem {
  const name = labelAt(data, line.schoolId, update.detectedAt);
  return item(data, folder, {
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
  });
}

/** Many corrections at once are one item, the largest first. */
function correctionsItem(
  data: SiteData,
  update: UpdateLine,
  lines: readonly CaseLine[],
  { text, folder }: Edition,
): FeedItem {
  const path = `updates/${update.date}/${update.update}/`;
  const title = text.feed.corrections(text.schools(lines.length), text.weekdayDate(update.date));
  const largestFirst = [...lines].sort(
    (a, b) => a.newCases - b.newCases || (a.schoolId < b.schoolId ? -1 : 1),
  );
  const entryOf = ({ schoolId, newCases, totalCases }: CaseLine) => {
    const name = escapeHtml(labelAt(data, schoolId, update.detectedAt));
    return `<li>${name}: ${text.number(totalCases - newCases)} → ${text.number(totalCases)}</li>`;
  };
  const all = `${data.baseUrl}${folder}${path}`;
  const list = listHtml(largestFirst, entryOf, all, text.feed.rest);
  return {
    ...item(data, folder, {
      id: `correction/${update.date}/${update.update}`,
      title,
      link: path,
      summary: `${title}.`,
      published: update.detectedAt,
      category: 'correction',
    }),
    html: `<p>${escapeHtml(text.correction)}</p>${list}`,
  };
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

function item(data: SiteData, folder: string, facts: Omit<FeedItem, 'html'>): FeedItem {
  return {
    ...facts,
    id: `tag:${data.settings.feedAuthority}:${folder}${facts.id}`,
    title: onOneLine(facts.title),
    link: `${data.baseUrl}${folder}${facts.link}`,
    html: `<p>${escapeHtml(facts.summary)}</p>`,
  };
}
