import { opmlOf } from '../../../site/shared/opml.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';
import { dailyFeed } from './daily.ts';
import { feedAddresses } from './feed.ts';
import { noticesFeed } from './notices.ts';
import { schoolFeed, updatesFeed } from './updates.ts';
import { writeFeed } from './write-feed.ts';

/**
 * Every feed of a language in every format, and a list of them all that a reader can import.
 *
 * @returns path below the site → text
 */
export function feeds(data: SiteData, edition: Edition): ReadonlyMap<string, string> {
  const all = [
    dailyFeed(data, edition),
    updatesFeed(data, edition),
    noticesFeed(data, edition),
    ...data.entries.map((school) => schoolFeed(data, school, edition)),
  ];
  const list = all.map(({ title, path, link }) => ({
    title,
    feed: feedAddresses(data.baseUrl + path).rss,
    page: link,
  }));
  return new Map([
    ...all.flatMap((feed) => [...writeFeed(feed, data.baseUrl)]),
    [`${edition.folder}feeds/all.opml`, opmlOf(data.settings.site.title, list)],
  ]);
}
