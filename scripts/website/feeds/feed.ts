import { addMinutes, type Instant } from '../../domain/time.ts';

/** The addresses of a feed in its three formats. @param stem absolute address without its ending */
export function feedAddresses(stem: string) {
  return { rss: `${stem}.rss`, atom: `${stem}.atom`, json: `${stem}.json` };
}

/** A feed, whatever its format. */
export interface Feed {
  /** Path below the site, without its ending. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** Absolute address of the page it belongs to. */
  readonly link: string;
  readonly lang: string;
  /** Who publishes it, for Atom. */
  readonly author: string;
  /** A tag URI (RFC 4151). */
  readonly id: string;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

/** An item of a feed. It never changes once it is published, since all of it comes from the ledger. */
export interface FeedItem {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  /** One plain sentence. */
  readonly summary: string;
  readonly html: string;
  readonly published: Instant;
  readonly category: 'new-cases' | 'correction' | 'notice';
}

/** How many items a feed holds, if no more of them are recent. */
const ITEMS_OF_A_FEED = 30;
/** How long an item stays in its feed however many follow it: readers poll at least weekly. */
const DAYS_IN_A_FEED = 14;

/**
 * The items that a feed holds. Many in a short time never push each other out before a reader that
 * polls weekly has seen them.
 *
 * @param things items, or what they are written from; newest first
 */
export function recent<Thing extends Pick<FeedItem, 'published'>>(
  things: readonly Thing[],
): readonly Thing[] {
  const newest = things[0]?.published;
  if (newest === undefined) return [];
  const from = addMinutes(newest, -DAYS_IN_A_FEED * 24 * 60);
  return things.filter(({ published }, index) => index < ITEMS_OF_A_FEED || published >= from);
}

/** Text on one line: readers show titles in lists. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
