import type { SchoolId } from '../domain/school-id.ts';
import type { Ledger } from '../ledger/model.ts';
import type { Settings } from '../settings/schema.ts';

/**
 * What a site has figures or words for. A column or a field that would be empty for every place is not
 * drawn; where a source is configured, a place without a figure is said to be unknown.
 */
export interface Known {
  /** Where at least one place is. */
  readonly map: boolean;
  /** How many people there are, and so rates. */
  readonly people: boolean;
  readonly vaccination: boolean;
  /** When years begin from which figures are summed. */
  readonly years: boolean;
  /** When school is in session. */
  readonly sessions: boolean;
}

/** @param located the schools that are on the map */
export function whatIsKnown(
  ledger: Pick<Ledger, 'schools'>,
  settings: Settings,
  located: ReadonlySet<SchoolId>,
): Known {
  const places = [...ledger.schools.values()];
  const { locations, vaccination, schoolYears, sessions } = settings;
  return {
    map: located.size > 0,
    people:
      places.some(({ enrollment }) => enrollment !== null) ||
      Boolean(locations?.columns.enrollment ?? vaccination?.keys.enrollment),
    // Pages of schools have always said that nothing is known of vaccination.
    vaccination:
      settings.places === null ||
      vaccination !== null ||
      places.some((place) => place.vaccinatedOneDose !== null || place.vaccinatedComplete !== null),
    years: schoolYears.length > 0,
    sessions: sessions.length > 0,
  };
}
