import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Eta } from 'eta';
import { siteCardLink } from '../cards/index.ts';
import type { Edition } from '../editions.ts';
import type { SiteData } from '../site-data.ts';
import { type Assets, frame, type PageContext } from './frame.ts';
import { pageKinds } from './index.ts';
import { movedPages } from './old-addresses.ts';
import type { PageModels, TemplateModels } from './page.ts';

/** What each template of the site is given as `it`, by its path below `templates/`. */
export type Templates = TemplateModels & {
  readonly [Name in keyof PageModels]: PageModels[Name] & PageContext;
};

const TEMPLATES = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'templates');

/**
 * Templates are compiled when they are first used. A line break before a tag is not printed; one after
 * it is, unless the tag ends in `-%>`.
 */
const eta = new Eta({ views: TEMPLATES, cache: true, autoTrim: ['nl', false] });

function render<Name extends keyof Templates>(
  template: Name,
  it: Templates[Name] & object,
): string {
  return eta.render(template, it);
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
  return new Map(
    editions.flatMap((edition) => {
      const card = siteCardLink(data, edition);
      return pageKinds
        .flatMap((pagesOf) => pagesOf(data, edition))
        .map(({ template, head, model }): [string, string] => {
          const ownHead = { ...head, card: head.card ?? card };
          const html = render(template, {
            ...model,
            t: edition.text,
            frame: frame(data, assets, ownHead, edition, editions),
          });
          return [fileOf(edition.folder + head.path), wordsKeptWhole(html)];
        });
    }),
  );
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
  edition: Edition,
): ReadonlyMap<string, string> {
  const pages = movedPages(data, assets, edition);
  return new Map([...pages].map(([path, model]) => [path, render('moved', model)]));
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
