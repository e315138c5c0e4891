import { tellToday } from './dashboard/today.ts';
import { keepCopies, showKeptBanner } from './kept-copy.ts';
import { showStaleBanner } from './stale-banner.ts';

/** A module that enhances one element of a page. */
interface Enhancement {
  /** The element; a page may have none or several. */
  readonly selector: string;
  /** When its module is loaded: with the page, or at the first such event in the element. */
  readonly when: 'now' | 'focusin' | 'click';
  readonly load: () => Promise<{ readonly enhance: (element: HTMLElement) => unknown }>;
}

const ENHANCEMENTS: readonly Enhancement[] = [
  {
    selector: '[data-built]',
    when: 'now',
    load: () => import('./dashboard/built-clock.ts'),
  },
  {
    selector: '[data-search]',
    when: 'focusin',
    load: () => import('./find/search-box.ts'),
  },
  {
    selector: '[data-school-list]',
    when: 'now',
    load: () => import('./find/filter-list.ts'),
  },
  {
    selector: '[data-old-school]',
    when: 'now',
    load: () => import('./find/old-school.ts'),
  },
  {
    selector: '[data-mine]',
    when: 'now',
    load: () => import('./find/my-list.ts'),
  },
  {
    selector: '[data-near]',
    when: 'click',
    load: () => import('./find/near-me.ts'),
  },
  {
    selector: '[data-follow]',
    when: 'now',
    load: () => import('./find/follow-button.ts'),
  },
  {
    selector: '[data-map]',
    when: 'now',
    load: () => import('./map/map-page.ts'),
  },
  {
    selector: '[data-offline-page]',
    when: 'now',
    load: () => import('./offline-page.ts'),
  },
];

keepCopies();
// The page is drawn after these three, so that nothing moves when they say something.
showKeptBanner();
showStaleBanner(Date.now());
tellToday(Date.now());
for (const { selector, when, load } of ENHANCEMENTS) {
  for (const element of document.querySelectorAll<HTMLElement>(selector)) {
    const enhance = async () => (await load()).enhance(element);
    if (when === 'now') void enhance();
    else element.addEventListener(when, () => void enhance(), { once: true });
  }
}
