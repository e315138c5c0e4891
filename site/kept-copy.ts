/** Keeps copies of the pages that a reader sees, where the browser can; nothing waits for it. */
export function keepCopies(): void {
  const { offline, site = '' } = document.body.dataset;
  if (offline === undefined || !('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    // A browser may forbid it, as in a private window: the site is the same without.
    navigator.serviceWorker.register(`${site || './'}sw.js`).catch(() => undefined);
  });
}

/** A page that is a copy says of when, in the reader's own time. */
export function showKeptBanner(): void {
  const { keptAt, locale } = document.body.dataset;
  const banner = document.querySelector<HTMLElement>('[data-copy]');
  if (!banner || keptAt === undefined) return;
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const words = (banner.dataset.copy ?? '').replace('{when}', when.format(new Date(keptAt)));
  // “3:40 p.m.” brings the full stop of its sentence.
  banner.textContent = words.replace(/\.\.$/, '.');
  banner.hidden = false;
}
