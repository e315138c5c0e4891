import { merge, mesh } from 'topojson-client';
import { topology as topologyOf } from 'topojson-server';
import type { Position, Shape } from './shapes.ts';
import { asTopology, type ShapeTopology } from './shapes-file.ts';

/** Decimals of a degree, a centimetre: neighbours publish their border with that little difference. */
const DECIMALS = 7;

/** A topology without shapes. */
export const NOTHING: ShapeTopology = {
  type: 'Topology',
  objects: { shapes: { type: 'GeometryCollection', geometries: [] } },
  arcs: [],
};

/** Makes one line of each border that two shapes share. */
export function joinShapes(shapes: readonly Shape[]): ShapeTopology {
  const features = shapes.map(({ name, polygons }) => ({
    type: 'Feature' as const,
    properties: { name },
    geometry: {
      type: 'MultiPolygon' as const,
      coordinates: polygons.map((polygon) => polygon.map((ring) => ring.map(rounded))),
    },
  }));
  const collection = { type: 'FeatureCollection' as const, features };
  return asTopology(topologyOf({ shapes: collection })) ?? NOTHING;
}

/** The lines between neighbours, each once. */
export function linesBetween(topology: ShapeTopology): readonly (readonly Position[])[] {
  const { coordinates } = mesh(topology, topology.objects.shapes, (a, b) => a !== b);
  return coordinates.map((line) => line.map(positionOf));
}

/** All of them as one, without the lines between them. */
export function unionOf(topology: ShapeTopology): Shape {
  const polygons = topology.objects.shapes.geometries.flatMap((shape) =>
    shape.type === 'Polygon' || shape.type === 'MultiPolygon' ? [shape] : [],
  );
  const { coordinates } = merge(topology, polygons);
  return {
    name: '',
    polygons: coordinates.map((rings) => rings.map((ring) => ring.map(positionOf))),
  };
}

function rounded([x, y]: Position): [number, number] {
  return [Number(x.toFixed(DECIMALS)), Number(y.toFixed(DECIMALS))];
}

function positionOf([longitude = 0, latitude = 0]: readonly number[]): Position {
  return [longitude, latitude];
}
