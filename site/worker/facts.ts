/** What the build tells the worker about its site, in the first line of `sw.js`. */
interface SiteFacts {
  /** Changes with whatever is fetched ahead. */
  readonly version: string;
  /** Paths below the site's address that are fetched ahead: the offline pages and what they load. */
  readonly ahead: readonly string[];
  /** Folders of the languages; the first is empty. */
  readonly folders: readonly string[];
}

declare const SITE: SiteFacts;
declare const self: ServiceWorkerGlobalScope;

export const site: SiteFacts = SITE;

/** Address of the site's first folder: everything below it is ours, nothing else is. */
export const scope = self.registration.scope;

/** Other sites of the same host have stores too: ours begin with our address. */
export const stores = {
  ahead: `${scope} ahead ${site.version}`,
  pages: `${scope} pages`,
  data: `${scope} data`,
  assets: `${scope} assets`,
} as const;
