import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';
import type { Assets } from './frame.ts';

declare module './page.ts' {
  interface TemplateModels {
    readonly moved: MovedModel;
  }
}

/** A page at an address of the original, which leads on; addresses are relative to it. */
export interface MovedModel {
  readonly lang: string;
  readonly t: Edition['text']['moved'];
  readonly title: string;
  readonly description: string;
  /** Of the site's first folder. */
  readonly site: string;
  /** Where it leads. */
  readonly href: string;
  /** Absolute address. */
  readonly canonical: string;
  readonly style: string;
  readonly script: string;
  readonly namesSchool: boolean;
}

interface OldAddress {
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
 * A page at every address of the original tracker that people have bookmarked or linked to.
 *
 * @returns path below the site → the page's model
 */
export function movedPages(
  data: SiteData,
  assets: Assets,
  { text }: Edition,
): ReadonlyMap<string, MovedModel> {
  return new Map(
    oldAddresses(data).map(({ path, to, namesSchool }) => {
      const site = '../'.repeat(path.split('/').length - 1);
      const model = {
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
      return [path, model];
    }),
  );
}

/** The archive had a page per day; the school's page named its school behind a question mark. */
function oldAddresses({ ledger, known }: SiteData): readonly OldAddress[] {
  return [
    ...Object.entries(PAGES).map(([path, to]) => ({
      path,
      to: to === 'map/' && !known.map ? '' : to,
      namesSchool: false,
    })),
    ...ledger.days.map(({ date }) => ({
      path: `historical/${date}-cases.html`,
      to: `cases/${date}/`,
      namesSchool: false,
    })),
    { path: 'school.html', to: 'schools/', namesSchool: true },
  ];
}
