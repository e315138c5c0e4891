/** A page that was last checked longer ago says so, by the reader's own clock. */
const HOURS_UNTIL_STALE = 36;

/** @param now milliseconds since 1970 by the reader's clock */
export function showStaleBanner(now: number): void {
  const checkedAt = Date.parse(document.body.dataset.checkedAt ?? '');
  const banner = document.querySelector<HTMLElement>('[data-stale]');
  if (!banner || !(now - checkedAt > HOURS_UNTIL_STALE * 3_600_000)) return;
  banner.hidden = false;
  // “Everything works” was so when the page was built.
  document.querySelector('[data-well]')?.remove();
}
