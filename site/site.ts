import { showStaleBanner } from './stale-banner.ts';

/** What enhances a page: a module each, loaded where the element that it enhances stands. */
const ENHANCEMENTS: readonly (readonly [selector: string, load: () => Promise<unknown>])[] = [];

showStaleBanner(Date.now());
for (const [selector, load] of ENHANCEMENTS) {
  if (document.querySelector(selector)) void load();
}
