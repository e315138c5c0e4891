import { locale, wordsOf } from '../page.ts';
import type { Language } from '../shared/words/en.ts';
import { countIn, fill, numberIn } from '../shared/words/phrase.ts';
import { figureOf, figureTable } from './figure-table.ts';
import { type NearbySchool, nearestTo } from './nearest.ts';
import { type ListedSchool, loadSchools } from './schools-file.ts';

type Words = Language['find']['near']['words'];

const SHOWN = 5;
const KILOMETERS_PER_MILE = 1.609344;
/** Beyond this distance the reader is not near the district, or the position is wrong. */
const FAR_MILES = 30;
const PATIENCE_MS = 15_000;
/** A position from the last five minutes is good enough, and quicker to get. */
const FRESH_MS = 300_000;

/**
 * Shows the five nearest schools when the button is pressed. The reader's position never leaves the
 * browser.
 */
export function enhance(place: HTMLElement): void {
  const button = place.querySelector('button');
  const status = place.querySelector('[role=status]');
  const result = place.querySelector('[data-result]');
  if (!button || !status || !result) return;
  const words = wordsOf<Words>(place);
  const look = async () => {
    button.disabled = true;
    result.replaceChildren();
    status.textContent = words.looking;
    const answer = await nearby(words);
    status.textContent = answer.says;
    result.replaceChildren(...answer.table);
    button.disabled = false;
    button.focus();
  };
  button.addEventListener('click', () => void look());
  void look();
}

async function nearby(words: Words): Promise<{ says: string; table: readonly Node[] }> {
  const schools = loadSchools().catch(() => undefined);
  const where = await position();
  if (typeof where === 'string') return { says: words[where], table: [] };
  const file = await schools;
  if (!file) return { says: words.failed, table: [] };
  const near = nearestTo(where, file.schools, SHOWN);
  const [first] = near;
  if (!first) return { says: words.noPlaces, table: [] };
  const says = countIn(words.found, near.length, locale, { name: first.school.name });
  return {
    says: first.miles > FAR_MILES ? `${says} ${words.far}` : says,
    table: [
      figureTable(
        words.columns,
        near.map((one) => rowOf(one, words)),
      ),
    ],
  };
}

function rowOf({ school, miles }: NearbySchool<ListedSchool>, words: Words) {
  const distance = fill(words.distance, {
    miles: numberIn(locale, miles, 1),
    kilometers: numberIn(locale, miles * KILOMETERS_PER_MILE, 1),
  });
  return { school, cells: [distance, figureOf(school, school.new_cases.days_14)] };
}

/** The reader's position, or why the browser does not reveal it. */
function position(): Promise<
  GeolocationCoordinates | 'denied' | 'unavailable' | 'late' | 'unable'
> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve('unable');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(coords),
      ({ code, PERMISSION_DENIED, TIMEOUT }) =>
        resolve(code === PERMISSION_DENIED ? 'denied' : code === TIMEOUT ? 'late' : 'unavailable'),
      { timeout: PATIENCE_MS, maximumAge: FRESH_MS },
    );
  });
}
