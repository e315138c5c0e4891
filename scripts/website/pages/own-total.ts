import type { Language } from '../../../site/shared/words/en.ts';
import { ownTotalOf } from '../../ledger/own-total.ts';
import type { SiteData } from '../site-data.ts';

/** The sheet's own total beside the sum of its places, as one sentence; empty where none was read. */
export function ownTotal({ ledger, lastDay, settings }: SiteData, text: Language): string {
  const own = lastDay && ownTotalOf(ledger, lastDay, settings);
  return own ? text.home.ownTotal(text.number(own.total), text.number(own.places)) : '';
}
