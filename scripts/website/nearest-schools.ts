import { EARTH_RADIUS_MILES, milesBetween, type Place } from '../../site/shared/miles-between.ts';
import type { SchoolId } from '../domain/school-id.ts';
import type { School } from '../ledger/model.ts';

const NEAREST = 5;
const MILES_PER_DEGREE = (EARTH_RADIUS_MILES * Math.PI) / 180;

/** A school with its distance as the crow flies, in miles. */
export interface Neighbour {
  readonly school: School;
  readonly miles: number;
}

interface SchoolPlace extends Place {
  readonly school: School;
}

/**
 * The five nearest schools of each school, nearest first; schools without a place are left out.
 * From each school it looks north and south only as far as the fifth nearest found so far, so that
 * ten times the schools do not take a hundred times as long.
 */
export function nearestSchools(
  schools: Iterable<School>,
): ReadonlyMap<SchoolId, readonly Neighbour[]> {
  const places = [...schools].flatMap((school): readonly SchoolPlace[] => {
    const { latitude, longitude } = school;
    return latitude === null || longitude === null ? [] : [{ school, latitude, longitude }];
  });
  places.sort((a, b) => a.latitude - b.latitude || (a.school.id < b.school.id ? -1 : 1));
  return new Map(places.map((place, index) => [place.school.id, nearestOf(places, index)]));
}

function nearestOf(places: readonly SchoolPlace[], index: number): readonly Neighbour[] {
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

function byDistance(a: Neighbour, b: Neighbour): number {
  return a.miles - b.miles || (a.school.id < b.school.id ? -1 : 1);
}
