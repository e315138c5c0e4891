import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { merge } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Finding } from '../domain/finding.ts';
import { refuseUsage } from '../domain/refusal.ts';
import { isAddress, MAP_FILES, type MapSource } from '../geography/map-files.ts';
import { readGeoJson } from '../geography/read-geojson.ts';
import type { NameRules } from '../geography/shape-names.ts';
import { type Ring, ringsOf, type Shape } from '../geography/shapes.ts';
import { readShapesText } from '../geography/shapes-file.ts';
import type { Settings } from '../settings/schema.ts';
import type { MapShapes } from './map-shapes.ts';

/**
 * Reads what the settings draw on the map: counties by their FIPS codes, GeoJSON files of the data
 * folder, and what `npm run schools` keeps there of an address.
 *
 * @param dir the data folder
 * @returns findings for what `npm run schools` has not read yet; it is not drawn
 * @throws Refusal (exit 2) for a code that is not a county's, and for a file that is missing or cannot be
 * read
 */
export async function readMapShapes(
  dir: string,
  { outline, land, areas }: Settings['map'],
): Promise<MapShapes & { readonly findings: readonly Finding[] }> {
  const findings: Finding[] = [];
  const shapesOf = async (source: MapSource, where: string, naming: NameRules | null) => {
    if (!isAddress(where)) return fromFile(dir, source, where, naming);
    const kept = await fromAddress(dir, source);
    if (kept === undefined) findings.push(notReadYet(source));
    return kept ?? [];
  };
  const border = typeof outline === 'string' ? await shapesOf('outline', outline, null) : [];
  const naming = areas && { key: areas.keys.name, better: areas.names };
  return {
    land: land === null ? [] : await fromCounties(land, 'land'),
    outline: Array.isArray(outline) ? await fromCounties(outline, 'outline') : ringsOf(border),
    areas: areas === null ? [] : await shapesOf('areas', areas.address, naming),
    findings,
  };
}

async function fromCounties(
  codes: readonly string[],
  key: 'outline' | 'land',
): Promise<readonly Ring[]> {
  const path = createRequire(import.meta.url).resolve('us-atlas/counties-10m.json');
  const atlas: Topology<{ counties: GeometryCollection }> = JSON.parse(
    await readFile(path, 'utf8'),
  );
  const counties = codes.map((code) => {
    const county = atlas.objects.counties.geometries.find(({ id }) => id === code);
    if (county?.type === 'Polygon' || county?.type === 'MultiPolygon') return county;
    throw refused(key, `names county ${code}, which is not the FIPS code of a county`, code);
  });
  return merge(atlas, counties)
    .coordinates.flat()
    .map((ring) => ring.map(([longitude = 0, latitude = 0]) => [longitude, latitude]));
}

async function fromFile(
  dir: string,
  source: MapSource,
  name: string,
  naming: NameRules | null,
): Promise<readonly Shape[]> {
  const text = await readFile(join(dir, name), 'utf8').catch(() => {
    throw refused(source, `names ${name}, which cannot be read`, name);
  });
  return readGeoJson(parseJson(text), {
    naming,
    refuse: (what) => refused(source, `names ${name}, which ${what}`, name),
  });
}

/** @returns undefined while there is no such file */
async function fromAddress(dir: string, source: MapSource): Promise<readonly Shape[] | undefined> {
  const { name } = MAP_FILES[source];
  const text = await readFile(join(dir, name), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const shapes = readShapesText(text);
  if (shapes) return shapes;
  throw refuseUsage(
    `map-${source}`,
    `data/${name} does not hold what \`npm run schools\` wrote`,
    'Nothing was built. Run `npm run schools` again, or take the file out.',
    { file: `data/${name}` },
  );
}

function notReadYet(source: MapSource): Finding {
  return {
    level: 'notice',
    code: 'map-not-read-yet',
    message: `The ${source} of the map was never read from its address, so the map is drawn without`,
    tip: `Run \`npm run schools\`, and commit data/${MAP_FILES[source].name}.`,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused(key: MapSource | 'land', what: string, value: string) {
  return refuseUsage(
    `map-${key}`,
    `data/district.json: map.${key} ${what}`,
    `Nothing was built. ${ADVICE[key]}`,
    { file: 'data/district.json', value },
  );
}

const ADVICE = {
  outline:
    'Name the address of a GeoJSON, a GeoJSON file of the data folder, FIPS codes such as ["17031"], or null for no outline.',
  land: 'Name FIPS codes such as ["17031"], or null for no land around the outline.',
  areas:
    'Name the address of a GeoJSON, or a GeoJSON file of the data folder, and the property with the names of areas.',
} as const;
