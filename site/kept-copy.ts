/**
 * Registers the worker that keeps copies of visited pages, if the browser supports it. Nothing
 * waits for it.
 */
export function keepCopies(): void {
  const { offline, site = '' } = document.body.dataset;
  if (offline === undefined || !('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    // A browser may forbid it, as in a private window; the site works just as well without it.
    navigator.serviceWorker.register(`${site || './'}sw.js`).catch(() => undefined);
  });
}

/** If this page is a kept copy, shows when the copy was made, in the reader's own time zone. */
export function showKeptBanner(): void {
  const { keptAt, locale } = document.body.dataset;
  const banner = document.querySelector<HTMLElement>('[data-copy]');
  if (!banner || keptAt === undefined) return;
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const words = (banner.dataset.copy ?? '').replace('{when}', when.format(new Date(keptAt)));
  // “3:40 p.m.” already ends in a full stop.
  banner.textContent = words.replace(/\.\.$/, '.');
  banner.hidden = false;
}
