import { enhance as tellBuilt } from './dashboard/built-clock.ts';
import { tellToday } from './dashboard/today.ts';
import { keepCopies, showKeptBanner } from './kept-copy.ts';
import { showStaleBanner } from './stale-banner.ts';

/** A module that enhances one element of a page. */
interface Enhancement {
  /** The element; a page may have none or several. */
  readonly selector: string;
  /** When its module is loaded: at the first such event in the element, or as soon as it is so. */
  readonly when: 'focusin' | 'click' | (() => boolean);
  readonly load: () => Promise<{ readonly enhance: (element: HTMLElement) => unknown }>;
}

const always = () => true;

const ENHANCEMENTS: readonly Enhancement[] = [
  // A few lines that the first page needs at once: not worth a request of their own.
  { selector: '[data-built]', when: always, load: async () => ({ enhance: tellBuilt }) },
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
// The page is drawn after these three, so that nothing moves when they say something.
showKeptBanner();
showStaleBanner(Date.now());
tellToday(Date.now());
for (const enhancement of ENHANCEMENTS) {
  for (const element of document.querySelectorAll<HTMLElement>(enhancement.selector)) {
    prepare(enhancement, element);
  }
}

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
  // A page that comes back from the browser's cache may meet what another page has stored.
  addEventListener('pageshow', look);
  addEventListener('storage', look);
}

/** Whether this browser remembers anything: followed schools are all that this site stores. */
function somethingIsStored(): boolean {
  try {
    return localStorage.length > 0;
  } catch {
    return false;
  }
}
