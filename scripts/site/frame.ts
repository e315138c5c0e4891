import type { Language } from './language/en.ts';
import type { SiteData } from './site-data.ts';

/** Paths of the files that every page loads, with the hash of their content in the name. */
export interface Assets {
  readonly style: string;
  readonly script: string;
}

/** What a page is called and described as. */
export interface PageHead {
  /** Path below the site's address, without leading slash; a folder ends in one. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** Which entry of the navigation it belongs to. */
  readonly section: keyof Language['nav'] | null;
}

/** Everything the layout needs around a page's own part. */
export function frame(data: SiteData, assets: Assets, head: PageHead, text: Language) {
  const { settings, ledger, lastDay } = data;
  const root = rootOf(head.path, data.baseUrl);
  const checkedAt = ledger.held?.checkedAt ?? ledger.failing?.checkedAt ?? lastReadAt(data);
  return {
    lang: text.lang,
    root,
    title: head.path === '' ? head.title : `${head.title} · ${settings.site.title}`,
    heading: head.title,
    description: head.description,
    canonical: data.baseUrl + head.path,
    siteTitle: settings.site.title,
    district: settings.name,
    style: root + assets.style,
    script: root + assets.script,
    feed: `${root}feeds/daily.rss`,
    feedTitle: `${settings.site.title}: ${text.nav.cases}`,
    nav: text.nav,
    navigation: (
      [
        ['home', ''],
        ['schools', 'schools/'],
        ['cases', 'cases/'],
        ['data', 'data/'],
        ['about', 'about/'],
      ] as const
    ).map(([key, path]) => ({
      label: text.nav[key],
      href: root + path || './',
      current: head.section === key,
    })),
    checkedAt: settings.endedOn === null ? (checkedAt ?? '') : '',
    staleText: text.stale,
    banners: banners(data, text),
    footer: {
      repository: settings.repository,
      lastRead: lastDay ? text.longDate(lastDay.date) : '',
      source: settings.name,
    },
  };
}

/** From a page's own folder to the site's first: `schools/7/` is two below it. */
function rootOf(path: string, baseUrl: string): string {
  // GitHub Pages serves 404.html at any depth, so its links cannot be relative.
  if (path === '404.html') return baseUrl;
  return '../'.repeat(path.split('/').length - 1);
}

function lastReadAt({ ledger, lastDay }: SiteData): string | undefined {
  return lastDay?.firstReadAt ?? ledger.updates.at(-1)?.detectedAt;
}

function banners({ ledger, settings }: SiteData, text: Language): readonly string[] {
  if (settings.endedOn !== null) {
    return [text.ended(text.longDate(settings.endedOn as Parameters<typeof text.longDate>[0]))];
  }
  const told: string[] = [];
  if (ledger.held) told.push(text.held);
  if (ledger.failing) {
    const since = ledger.failing.since.slice(0, 10) as Parameters<typeof text.longDate>[0];
    told.push(text.failing(ledger.failing.cause, text.longDate(since)));
  }
  return told;
}
