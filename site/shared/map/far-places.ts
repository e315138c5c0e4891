import { milesBetween, type Place } from '../miles-between.ts';

/** What a place that cannot be where it is said to be looks like. */
export type FarPlace =
  | { readonly looks: 'zero' }
  | { readonly looks: 'swapped' | 'repeated' | 'lost-sign' | 'far'; readonly miles: number };

/** With fewer places than this there is no telling which of them is the wrong one. */
const FEWEST = 5;
/** So many times as far from the middle as half of the places are is far from all others… */
const TIMES_FAR = 8;
/** …but never less than this, since a district of one town has neighbours. */
const NEAR_MILES = 50;
/** If more than this share lies far away, places are spread out and none is wrong. */
const MOST_FAR = 0.2;
/** Degrees around 0, 0: a sea without land, and what sheets say where they do not know. */
const AROUND_ZERO = 0.01;

/**
 * Finds the places that lie far from all others: their coordinates are 0, swapped, repeated, without
 * their sign, or of somewhere else. The middle is the median, which a few wrong places do not move.
 *
 * @param places in degrees
 * @returns what each looks like; empty where nothing looks wrong
 */
export function farPlaces<P extends Place>(places: readonly P[]): ReadonlyMap<P, FarPlace> {
  const zeros = places.filter(isZero);
  const others = places.filter((place) => !isZero(place));
  const found = new Map<P, FarPlace>(zeros.map((place) => [place, { looks: 'zero' }]));
  if (others.length < FEWEST) return found;
  const middle = {
    latitude: median(others.map(({ latitude }) => latitude)),
    longitude: median(others.map(({ longitude }) => longitude)),
  };
  const distances = others.map((place) => milesBetween(middle, place));
  const limit = Math.max(NEAR_MILES, TIMES_FAR * median(distances));
  const isNear = (place: Place) => milesBetween(middle, place) <= limit;
  const far = others.flatMap((place, index) => {
    const miles = distances[index] ?? 0;
    return miles > limit ? [[place, { looks: looksOf(place, isNear), miles }] as const] : [];
  });
  if (far.length > others.length * MOST_FAR) return found;
  for (const [place, looks] of far) found.set(place, looks);
  return found;
}

function isZero({ latitude, longitude }: Place): boolean {
  return Math.abs(latitude) < AROUND_ZERO && Math.abs(longitude) < AROUND_ZERO;
}

function looksOf(place: Place, isNear: (place: Place) => boolean) {
  const { latitude, longitude } = place;
  if (latitude === longitude) return 'repeated';
  if (isNear({ latitude: longitude, longitude: latitude })) return 'swapped';
  const signs = [
    { latitude, longitude: -longitude },
    { latitude: -latitude, longitude },
    { latitude: -latitude, longitude: -longitude },
  ];
  return signs.some(isNear) ? 'lost-sign' : 'far';
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
