import { escapeHtml } from '../../../site/shared/xml-text.ts';
import type { School, UpdateLine } from '../../ledger/model.ts';
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
      ledger.updates
        .slice(-UPDATES_LOOKED_AT)
        .reverse()
        .map((update) => updateItem(data, update, edition)),
    ),
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

/** More than a feed holds: a source of a minute's rhythm does not change more often in two weeks. */
const UPDATES_LOOKED_AT = 1000;

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
  const { text, counted, folder } = edition;
  const lines = (data.linesOf.get(school.id) ?? []).filter((line) => line.update > 0);
  const items = lines
    .slice(-UPDATES_LOOKED_AT)
    .reverse()
    .flatMap((line) => {
      const update = data.updatesOn.get(line.date)?.find(({ update: n }) => n === line.update);
      if (!update) return [];
      const name = labelAt(data, school.id, update.detectedAt);
      const figure = text.newCases(line.newCases, counted);
      const soFar = lines
        .filter(({ date, update: n }) => date === line.date && n <= line.update)
        .reduce((sum, { newCases }) => sum + newCases, 0);
      const titleOn = (date: string) => text.feed.schoolItem(date, line.update, name, figure);
      const summary = [
        `${titleOn(text.longDate(line.date))}.`,
        text.feed.soFar(text.newCases(soFar, counted)),
        text.feed.total(text.number(line.totalCases)),
      ].join(' ');
      const note = line.newCases < 0 ? `<p>${escapeHtml(text.correction)}</p>` : '';
      return [
        {
          id: `tag:${data.settings.feedAuthority}:${folder}school/${school.id}/update/${line.date}/${line.update}`,
          title: onOneLine(titleOn(text.weekdayDate(line.date))),
          link: `${data.baseUrl}${folder}schools/${school.id}/#${line.date}-${line.update}`,
          summary,
          html: `<p>${escapeHtml(summary)}</p>${note}`,
          published: update.detectedAt,
          category: line.newCases < 0 ? ('correction' as const) : ('new-cases' as const),
        },
      ];
    });
  return recent(items);
}
