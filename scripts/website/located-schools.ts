import { type Bounds, isInside, type Place } from '../../site/shared/map/projection.ts';
import { type FarPlace, farPlaces, farWords } from '../domain/far-places.ts';
import type { Finding } from '../domain/finding.ts';
import type { SchoolId } from '../domain/school-id.ts';
import type { Ledger, School } from '../ledger/model.ts';

type Schools = Ledger['schools'];

/** The schools that a map can show: those with a place within its bounds, and not far from all others. */
export function locatedSchools(schools: Schools, bounds: Bounds): ReadonlySet<SchoolId> {
  const placed = placedSchools(schools);
  const far = farPlaces(placed);
  return new Set(
    placed
      .filter((place) => isInside(place, bounds) && !far.has(place))
      .map(({ school }) => school.id),
  );
}

/** What is odd about places in `schools.csv`: it may have been written by hand, or imported. */
export function oddPlaces(schools: Schools): readonly Finding[] {
  return [...farPlaces(placedSchools(schools))].map(([place, far]) => finding(place, far));
}

interface PlacedSchool extends Place {
  readonly school: School;
  /** Of the file, the header being the first. */
  readonly line: number;
}

function placedSchools(schools: Schools): readonly PlacedSchool[] {
  return [...schools.values()].flatMap((school, index) => {
    const { latitude, longitude } = school;
    return latitude === null || longitude === null
      ? []
      : [{ school, line: index + 2, latitude, longitude }];
  });
}

function finding({ school, line, latitude, longitude }: PlacedSchool, far: FarPlace): Finding {
  const found = `${latitude}, ${longitude}`;
  return {
    level: 'warning',
    code: 'location-far',
    file: 'data/schools.csv',
    line,
    found,
    message: `The location of ${school.name} (${school.id}), ${found}, ${farWords(far)}; the map is drawn without it`,
    tip: 'Correct its latitude and longitude in data/schools.csv, or leave both blank.',
  };
}
