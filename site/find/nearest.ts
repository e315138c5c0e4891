import { milesBetween, type Place } from '../shared/miles-between.ts';

/** What is needed to locate a school; null is unknown. */
interface SchoolLocation {
  readonly id: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** A school with its distance from a place. */
export interface NearbySchool<School> {
  readonly school: School;
  /** In a straight line. */
  readonly miles: number;
}

/**
 * The schools nearest to a place, nearest first; schools whose location is unknown are left out.
 *
 * @param count the largest number of schools to return
 */
export function nearestTo<School extends SchoolLocation>(
  place: Place,
  schools: readonly School[],
  count: number,
): readonly NearbySchool<School>[] {
  return schools
    .flatMap((school): NearbySchool<School>[] => {
      const { latitude, longitude } = school;
      if (latitude === null || longitude === null) return [];
      return [{ school, miles: milesBetween(place, { latitude, longitude }) }];
    })
    .sort((a, b) => a.miles - b.miles || (a.school.id < b.school.id ? -1 : 1))
    .slice(0, count);
}
