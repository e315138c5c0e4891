/** A page that was last checked longer ago says so, by the reader's own clock. */
const HOURS_UNTIL_STALE = 36;

const checkedAt = Date.parse(document.body.dataset.checkedAt ?? '');
const banner = document.querySelector<HTMLElement>('[data-stale]');
if (banner && Date.now() - checkedAt > HOURS_UNTIL_STALE * 3_600_000) banner.hidden = false;
