import type { Language } from '../../../site/shared/words/en.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';

/** What a page is called, where it is, and what other sites and search engines learn of it. */
export interface PageHead {
  /** Path below its edition's folder, without leading slash; a folder ends in one. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** Which entry of the navigation it belongs to. */
  readonly section: keyof Language['nav'] | null;
  /** Feeds of its own, beside the site's; `path` is relative to the page. */
  readonly feeds?: readonly FeedLink[];
  /** Origin of another site whose pictures the page may show, such as https://tiles.example.org. */
  readonly picturesFrom?: string | undefined;
  /** Not for search engines: it says nothing that is not on another page. */
  readonly unlisted?: boolean;
  /** Its social card; absent: the site's. */
  readonly card?: CardLink | undefined;
}

/** A feed as a page's head names it. */
export interface FeedLink {
  /** Media type. */
  readonly type: string;
  readonly title: string;
  readonly path: string;
}

/** A social card as a page's head names it. */
export interface CardLink {
  /** Path below the edition's folder. */
  readonly path: string;
  /** What the picture says, for those who do not see it. */
  readonly alt: string;
}

/** A link to another page of the edition. */
export interface Link {
  /** Path below the edition's folder. */
  readonly path: string;
  readonly label: string;
}

/** What a partial needs of its page to write words and links. */
export interface PartialContext {
  /** Words that are the same on every build. */
  readonly t: Language;
  /** Relative address of the edition's first page; empty there. */
  readonly root: string;
}

/**
 * The model of each page's template, by the template's path below `templates/`, without its ending.
 * The file of a page declares its model and adds it here (`declare module`), so that a page whose
 * model is not its template's does not compile.
 */
// biome-ignore lint/suspicious/noEmptyInterface: its members are added by the files of the pages.
export interface PageModels {}

/** The model of every other template, in the same way: the layout, partials, old addresses. */
// biome-ignore lint/suspicious/noEmptyInterface: its members are added by the files that make them.
export interface TemplateModels {}

/** For a template that needs words and links only. */
export type EmptyModel = Readonly<Record<never, never>>;

/** A page before it is drawn: the name of its template, its head, and its template's model. */
export type Page = {
  readonly [Name in keyof PageModels]: {
    readonly template: Name;
    readonly head: PageHead;
    readonly model: PageModels[Name];
  };
}[keyof PageModels];

/** Makes the pages of one kind, in one language: one file, one entry in the index. */
export type PageKind = (data: SiteData, edition: Edition) => readonly Page[];
