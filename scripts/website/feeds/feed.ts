import type { Instant } from '../../domain/time.ts';

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

/** The most items that a feed holds: readers poll at least weekly. */
export const ITEMS_OF_A_FEED = 30;
