import { Refusal } from '../../domain/refusal.ts';
import type { SnapshotRow } from '../../ledger/snapshot.ts';
import { dataAddresses } from '../../source/data-address.ts';
import { parseLocations } from '../../source/locations.ts';
import { readRegistrySource } from '../../source/read-registry-source.ts';
import { amount, type Noun } from '../../wording/reading-text.ts';
import { type LocationColumns, locationColumns } from './location-columns.ts';
import { type Bounds, boundsAround } from './map-bounds.ts';

const SECONDS = 30;
const EVERYWHERE: Bounds = { south: -90, west: -180, north: 90, east: 180 };

/** A file that says where places are, and what was made out of it. */
export interface LocationsFile {
  readonly address: string;
  /** undefined: they could not be made out. */
  readonly columns: LocationColumns | undefined;
  /** Around the places in it; undefined: no location is known. */
  readonly bounds: Bounds | undefined;
}

/** What is known of the places before their locations are read. */
export interface LocatedPlaces {
  readonly rows: readonly SnapshotRow[];
  readonly noun: Noun;
}

/**
 * Reads a locations file as a run would, once its columns are found out. If that fails, it is
 * reported, and its columns can be named in the settings later.
 *
 * @param pasted its address in any form that a browser shows
 */
export async function locationsFile(
  pasted: string,
  places: LocatedPlaces,
  allowHosts: readonly string[],
  say: (text: string) => void,
): Promise<LocationsFile> {
  const [address = pasted] = dataAddresses(pasted);
  const unread = (why: string): LocationsFile => {
    say(`${why} Name its columns under "locations.columns" in the settings.`);
    return { address, columns: undefined, bounds: undefined };
  };
  try {
    const reading = { seconds: SECONDS, allowHosts, guardPrivateAddresses: false };
    const text = await readRegistrySource(address, reading);
    const columns = await locationColumns(text, places.rows);
    if (!columns) return unread('No columns for names, latitudes and longitudes were found in it.');
    const { entries } = await parseLocations(text, columns, EVERYWHERE);
    const located = entries.filter(({ latitude }) => latitude !== null);
    say(
      `It has ${amount(entries.length, places.noun)}, ${located.length} of them with a location: ${columnsText(columns)}.`,
    );
    return { address, columns, bounds: boundsAround(located) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return unread(`Its locations could not be read: ${error.message}.`);
  }
}

function columnsText({ schoolId, name, latitude, longitude, enrollment }: LocationColumns): string {
  const id = schoolId === null ? [] : [`id “${schoolId}”`];
  const people = enrollment === null || enrollment === undefined ? [] : [`people “${enrollment}”`];
  return [...id, `name “${name}”`, `“${latitude}” and “${longitude}”`, ...people].join(', ');
}
