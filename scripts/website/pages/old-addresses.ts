import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';
import type { Assets } from './frame.ts';
import { siteTemplates } from './render-pages.ts';

/** An address of the original tracker, and what stands in its place. */
export interface OldAddress {
  /** Path below the site. */
  readonly path: string;
  /** Path below the site that it leads to; empty: the first page. */
  readonly to: string;
  /** The school to open is named in the address, so only a program can tell where to go. */
  readonly namesSchool: boolean;
}

const PAGES: Readonly<Record<string, string>> = {
  'newcases.html': 'cases/',
  'district.html': '',
  'custom-map.html': 'map/',
  'faq.html': 'faq/',
  'subscribe.html': 'subscribe/',
  'historical/index.html': 'archive/',
};

/**
 * Every address of the original that people have bookmarked or linked to. Its archive had a page per
 * day, `historical/YYYY-MM-DD-cases.html`; its school page was `school.html?name=…`.
 */
export function oldAddresses({ ledger }: SiteData): readonly OldAddress[] {
  return [
    ...Object.entries(PAGES).map(([path, to]) => ({ path, to, namesSchool: false })),
    ...ledger.days.map(({ date }) => ({
      path: `historical/${date}-cases.html`,
      to: `cases/${date}/`,
      namesSchool: false,
    })),
    { path: 'school.html', to: 'schools/', namesSchool: true },
  ];
}

/**
 * Draws the pages that lead on from the original's addresses; there is one for all languages, since
 * the original had one.
 *
 * @returns path → HTML
 */
export function renderOldAddresses(
  data: SiteData,
  assets: Assets,
  { text }: Edition,
): ReadonlyMap<string, string> {
  const eta = siteTemplates();
  return new Map(
    oldAddresses(data).map(({ path, to, namesSchool }) => {
      const site = '../'.repeat(path.split('/').length - 1);
      const it = {
        lang: text.lang,
        t: text.moved,
        title: text.moved.title(path),
        description: text.moved.description(path, data.settings.site.title),
        site,
        href: site + to || './',
        canonical: data.baseUrl + to,
        style: site + assets.style,
        script: site + assets.script,
        namesSchool,
      };
      return [path, eta.render('moved', it)] as const;
    }),
  );
}
