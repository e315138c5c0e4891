import { milesBetween, type Place } from '../shared/miles-between.ts';

/** A school whose place may be unknown. */
interface Placed {
  readonly id: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface Near<School> {
  readonly school: School;
  /** As the crow flies. */
  readonly miles: number;
}

/** The schools nearest to a place, nearest first; those without a known place are left out. */
export function nearestTo<School extends Placed>(
  place: Place,
  schools: readonly School[],
  count: number,
): readonly Near<School>[] {
  return schools
    .flatMap((school): Near<School>[] => {
      const { latitude, longitude } = school;
      if (latitude === null || longitude === null) return [];
      return [{ school, miles: milesBetween(place, { latitude, longitude }) }];
    })
    .sort((a, b) => a.miles - b.miles || (a.school.id < b.school.id ? -1 : 1))
    .slice(0, count);
}
