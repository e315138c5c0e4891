import type { Language } from '../../../site/shared/words/en.ts';
import { type Instant, parseReportingDate, reportingDateAt } from '../../domain/time.ts';
import { CARD_SIZE } from '../cards/card-svg.ts';
import type { CardLink } from '../cards/index.ts';
import type { Edition } from '../editions.ts';
import { checkedAt, type SiteData } from '../site-data.ts';

/** Paths of the files that every page loads, with the hash of their content in the name. */
export interface Assets {
  readonly style: string;
  readonly script: string;
  /** The style of cards that other sites embed. */
  readonly embedStyle: string;
}

/** What a page is called and described as. */
export interface PageHead {
  /** Path below its edition's folder, without leading slash; a folder ends in one. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** Which entry of the navigation it belongs to. */
  readonly section: keyof Language['nav'] | null;
  /** Feeds of its own, beside the site's; `path` is relative to the page. */
  readonly feeds?: readonly {
    readonly type: string;
    readonly title: string;
    readonly path: string;
  }[];
  /** Another site whose pictures the page may show, such as https://tiles.example.org. */
  readonly picturesFrom?: string | undefined;
  /** Not for search engines: it says nothing that another page does not. */
  readonly unlisted?: boolean;
  /** Its social card; the site's where it has none of its own. */
  readonly card?: CardLink | undefined;
}

/** Everything the layout needs around a page's own part. */
export function frame(
  data: SiteData,
  assets: Assets,
  head: PageHead,
  edition: Edition,
  editions: readonly Edition[],
) {
  const { settings, lastDay } = data;
  const { text, folder } = edition;
  const site = siteRoot(folder + head.path, data.baseUrl);
  const root = site + folder;
  return {
    lang: text.lang,
    locale: text.locale,
    /** To the edition's first page. */
    root,
    /** To the site's first folder, where files that have no language are. */
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
    feed: `${site}${folder}feeds/daily.rss`,
    feeds: head.feeds ?? [],
    feedTitle: `${settings.site.title}: ${text.nav.cases}`,
    home: root || './',
    words: browserWords(text),
    navigation: (
      [
        ['home', ''],
        ['schools', 'schools/'],
        ['map', 'map/'],
        ['cases', 'cases/'],
        ['data', 'data/'],
        ['about', 'about/'],
      ] as const
    ).map(([key, path]) => ({
      label: text.nav[key],
      href: root + path || './',
      current: head.section === key,
    })),
    languages:
      head.path === '404.html'
        ? []
        : editions.map((other) => ({
            lang: other.text.lang,
            name: other.text.name,
            href: site + other.folder + head.path || './',
            address: data.baseUrl + other.folder + head.path,
            current: other === edition,
          })),
    checkedAt: settings.endedOn === null ? (checkedAt(data) ?? '') : '',
    banners: banners(data, text),
    isUnlisted: head.unlisted ?? false,
    keepsCopies: settings.site.offline,
    card: cardOf(data, head, edition),
    lastRead: lastDay ? text.layout.lastRead(text.longDate(lastDay.date), settings.name) : '',
    repository: settings.repository,
  };
}

/** Nothing but this site: no inline script or style, no third party. */
function contentSecurityPolicy({ picturesFrom }: PageHead): string {
  const own = "default-src 'self'; base-uri 'none'; form-action 'self'";
  return picturesFrom === undefined ? own : `${own}; img-src 'self' ${picturesFrom}`;
}

function cardOf(data: SiteData, head: PageHead, edition: Edition) {
  if (!data.cards || !head.card) return null;
  const { path, alt } = head.card;
  return { address: data.baseUrl + edition.folder + path, alt, ...CARD_SIZE };
}

/** From a page's own folder to the site's first: `schools/7/` is two below it. */
function siteRoot(path: string, baseUrl: string): string {
  // GitHub Pages serves 404.html at any depth, so its links cannot be relative.
  if (path === '404.html') return baseUrl;
  return '../'.repeat(path.split('/').length - 1);
}

/** What modules in the browser say, for the elements that they enhance. */
function browserWords({ find }: Language) {
  return {
    search: JSON.stringify(find.search.words),
    list: JSON.stringify(find.list.words),
    near: JSON.stringify(find.near.words),
    mine: JSON.stringify(find.mine.words),
    compare: JSON.stringify(find.compare.words),
    follow: JSON.stringify(find.mine.followWords),
  };
}

/** What a reader must know before any number; `path` leads to what it means. */
interface Banner {
  readonly text: string;
  readonly path: string;
  readonly more: string;
}

function banners({ ledger, settings }: SiteData, text: Language): readonly Banner[] {
  const ended = parseReportingDate(settings.endedOn ?? '');
  const dateOf = (instant: Instant) => text.longDate(reportingDateAt(instant, settings.timeZone));
  if (ended) {
    const words = text.banner.ended(text.longDate(ended));
    return [{ text: words, path: 'about/', more: text.layout.meaning }];
  }
  const told: Banner[] = [];
  if (ledger.held) {
    const since = ledger.held.reasons.map((reason) => reason.since).sort()[0];
    const words = text.banner.held(dateOf(since ?? ledger.held.checkedAt));
    told.push({ text: words, path: 'about/#held', more: text.banner.whyHeld });
  }
  if (ledger.failing) {
    const { cause, since } = ledger.failing;
    const causes: Readonly<Record<string, string>> = text.causes;
    const words = text.banner.failing(dateOf(since), causes[cause] ?? cause);
    told.push({ text: words, path: 'status/', more: text.layout.status });
  }
  return told;
}
