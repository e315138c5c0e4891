import { isInside } from '../../site/shared/map/projection.ts';
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

export function whatIsKnown(ledger: Pick<Ledger, 'schools'>, settings: Settings): Known {
  const places = [...ledger.schools.values()];
  const { locations, vaccination, map, schoolYears, sessions } = settings;
  return {
    map: places.some(
      ({ latitude, longitude }) =>
        latitude !== null && longitude !== null && isInside({ latitude, longitude }, map.bounds),
    ),
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
