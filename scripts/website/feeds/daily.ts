import { escapeHtml } from '../../../site/shared/xml-text.ts';
import { endOfDay } from '../../domain/end-of-day.ts';
import type { Instant } from '../../domain/time.ts';
import { closedOnRecord } from '../../ledger/closed-on-record.ts';
import type { DayLine } from '../../ledger/model.ts';
import type { Edition } from '../editions.ts';
import { closedThrough, dayBefore, type SiteData } from '../site-data.ts';
import { moversHtml } from './changed-schools.ts';
import { type Feed, type FeedItem, recent } from './feed.ts';

/**
 * The daily feed: an item for each closed reporting date with a changed school, even where changes
 * cancel out.
 */
export function dailyFeed(data: SiteData, edition: Edition): Feed {
  const { text, counted, folder } = edition;
  const { settings, baseUrl } = data;
  return {
    path: `${folder}feeds/daily`,
    title: text.feed.daily(settings.site.title, counted),
    description: text.feed.dailyDescription(settings.name),
    link: baseUrl + folder,
    lang: text.lang,
    author: settings.site.title,
    id: `tag:${settings.feedAuthority}:${folder}feed/daily`,
    items: recent(
      data.ledger.days
        .filter((day) => day.schoolsChanged > 0)
        // A feed of daily items needs no more than these, and a long history has thousands.
        .slice(-DAYS_LOOKED_AT)
        .reverse()
        .flatMap((day) => {
          const published = issuedAt(data, day);
          return published === undefined ? [] : [itemOf(data, day, published, edition)];
        }),
    ),
  };
}

/** Enough days for every item of the feed and a day that is still open. */
const DAYS_LOOKED_AT = 40;

/**
 * When a date's item is issued: once the ledger itself shows that the date is over. Readers that
 * compare an item's date with their last poll pass over one that is dated before it appeared, as it
 * would be by the end of its day. Imported days were over long before, and after the settings'
 * `endedOn` nothing more is recorded, so these are dated by their end.
 *
 * @returns undefined while the date is open, or nothing later is on record
 */
function issuedAt(data: SiteData, { date, firstReadAt }: DayLine): Instant | undefined {
  const { ledger, settings } = data;
  const last = closedThrough(data);
  if (last === null || date > last) return undefined;
  const end = () => endOfDay(date, settings.timeZone);
  if (firstReadAt === null) return end();
  return closedOnRecord(ledger, date, settings.timeZone) ?? (settings.endedOn ? end() : undefined);
}

function itemOf(data: SiteData, day: DayLine, published: Instant, edition: Edition): FeedItem {
  const { text, counted, folder } = edition;
  const before = dayBefore(data, day.date);
  const figure = `${text.newCases(day.newCases, counted)} ${text.at(text.schools(day.schoolsChanged))}`;
  const since = before ? ` ${text.feed.since(text.longDate(before.date))}` : '';
  const summary = `${figure}${since}.`;
  const lines = data.linesOn.get(day.date) ?? [];
  const link = `${data.baseUrl}${folder}cases/${day.date}/`;
  return {
    id: `tag:${data.settings.feedAuthority}:${folder}day/${day.date}`,
    title: `${text.weekdayDate(day.date)}: ${figure}`,
    link,
    summary,
    html: `<p>${escapeHtml(summary)}</p>${moversHtml(data, lines, published, link, edition)}`,
    published,
    category: day.newCases < 0 ? 'correction' : 'new-cases',
  };
}
