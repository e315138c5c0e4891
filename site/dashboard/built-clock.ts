import { locale, siteAddress } from '../page.ts';
import type { BuildStamp } from '../shared/build-stamp.ts';

/**
 * Fills in when these pages were built, which only `build.json` records, in the district's time
 * zone.
 */
export async function enhance(place: HTMLElement): Promise<void> {
  const answer = await fetch(siteAddress('build.json'));
  const { built_at: builtAt }: BuildStamp = await answer.json();
  const clock = new Intl.DateTimeFormat(locale, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: place.dataset.timeZone ?? 'UTC',
  });
  const time = document.createElement('time');
  time.dateTime = builtAt;
  time.textContent = clock.format(Date.parse(builtAt));
  place.querySelector('a')?.replaceChildren(time);
}
