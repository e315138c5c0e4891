import type { SchoolId } from '../domain/school-id.ts';
import type { School } from '../ledger/model.ts';

const NEAREST = 5;
const EARTH_RADIUS_MILES = 3958.8;
const MILES_PER_DEGREE = (EARTH_RADIUS_MILES * Math.PI) / 180;

/** A school with its distance as the crow flies, in miles. */
export interface Neighbour {
  readonly school: School;
  readonly miles: number;
}

interface Place {
  readonly school: School;
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * The five nearest schools of each school, nearest first; schools without a place are left out.
 * Looks from each school to the north and south only as far as the fifth best is away, so that ten
 * times the schools do not take a hundred times as long.
 */
export function nearestSchools(
  schools: Iterable<School>,
): ReadonlyMap<SchoolId, readonly Neighbour[]> {
  const places = [...schools].flatMap((school): readonly Place[] => {
    const { latitude, longitude } = school;
    return latitude === null || longitude === null ? [] : [{ school, latitude, longitude }];
  });
  places.sort((a, b) => a.latitude - b.latitude || (a.school.id < b.school.id ? -1 : 1));
  return new Map(places.map((place, index) => [place.school.id, nearestOf(places, index)]));
}

function nearestOf(places: readonly Place[], index: number): readonly Neighbour[] {
  const own = places[index];
  if (!own) return [];
  let best: Neighbour[] = [];
  const reach = () => best[NEAREST - 1]?.miles ?? Number.POSITIVE_INFINITY;
  for (const step of [-1, 1]) {
    for (let at = index + step; ; at += step) {
      const other = places[at];
      if (!other || degreesApart(own, other) * MILES_PER_DEGREE > reach()) break;
      const miles = milesBetween(own, other);
      if (miles > reach()) continue;
      best = [...best, { school: other.school, miles }].sort(byDistance).slice(0, NEAREST);
    }
  }
  return best;
}

function degreesApart(a: Place, b: Place): number {
  return Math.abs(a.latitude - b.latitude);
}

/** Great-circle distance (haversine), in miles. */
function milesBetween(a: Place, b: Place): number {
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const half =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(half)));
}

function byDistance(a: Neighbour, b: Neighbour): number {
  return a.miles - b.miles || (a.school.id < b.school.id ? -1 : 1);
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
