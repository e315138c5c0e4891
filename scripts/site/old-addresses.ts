import type { SiteData } from './site-data.ts';

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
