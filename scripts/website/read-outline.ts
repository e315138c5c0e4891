import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { merge } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { z } from 'zod';
import { refuseUsage } from '../domain/refusal.ts';
import type { Settings } from '../settings/schema.ts';
import type { Ring } from './site-data.ts';

const position = z.tuple([z.number(), z.number()], z.number());
const polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)) });
const multiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(position))),
});
const geometry = z.discriminatedUnion('type', [polygon, multiPolygon]);
const feature = z.object({ type: z.literal('Feature'), geometry });
const collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(feature).min(1),
});
const geoJson = z.union([geometry, feature, collection]);

/**
 * The district's outline as the settings name it: counties by their FIPS codes, or a GeoJSON file.
 *
 * @param dir the data folder, where a file is looked for
 * @returns its rings; empty where the settings name no outline
 * @throws Refusal (exit 2) for a code that is not a county's, and for a file that is missing or holds no
 * polygons
 */
export async function readOutline(
  dir: string,
  outline: Settings['map']['outline'],
): Promise<readonly Ring[]> {
  if (outline === null) return [];
  return typeof outline === 'string' ? fromFile(dir, outline) : fromCounties(outline);
}

async function fromCounties(codes: readonly string[]): Promise<readonly Ring[]> {
  const path = createRequire(import.meta.url).resolve('us-atlas/counties-10m.json');
  const atlas: Topology<{ counties: GeometryCollection }> = JSON.parse(
    await readFile(path, 'utf8'),
  );
  const counties = codes.map((code) => {
    const county = atlas.objects.counties.geometries.find(({ id }) => id === code);
    if (county?.type === 'Polygon' || county?.type === 'MultiPolygon') return county;
    throw refused(`names county ${code}, which is not the FIPS code of a county`, code);
  });
  return merge(atlas, counties).coordinates.flat().map(ringOf);
}

async function fromFile(dir: string, name: string): Promise<readonly Ring[]> {
  const text = await readFile(join(dir, name), 'utf8').catch(() => {
    throw refused(`names ${name}, which cannot be read`, name);
  });
  const parsed = geoJson.safeParse(parseJson(text));
  if (!parsed.success) throw refused(`names ${name}, which is not GeoJSON with polygons`, name);
  return ringsOf(parsed.data);
}

function ringsOf(shape: z.output<typeof geoJson>): readonly Ring[] {
  if (shape.type === 'FeatureCollection') return shape.features.flatMap(ringsOf);
  if (shape.type === 'Feature') return ringsOf(shape.geometry);
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  return polygons.flat().map(ringOf);
}

function ringOf(positions: readonly (readonly number[])[]): Ring {
  return positions.map(([longitude = 0, latitude = 0]) => [longitude, latitude]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused(what: string, value: string) {
  return refuseUsage(
    'map-outline',
    `data/district.json: map.outline ${what}`,
    'Nothing was built. Name FIPS codes such as ["17031"], a GeoJSON file of the data folder, or null for no outline.',
    { file: 'data/district.json', value },
  );
}
