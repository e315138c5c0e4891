/** A page whose last check is older than this shows a banner. */
const HOURS_UNTIL_STALE = 36;

/**
 * Shows the banner of a page whose last check was too long ago, by the reader's own clock.
 *
 * @param now milliseconds since 1970 by the reader's clock
 */
export function showStaleBanner(now: number): void {
  const checkedAt = Date.parse(document.body.dataset.checkedAt ?? '');
  const banner = document.querySelector<HTMLElement>('[data-stale]');
  if (!banner || !(now - checkedAt > HOURS_UNTIL_STALE * 3_600_000)) return;
  banner.hidden = false;
  // “Everything works” was true when the page was built, but may no longer be.
  document.querySelector('[data-well]')?.remove();
}
