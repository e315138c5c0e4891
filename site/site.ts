import { readWhenUsed } from './charts/when-used.ts';
import { enhance as showBuildTime } from './dashboard/built-clock.ts';
import { updateToday } from './dashboard/today.ts';
import { keepCopies, showKeptBanner } from './kept-copy.ts';
import { showStaleBanner } from './stale-banner.ts';

/** A module that enhances one element of a page. */
interface Enhancement {
  /** Selects the elements; a page may have none or several. */
  readonly selector: string;
  /**
   * When to load the module: at the first such event in the element, or once the function returns
   * true.
   */
  readonly when: 'focusin' | 'click' | (() => boolean);
  readonly load: () => Promise<{ readonly enhance: (element: HTMLElement) => unknown }>;
}

const always = () => true;

const ENHANCEMENTS: readonly Enhancement[] = [
  // A few lines that the home page needs at once: not worth a request of their own.
  { selector: '[data-built]', when: always, load: async () => ({ enhance: showBuildTime }) },
  {
    selector: '[data-search]',
    when: 'focusin',
    load: () => import('./find/search-box.ts'),
  },
  {
    selector: '[data-school-list]',
    when: () => /[?&]q=/.test(location.search),
    load: () => import('./find/filter-list.ts'),
  },
  {
    selector: '[data-old-school]',
    when: always,
    load: () => import('./find/old-school.ts'),
  },
  {
    selector: '[data-mine]',
    when: somethingIsStored,
    load: () => import('./find/my-list.ts'),
  },
  {
    selector: '[data-near]',
    when: 'click',
    load: () => import('./find/near-me.ts'),
  },
  {
    selector: '[data-compare]',
    when: always,
    load: () => import('./find/compare.ts'),
  },
  {
    selector: '[data-subscribe]',
    when: always,
    load: () => import('./find/subscribe.ts'),
  },
  {
    selector: '[data-follow]',
    when: always,
    load: () => import('./find/follow-button.ts'),
  },
  {
    selector: '[data-map]',
    when: always,
    load: () => import('./map/map-page.ts'),
  },
  {
    selector: '[data-offline-page]',
    when: always,
    load: () => import('./offline-page.ts'),
  },
];

keepCopies();
// These three run before the page is painted, so that nothing moves when they reveal a banner.
showKeptBanner();
showStaleBanner(Date.now());
updateToday(Date.now());
for (const enhancement of ENHANCEMENTS) {
  for (const element of document.querySelectorAll<HTMLElement>(enhancement.selector)) {
    prepare(enhancement, element);
  }
}
for (const plot of document.querySelectorAll<HTMLElement>('.plot')) readWhenUsed(plot);

function prepare({ when, load }: Enhancement, element: HTMLElement): void {
  const enhance = async () => (await load()).enhance(element);
  if (typeof when === 'string') {
    element.addEventListener(when, () => void enhance(), { once: true });
    return;
  }
  let isLoaded = false;
  const look = () => {
    if (isLoaded || !when()) return;
    isLoaded = true;
    void enhance();
  };
  look();
  // Another page may have stored something while this one was in the browser's cache.
  addEventListener('pageshow', look);
  addEventListener('storage', look);
}

/**
 * Whether this browser has stored anything; the site itself stores nothing but followed schools.
 */
function somethingIsStored(): boolean {
  try {
    return localStorage.length > 0;
  } catch {
    return false;
  }
}
