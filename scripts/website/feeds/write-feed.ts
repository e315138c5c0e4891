import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { escapeHtml, xmlText } from '../../../site/shared/xml-text.ts';
import { parseReportingDate } from '../../domain/time.ts';
import type { Feed } from './feed.ts';

const MINUTES_TO_LIVE = 60;

/**
 * A feed in its three formats: RSS 2.0, Atom (RFC 4287), JSON Feed 1.1.
 *
 * @returns path below the site → text
 */
export function writeFeed(feed: Feed, baseUrl: string): ReadonlyMap<string, string> {
  return new Map([
    [`${feed.path}.rss`, rss(feed, baseUrl)],
    [`${feed.path}.atom`, atom(feed, baseUrl)],
    [`${feed.path}.json`, json(feed, baseUrl)],
  ]);
}

function rss(feed: Feed, baseUrl: string): string {
  const newest = feed.items[0]?.published;
  return withoutIndents(
    generateRssFeed(
      {
        title: inRssTitle(feed.title),
        link: feed.link,
        description: escapeHtml(feed.description),
        language: feed.lang,
        ttl: MINUTES_TO_LIVE,
        ...(newest ? { lastBuildDate: new Date(newest) } : {}),
        atom: {
          links: [{ href: `${baseUrl}${feed.path}.rss`, rel: 'self', type: 'application/rss+xml' }],
        },
        items: feed.items.map((item) => ({
          title: inRssTitle(item.title),
          link: item.link,
          guid: { value: item.id, isPermaLink: false },
          pubDate: new Date(item.published),
          description: escapeHtml(item.summary),
          content: { encoded: item.html },
          categories: [{ name: item.category }],
        })),
      },
      { lenient: false },
    ),
  );
}

function atom(feed: Feed, baseUrl: string): string {
  // Atom requires an instant; a feed without items has none, so it gets one that never changes.
  const updated = new Date(feed.items[0]?.published ?? began(feed.id));
  return withoutIndents(
    generateAtomFeed(
      {
        id: feed.id,
        xml: { lang: feed.lang },
        title: plain(feed.title),
        subtitle: plain(feed.description),
        updated,
        authors: [{ name: xmlText(feed.author) }],
        links: [
          { href: `${baseUrl}${feed.path}.atom`, rel: 'self', type: 'application/atom+xml' },
          { href: feed.link, rel: 'alternate', type: 'text/html' },
        ],
        entries: feed.items.map((item) => ({
          id: item.id,
          title: plain(item.title),
          updated: new Date(item.published),
          published: new Date(item.published),
          links: [{ href: item.link, rel: 'alternate', type: 'text/html' }],
          summary: plain(item.summary),
          content: { value: item.html, type: 'html' },
          categories: [{ term: item.category }],
        })),
      },
      { lenient: false },
    ),
  );
}

/** The generator sets a CDATA section on a line of its own, which readers take for part of a title. */
function withoutIndents(xml: string): string {
  return xml.replace(/>\s+<!\[CDATA\[/g, '><![CDATA[').replace(/\]\]>\s+<\//g, ']]></');
}

/**
 * RSS never said whether a title is text or HTML, and readers differ. A tag must not come alive in
 * any of them; an ampersand, which is frequent and harmless, must not show as `&amp;` in any.
 */
function inRssTitle(title: string): string {
  return xmlText(title).replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The start of the year or day in a tag URI (RFC 4151: `tag:name,2026:…` or `tag:name,2026-03-01:…`). */
function began(id: string): string {
  const date = /^tag:[^,]+,([\d-]+):/.exec(id)?.[1] ?? '';
  const day = `${date}-01-01`.slice(0, 10);
  return `${parseReportingDate(day) ?? '2020-01-01'}T00:00:00Z`;
}

function plain(text: string) {
  return { value: xmlText(text) };
}

function json(feed: Feed, baseUrl: string): string {
  const made = generateJsonFeed(
    {
      title: feed.title,
      description: feed.description,
      home_page_url: feed.link,
      feed_url: `${baseUrl}${feed.path}.json`,
      language: feed.lang,
      authors: [{ name: feed.author }],
      items: feed.items.map((item) => ({
        id: item.id,
        url: item.link,
        title: item.title,
        summary: item.summary,
        content_html: item.html,
        date_published: new Date(item.published),
        tags: [item.category],
      })),
    },
    { lenient: false },
  );
  // JSON Feed requires the list even while it is empty.
  const whole = feed.items.length > 0 ? made : { ...Object(made), items: [] };
  return `${JSON.stringify(whole, null, 1)}\n`;
}
