import type { NoticeLine } from '../ledger/model.ts';
import type { SiteData } from './site-data.ts';

/**
 * The page on which a notice stands, at the place that its feed item links to: announced changes of
 * what is published on the data page, those about a date that was read on its page, others on the
 * page about the numbers.
 */
export function noticePage({ dayIndex }: SiteData, { kind, date }: NoticeLine): string {
  if (kind === 'definition') return 'data/';
  return date && dayIndex.has(date) ? `cases/${date}/` : 'about/';
}

/** A notice's place on its page; notices.csv is only ever appended to, so it is its own for good. */
export function noticeAnchor(index: number): string {
  return `notice-${index + 1}`;
}
