import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Eta } from 'eta';
import { type Assets, frame } from './frame.ts';
import { english } from './language/en.ts';
import { pageKinds } from './pages/index.ts';
import type { SiteData } from './site-data.ts';

const TEMPLATES = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'templates');

/**
 * Draws every page.
 *
 * @returns path → HTML; a folder's page is its `index.html`
 */
export function renderPages(data: SiteData, assets: Assets): ReadonlyMap<string, string> {
  const eta = new Eta({ views: TEMPLATES, cache: true, autoTrim: ['nl', false] });
  const pages = pageKinds.flatMap((kind) => kind.pages(data, english));
  return new Map(
    pages.map(({ template, head, model }) => {
      const it = { ...model, frame: frame(data, assets, head, english) };
      return [fileOf(head.path), eta.render(template, it)];
    }),
  );
}

function fileOf(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
