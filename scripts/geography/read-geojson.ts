import { z } from 'zod';
import type { Refusal } from '../domain/refusal.ts';
import { type NameRules, namesOf } from './shape-names.ts';
import type { Position, Ring, Shape } from './shapes.ts';

/** More shapes than this are no areas that a map could name. */
export const MOST_SHAPES = 500;

/** How a document is read, and what becomes of one that cannot be. */
export interface GeoJsonRules {
  /** How shapes are named; null: they need no names. */
  readonly naming: NameRules | null;
  /** @param what continues a sentence that begins with the document, such as `has no features` */
  readonly refuse: (what: string) => Refusal;
}

const position = z.tuple([z.number(), z.number()], z.number());
const rings = z.array(z.array(position)).min(1);
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: rings }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(rings).min(1) }),
]);
const record = z.record(z.string(), z.unknown());
const crsName = z.object({ properties: z.object({ name: z.string() }) });

/** WGS 84 by its names, and NAD 83, which lies within two metres of it. */
const DEGREES = /(^|[:/])(CRS84|CRS:84|4326|4269)$/i;

/**
 * The shapes of a GeoJSON document (RFC 7946): a collection of features, one feature, or a geometry.
 * Heights are dropped; the direction of rings is of no matter, and an open ring is closed.
 *
 * @param document parsed JSON
 * @throws Refusal of `rules.refuse`, for a document that is no GeoJSON in degrees, or holds a feature
 * that is no polygon or has no name of its own
 */
export function readGeoJson(document: unknown, { naming, refuse }: GeoJsonRules): readonly Shape[] {
  const features = featuresOf(document, refuse);
  if (features.length === 0) throw refuse('has no features');
  if (features.length > MOST_SHAPES) {
    throw refuse(`has ${features.length} features; a map can show ${MOST_SHAPES}`);
  }
  const polygons = features.map((feature, index) =>
    polygonsOf(feature, `feature ${index + 1}`, refuse),
  );
  const properties = features.map((feature) => record.safeParse(feature.properties).data ?? {});
  const names = naming === null ? [] : namesOf(properties, naming, refuse);
  return polygons.map((shape, index) => ({ name: names[index] ?? '', polygons: shape }));
}

type Feature = Readonly<Record<string, unknown>>;

function featuresOf(document: unknown, refuse: GeoJsonRules['refuse']): readonly Feature[] {
  const parsed = record.safeParse(document);
  if (!parsed.success) throw refuse('is not GeoJSON: it is no object');
  const { type, crs, features } = parsed.data;
  refuseOtherCoordinates(crs, refuse);
  if (type === 'FeatureCollection' && Array.isArray(features)) {
    return features.map((feature, index) => {
      const one = record.safeParse(feature);
      if (one.success && one.data.type === 'Feature') return one.data;
      throw refuse(`is not GeoJSON: entry ${index + 1} of its features is no feature`);
    });
  }
  if (type === 'Feature') return [parsed.data];
  if (type === 'Polygon' || type === 'MultiPolygon') return [{ geometry: parsed.data }];
  const keys = Object.keys(parsed.data).slice(0, KEYS_SHOWN).map(quoted).join(', ');
  const said =
    typeof type === 'string' ? `its type is ${quoted(type)}` : `it has ${keys || 'nothing'}`;
  throw refuse(`is not GeoJSON with polygons: ${said}`);
}

const KEYS_SHOWN = 12;

/** GeoJSON is in degrees; an older version of it could name other coordinates. */
function refuseOtherCoordinates(crs: unknown, refuse: GeoJsonRules['refuse']): void {
  if (crs === undefined || crs === null) return;
  const name = crsName.safeParse(crs).data?.properties.name;
  if (name !== undefined && DEGREES.test(name)) return;
  throw refuse(`is in the coordinates ${quoted(name ?? JSON.stringify(crs))}, ${WANTED}`);
}

const WANTED = 'not in degrees of longitude and latitude (WGS 84, EPSG:4326)';

function polygonsOf(
  feature: Feature,
  called: string,
  refuse: GeoJsonRules['refuse'],
): Shape['polygons'] {
  const given = record.safeParse(feature.geometry);
  if (!given.success) throw refuse(`has no geometry in ${called}`);
  const parsed = geometry.safeParse(given.data);
  if (!parsed.success) {
    const { type } = given.data;
    if (type !== 'Polygon' && type !== 'MultiPolygon') {
      throw refuse(`holds a ${quoted(String(type))} in ${called}, not a polygon`);
    }
    const at = parsed.error.issues[0]?.path.join('.') ?? '';
    throw refuse(`holds a polygon in ${called} that cannot be read at ${at}`);
  }
  const { data } = parsed;
  const polygons = data.type === 'Polygon' ? [data.coordinates] : data.coordinates;
  return polygons.map((polygon) => polygon.map((ring) => ringOf(ring, called, refuse)));
}

function ringOf(
  points: readonly (readonly number[])[],
  called: string,
  refuse: GeoJsonRules['refuse'],
): Ring {
  const ring = points.map(([longitude = 0, latitude = 0]): Position => [longitude, latitude]);
  const wrong = ring.find(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 90);
  if (wrong) throw refuse(`holds the point ${wrong.join(', ')} in ${called}: it is ${WANTED}`);
  const [first, last] = [ring[0], ring.at(-1)];
  const isOpen = first && last && (first[0] !== last[0] || first[1] !== last[1]);
  const closed = isOpen ? [...ring, first] : ring;
  if (new Set(ring.map(String)).size >= 3) return closed;
  throw refuse(`holds a ring in ${called} that has fewer than three points`);
}

function quoted(text: string): string {
  return `"${text.slice(0, 60)}"`;
}
