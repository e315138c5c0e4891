import { escapeHtml } from '../../../site/shared/xml-text.ts';
import { endOfDay } from '../../domain/end-of-day.ts';
import type { DayLine } from '../../ledger/model.ts';
import type { Edition } from '../editions.ts';
import { closedThrough, dayBefore, type SiteData } from '../site-data.ts';
import { moversHtml } from './changed-schools.ts';
import { type Feed, type FeedItem, ITEMS_OF_A_FEED } from './feed.ts';

/**
 * The daily feed: an item for each closed reporting date with a changed school, even where changes
 * cancel out, dated by the end of its day in the district.
 */
export function dailyFeed(data: SiteData, edition: Edition): Feed {
  const { text, counted, folder } = edition;
  const { settings, baseUrl } = data;
  const last = closedThrough(data);
  const days = data.ledger.days.filter(
    (day) => day.schoolsChanged > 0 && last !== null && day.date <= last,
  );
  return {
    path: `${folder}feeds/daily`,
    title: text.feed.daily(settings.site.title, counted),
    description: text.feed.dailyDescription(settings.name),
    link: baseUrl + folder,
    lang: text.lang,
    author: settings.site.title,
    id: `tag:${settings.feedAuthority}:${folder}feed/daily`,
    items: days
      .slice(-ITEMS_OF_A_FEED)
      .reverse()
      .map((day) => itemOf(data, day, edition)),
  };
}

function itemOf(data: SiteData, day: DayLine, edition: Edition): FeedItem {
  const { text, counted, folder } = edition;
  const published = endOfDay(day.date, data.settings.timeZone);
  const before = dayBefore(data, day.date);
  const figure = `${text.newCases(day.newCases, counted)} ${text.at(text.schools(day.schoolsChanged))}`;
  const since = before ? ` ${text.feed.since(text.longDate(before.date))}` : '';
  const summary = `${figure}${since}.`;
  const lines = data.linesOn.get(day.date) ?? [];
  return {
    id: `tag:${data.settings.feedAuthority}:${folder}day/${day.date}`,
    title: `${text.weekdayDate(day.date)}: ${figure}`,
    link: `${data.baseUrl}${folder}cases/${day.date}/`,
    summary,
    html: `<p>${escapeHtml(summary)}</p>${moversHtml(data, lines, published, edition)}`,
    published,
    category: day.newCases < 0 ? 'correction' : 'new-cases',
  };
}
