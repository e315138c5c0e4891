import { Refusal, refuseSource } from '../domain/refusal.ts';
import type { MapSource } from '../geography/map-files.ts';
import { isAddress } from '../geography/map-files.ts';
import type { Shape } from '../geography/shapes.ts';
import type { Settings } from '../settings/schema.ts';
import type { RegistryReading } from '../source/read-registry-source.ts';

/** What the map's addresses showed: shapes in full detail, or why they were refused. */
export type MapAnswer =
  | { readonly kind: 'shapes'; readonly source: MapSource; readonly shapes: readonly Shape[] }
  | { readonly kind: 'refused'; readonly source: MapSource; readonly refusal: Refusal };

/** How the map's addresses are read. */
export interface MapQuestion extends RegistryReading {
  /** An address or file to read instead of the settings' outline. */
  readonly outline?: string | undefined;
  /** An address or file to read instead of the settings' areas. */
  readonly areas?: string | undefined;
}

/** Those parts of the map that the settings give an address for, with it. */
export function mapAddresses({ map }: Pick<Settings, 'map'>): ReadonlyMap<MapSource, string> {
  const { outline, areas } = map;
  const addresses: (readonly [MapSource, string])[] = [];
  if (typeof outline === 'string' && isAddress(outline)) addresses.push(['outline', outline]);
  if (areas !== null && isAddress(areas.address)) addresses.push(['areas', areas.address]);
  return new Map(addresses);
}

/**
 * Reads the map's addresses, all at once.
 *
 * @returns one answer per address; one that could not be read gives an answer of kind `refused`
 */
export function askMap(settings: Settings, question: MapQuestion): Promise<readonly MapAnswer[]> {
  const asked = [...mapAddresses(settings)].map(async ([source, own]): Promise<MapAnswer> => {
    try {
      const shapes = await shapesAt(question[source] ?? own, source, settings, question);
      return { kind: 'shapes', source, shapes };
    } catch (error) {
      if (error instanceof Refusal) return { kind: 'refused', source, refusal: error };
      throw error;
    }
  });
  return Promise.all(asked);
}

async function shapesAt(
  address: string,
  source: MapSource,
  { map }: Settings,
  reading: RegistryReading,
): Promise<readonly Shape[]> {
  const { readRegistrySource } = await import('../source/read-registry-source.ts');
  const { parseJson } = await import('../source/parse-json.ts');
  const { readGeoJson } = await import('../geography/read-geojson.ts');
  const document = parseJson(await readRegistrySource(address, reading));
  const { areas } = map;
  const isNamed = source === 'areas' && areas !== null;
  return readGeoJson(document, {
    naming: isNamed ? { key: areas.keys.name, better: areas.names } : null,
    refuse: (what) => refuseShapes(source, what),
  });
}

/** A refusal of what an address of the map shows. @param what continues “The GeoJSON …” */
export function refuseShapes(source: MapSource, what: string): Refusal {
  return refuseSource(
    `map-${source}`,
    `The GeoJSON ${what}`,
    `Put the address of a GeoJSON of polygons in degrees into "map.${source}" of data/district.json${
      source === 'areas' ? ', and the property with their names into "map.areas.keys.name"' : ''
    }.`,
  );
}
