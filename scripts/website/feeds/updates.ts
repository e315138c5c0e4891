import { escapeHtml } from '../../../site/shared/xml-text.ts';
import type { Instant } from '../../domain/time.ts';
import type { CaseLine, School, UpdateLine } from '../../ledger/model.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';
import { labelAt, moversHtml } from './changed-schools.ts';
import { type Feed, type FeedItem, onOneLine, recent } from './feed.ts';

/** The feed of updates: an item for each, with its own figure and the day's so far. */
export function updatesFeed(data: SiteData, edition: Edition): Feed {
  const { text, counted, folder } = edition;
  const { settings, baseUrl, ledger } = data;
  return {
    path: `${folder}feeds/updates`,
    title: text.feed.updates(settings.site.title, counted),
    description: text.feed.updatesDescription(settings.name),
    link: baseUrl + folder,
    lang: text.lang,
    author: settings.site.title,
    id: `tag:${settings.feedAuthority}:${folder}feed/updates`,
    items: recent(
      ledger.updates.map((update) => ({ update, published: update.detectedAt })).reverse(),
    ).map(({ update }) => updateItem(data, update, edition)),
  };
}

/** A school's feed: an item for each update that changed it. */
export function schoolFeed(data: SiteData, school: School, edition: Edition): Feed {
  const { text, counted, folder } = edition;
  const { settings, baseUrl } = data;
  return {
    path: `${folder}schools/${school.id}/feed`,
    title: text.feed.school(school.name, counted),
    description: text.feed.schoolDescription(school.name, settings.name),
    link: `${baseUrl}${folder}schools/${school.id}/`,
    lang: text.lang,
    author: settings.site.title,
    id: `tag:${settings.feedAuthority}:${folder}feed/school/${school.id}`,
    items: schoolItems(data, school, edition),
  };
}

function updateItem(data: SiteData, update: UpdateLine, edition: Edition): FeedItem {
  const { text, counted, folder } = edition;
  const day = data.linesOn.get(update.date) ?? [];
  const soFar = day.filter((line) => line.update <= update.update);
  const own = soFar.filter((line) => line.update === update.update);
  const figure = `${text.newCases(update.newCases, counted)} ${text.at(text.schools(update.schoolsChanged))}`;
  const sum = soFar.reduce((total, line) => total + line.newCases, 0);
  const total = text.feed.soFar(text.newCases(sum, counted));
  const address = `${update.date}/${update.update}`;
  const link = `${data.baseUrl}${folder}updates/${address}/`;
  return {
    id: `tag:${data.settings.feedAuthority}:${folder}update/${address}`,
    title: text.feed.update(update.update, text.weekdayDate(update.date), figure, text.number(sum)),
    link,
    summary: `${figure}. ${total}`,
    html: `<p>${escapeHtml(`${figure}. ${total}`)}</p>${moversHtml(data, own, update.detectedAt, link, edition)}`,
    published: update.detectedAt,
    category: update.newCases < 0 ? 'correction' : 'new-cases',
  };
}

function schoolItems(data: SiteData, school: School, edition: Edition): readonly FeedItem[] {
  const lines = data.linesOf.get(school.id) ?? [];
  const dated = lines.flatMap((line) => {
    // Imported lines belong to no update.
    const update = data.updatesOn.get(line.date)?.find(({ update: n }) => n === line.update);
    return update ? [{ line, published: update.detectedAt }] : [];
  });
  return recent(dated.reverse()).map(({ line, published }) => {
    const sameDay = lines.filter(({ date, update }) => date === line.date && update <= line.update);
    const soFar = sameDay.reduce((sum, { newCases }) => sum + newCases, 0);
    return schoolItem(data, { line, published, soFar }, edition);
  });
}

/** A line of a school, when it was detected, and the school's new cases of that day up to it. */
interface DatedLine {
  readonly line: CaseLine;
  readonly published: Instant;
  readonly soFar: number;
}

function schoolItem(
  data: SiteData,
  { line, published, soFar }: DatedLine,
  { text, counted, folder }: Edition,
): FeedItem {
  const { schoolId, date, update, newCases, totalCases } = line;
  const name = labelAt(data, schoolId, published);
  const figure = text.newCases(newCases, counted);
  const titleOn = (day: string) => text.feed.schoolItem(day, update, name, figure);
  const summary = [
    `${titleOn(text.longDate(date))}.`,
    text.feed.soFar(text.newCases(soFar, counted)),
    text.feed.total(text.number(totalCases)),
  ].join(' ');
  const note = newCases < 0 ? `<p>${escapeHtml(text.correction)}</p>` : '';
  return {
    id: `tag:${data.settings.feedAuthority}:${folder}school/${schoolId}/update/${date}/${update}`,
    title: onOneLine(titleOn(text.weekdayDate(date))),
    link: `${data.baseUrl}${folder}schools/${schoolId}/#${date}-${update}`,
    summary,
    html: `<p>${escapeHtml(summary)}</p>${note}`,
    published,
    category: newCases < 0 ? 'correction' : 'new-cases',
  };
}
