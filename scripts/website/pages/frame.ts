import type { Language } from '../../../site/shared/words/en.ts';
import { textUnder } from '../../../site/shared/words/phrase.ts';
import { type Instant, parseReportingDate, reportingDateAt } from '../../domain/time.ts';
import { CARD_SIZE } from '../cards/card-svg.ts';
import type { Edition } from '../editions.ts';
import { checkedAt, type SiteData } from '../site-data.ts';
import { type BrowserWords, browserWords } from './browser-words.ts';
import type { FeedLink, PageHead } from './page.ts';

declare module './page.ts' {
  interface TemplateModels {
    readonly layout: PageContext & { readonly body: string };
  }
}

/** Paths below the site of the files that pages load, with the hash of their content in the name. */
export interface Assets {
  readonly style: string;
  readonly script: string;
  /** The style of cards that other sites embed. */
  readonly embedStyle: string;
  /** The script of these cards. */
  readonly embedScript: string;
}

/** What the template of every page gets besides the page's own model. */
export interface PageContext {
  /** Words that are the same on every build. */
  readonly t: Language;
  readonly frame: Frame;
}

/** Everything around a page's own part. Addresses are relative to the page, except where noted. */
export interface Frame {
  /** Language of the page, as HTML names it. */
  readonly lang: string;
  /** BCP 47, for figures that the browser writes. */
  readonly locale: string;
  /** Of the edition's first page; empty there. */
  readonly root: string;
  /** Of the site's first folder, where files that have no language are. */
  readonly site: string;
  /** As browsers show it: the page's and the site's. */
  readonly title: string;
  readonly description: string;
  readonly contentSecurityPolicy: string;
  /** Absolute address. */
  readonly canonical: string;
  readonly siteTitle: string;
  readonly district: string;
  readonly style: string;
  readonly script: string;
  readonly embedStyle: string;
  readonly embedScript: string;
  /** The daily feed. */
  readonly feed: string;
  readonly feedTitle: string;
  /** The page's own feeds. */
  readonly feeds: readonly FeedLink[];
  /** Of the edition's first page; never empty. */
  readonly home: string;
  readonly words: BrowserWords;
  readonly navigation: readonly NavigationLink[];
  /** Empty where there is no choice. */
  readonly languages: readonly LanguageLink[];
  /** When the source was last looked at; empty: never, or it has ended. */
  readonly checkedAt: string;
  readonly banners: readonly Banner[];
  readonly isUnlisted: boolean;
  /** Whether browsers keep copies of pages seen. */
  readonly keepsCopies: boolean;
  readonly card: CardImage | null;
  /** Empty while nothing has been read. */
  readonly lastRead: string;
  /** Absolute address. */
  readonly repository: string;
}

interface NavigationLink {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

/** The same page in a language. */
interface LanguageLink {
  readonly lang: string;
  readonly name: string;
  readonly href: string;
  /** Absolute address. */
  readonly address: string;
  readonly current: boolean;
}

/** What a reader must know before any number. */
interface Banner {
  readonly text: string;
  /** Page that explains it, below the edition's folder. */
  readonly path: string;
  readonly more: string;
}

/** The page's social card; width and height in pixels. */
interface CardImage {
  /** Absolute address. */
  readonly address: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** Everything that the layout draws around a page's own part. */
export function frame(
  data: SiteData,
  assets: Assets,
  head: PageHead,
  edition: Edition,
  editions: readonly Edition[],
): Frame {
  const { settings, lastDay } = data;
  const { text, folder } = edition;
  const site = siteRoot(folder + head.path, data.baseUrl);
  const root = site + folder;
  return {
    lang: text.lang,
    locale: text.locale,
    root,
    site,
    title: head.path === '' ? head.title : `${head.title} · ${settings.site.title}`,
    description: head.description,
    contentSecurityPolicy: contentSecurityPolicy(head),
    canonical: data.baseUrl + folder + head.path,
    siteTitle: settings.site.title,
    district: settings.name,
    style: site + assets.style,
    script: site + assets.script,
    embedStyle: site + assets.embedStyle,
    embedScript: site + assets.embedScript,
    feed: `${site}${folder}feeds/daily.rss`,
    feedTitle: `${settings.site.title}: ${text.nav.cases}`,
    feeds: head.feeds ?? [],
    home: root || './',
    words: browserWords(data, edition),
    navigation: navigation(data, root, head, text),
    languages: languages(data, site, head, edition, editions),
    checkedAt: settings.endedOn === null ? (checkedAt(data) ?? '') : '',
    banners: banners(data, text),
    isUnlisted: head.unlisted ?? false,
    keepsCopies: settings.site.offline,
    card: cardOf(data, head, edition),
    lastRead: lastDay ? text.layout.lastRead(text.longDate(lastDay.date), settings.name) : '',
    repository: settings.repository,
  };
}

/** From a page's own folder to the site's first: `schools/7/` is two below it. */
function siteRoot(path: string, baseUrl: string): string {
  // GitHub Pages serves 404.html at any depth, so its links cannot be relative.
  if (path === '404.html') return baseUrl;
  return '../'.repeat(path.split('/').length - 1);
}

/**
 * Nothing but this site: no inline script or style, no third party. Inline JSON-LD is data, which no
 * browser runs and no policy asks about.
 */
function contentSecurityPolicy({ picturesFrom }: PageHead): string {
  const own = "default-src 'self'; base-uri 'none'; form-action 'self'";
  return picturesFrom === undefined ? own : `${own}; img-src 'self' ${picturesFrom}`;
}

const SECTIONS = [
  ['home', ''],
  ['schools', 'schools/'],
  ['map', 'map/'],
  ['cases', 'cases/'],
  ['data', 'data/'],
  ['about', 'about/'],
] as const;

function navigation(
  { known }: SiteData,
  root: string,
  head: PageHead,
  text: Language,
): readonly NavigationLink[] {
  return SECTIONS.filter(([key]) => key !== 'map' || known.map).map(([key, path]) => ({
    label: text.nav[key],
    href: root + path || './',
    current: head.section === key,
  }));
}

/** Empty where the site has one language, and on 404.html, of which there is only one. */
function languages(
  data: SiteData,
  site: string,
  head: PageHead,
  edition: Edition,
  editions: readonly Edition[],
): readonly LanguageLink[] {
  if (editions.length === 1 || head.path === '404.html') return [];
  return editions.map((other) => ({
    lang: other.text.lang,
    name: other.text.name,
    href: site + other.folder + head.path || './',
    address: data.baseUrl + other.folder + head.path,
    current: other === edition,
  }));
}

function cardOf(data: SiteData, head: PageHead, edition: Edition): CardImage | null {
  if (!data.cards || !head.card) return null;
  const { path, alt } = head.card;
  return { address: data.baseUrl + edition.folder + path, alt, ...CARD_SIZE };
}

function banners({ ledger, settings }: SiteData, text: Language): readonly Banner[] {
  const ended = parseReportingDate(settings.endedOn ?? '');
  const dateOf = (instant: Instant) => text.longDate(reportingDateAt(instant, settings.timeZone));
  if (ended) {
    const words = text.banner.ended(text.longDate(ended));
    return [{ text: words, path: 'about/', more: text.layout.meaning }];
  }
  const found: Banner[] = [];
  if (ledger.held) {
    const since = ledger.held.reasons.map((reason) => reason.since).sort()[0];
    const words = text.banner.held(dateOf(since ?? ledger.held.checkedAt));
    found.push({ text: words, path: 'about/#held', more: text.banner.whyHeld });
  }
  if (ledger.failing) {
    const { cause, since } = ledger.failing;
    const words = text.banner.failing(dateOf(since), textUnder(text.causes, cause));
    found.push({ text: words, path: 'status/', more: text.layout.status });
  }
  return found;
}
