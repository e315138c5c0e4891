import type { Assets } from './frame.ts';
import type { Edition } from './language/index.ts';
import { oldAddresses } from './old-addresses.ts';
import { siteTemplates } from './render-pages.ts';
import type { SiteData } from './site-data.ts';

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
