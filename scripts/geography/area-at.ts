import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { Ring, Shape } from './shapes.ts';

/** Where a place is, in degrees. */
interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * Makes the question in which of these shapes a place lies. One on a border lies in the first of
 * the shapes that share it.
 *
 * @returns the shape's name; undefined: it lies in none
 */
export function areaFinder(shapes: readonly Shape[]): (place: Place) => string | undefined {
  const polygons = shapes.flatMap(({ name, polygons }) =>
    polygons.map((rings) => ({
      name,
      polygon: {
        type: 'Polygon' as const,
        bbox: boxOf(rings[0] ?? []),
        coordinates: rings.map((ring) => ring.map(([x, y]) => [x, y])),
      },
    })),
  );
  return ({ longitude, latitude }) =>
    polygons.find(({ polygon }) => booleanPointInPolygon([longitude, latitude], polygon))?.name;
}

function boxOf(ring: Ring): [west: number, south: number, east: number, north: number] {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [longitude, latitude] of ring) {
    [west, east] = [Math.min(west, longitude), Math.max(east, longitude)];
    [south, north] = [Math.min(south, latitude), Math.max(north, latitude)];
  }
  return [west, south, east, north];
}
