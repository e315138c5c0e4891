/** What the build puts into the first line of `sw.js` about its site. */
interface SiteFacts {
  /** Changes whenever a file that is fetched in advance changes. */
  readonly version: string;
  /** Paths below the site's root to fetch in advance: the offline pages and what they load. */
  readonly ahead: readonly string[];
  /** The folders of the site's languages; the first is empty. */
  readonly folders: readonly string[];
}

declare const SITE: SiteFacts;
declare const self: ServiceWorkerGlobalScope;

/** The facts about this site. */
export const site: SiteFacts = SITE;

/** The address of the site's root folder; the worker handles nothing outside it. */
export const scope = self.registration.scope;

/**
 * The names of this site's stores. They begin with its address, because sites on one host share
 * storage.
 */
export const stores = {
  ahead: `${scope} ahead ${site.version}`,
  pages: `${scope} pages`,
  data: `${scope} data`,
  assets: `${scope} assets`,
} as const;
