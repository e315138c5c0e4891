/** The page's locale (BCP 47), for modules that format figures and dates. */
export const locale = document.body.dataset.locale ?? 'en-US';

/** The absolute address of a path below the site's root folder, for files that have no language. */
export function siteAddress(path: string): string {
  return new URL((document.body.dataset.site ?? '') + path, document.baseURI).href;
}

/** The absolute address of a path below the folder of the page's language. */
export function pageAddress(path: string): string {
  return new URL((document.body.dataset.root ?? '') + path, document.baseURI).href;
}

/** The words that the build put into an element's `data-words` attribute for its module. */
export function wordsOf<Words>(element: HTMLElement): Words {
  return JSON.parse(element.dataset.words ?? '{}');
}
