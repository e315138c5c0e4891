import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Eta } from 'eta';
import { siteCardLink } from '../cards/index.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';
import { type Assets, frame } from './frame.ts';
import { pageKinds } from './index.ts';

const TEMPLATES = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'templates');

/** The templates, compiled when they are first drawn. */
export function siteTemplates(): Eta {
  return new Eta({ views: TEMPLATES, cache: true, autoTrim: ['nl', false] });
}

/**
 * Draws every page in every language.
 *
 * @returns path → HTML; a folder's page is its `index.html`
 */
export function renderPages(
  data: SiteData,
  assets: Assets,
  editions: readonly Edition[],
): ReadonlyMap<string, string> {
  const eta = siteTemplates();
  return new Map(
    editions.flatMap((edition) => {
      const card = siteCardLink(data, edition);
      return pageKinds
        .flatMap((kind) => kind.pages(data, edition))
        .map(({ template, head, model }): [string, string] => {
          const it = {
            ...model,
            t: edition.text,
            frame: frame(data, assets, { ...head, card: head.card ?? card }, edition, editions),
          };
          return [fileOf(edition.folder + head.path), wordsKeptWhole(eta.render(template, it))];
        });
    }),
  );
}

/** “COVID-19” does not break at its hyphen in a heading, where the rest would read as a number. */
function wordsKeptWhole(html: string): string {
  return html.replace(/<(h[123])\b[^>]*>.*?<\/\1>/gs, (heading) =>
    heading.replace(/(?<=>[^<]*)[\p{L}\p{N}]+-\p{N}+/gu, '<span class="whole">$&</span>'),
  );
}

function fileOf(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
