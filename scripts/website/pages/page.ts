import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';
import type { PageHead } from './frame.ts';

/** A page before it is drawn: which template, its head, and the figures for it. */
export interface Page {
  readonly template: string;
  readonly head: PageHead;
  readonly model: object;
}

/** One kind of page: one file, one entry in the index. */
export interface PageKind {
  readonly name: string;
  readonly description: string;
  readonly pages: (data: SiteData, edition: Edition) => readonly Page[];
}
