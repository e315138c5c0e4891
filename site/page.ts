/** What the page says about itself and its place, for the modules that enhance it. */
export const locale = document.body.dataset.locale ?? 'en-US';

/** An address below the site's first folder, where files that have no language are. */
export function siteAddress(path: string): string {
  return new URL((document.body.dataset.site ?? '') + path, document.baseURI).href;
}

/** An address below the folder of the page's language. */
export function pageAddress(path: string): string {
  return new URL((document.body.dataset.root ?? '') + path, document.baseURI).href;
}

/** The words that an element brings for its module. */
export function wordsOf<Words>(element: HTMLElement): Words {
  return JSON.parse(element.dataset.words ?? '{}');
}
