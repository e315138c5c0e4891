import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { z } from 'zod';
import type { Ring, Shape } from './shapes.ts';

/** Shapes whose common borders are one line (TopoJSON), so that no gap can open between them. */
export type ShapeTopology = Topology<{ readonly shapes: GeometryCollection<{ name: string }> }>;

const pair = z.tuple([z.number(), z.number()]);
const arcsOfPolygon = z.array(z.array(z.int()));
const properties = z.object({ name: z.string() });
const topologySchema = z.object({
  type: z.literal('Topology'),
  transform: z.object({ scale: pair, translate: pair }).optional(),
  objects: z.object({
    shapes: z.object({
      type: z.literal('GeometryCollection'),
      geometries: z.array(
        z.discriminatedUnion('type', [
          z.object({ type: z.literal('Polygon'), properties, arcs: arcsOfPolygon }),
          z.object({ type: z.literal('MultiPolygon'), properties, arcs: z.array(arcsOfPolygon) }),
        ]),
      ),
    }),
  }),
  arcs: z.array(z.array(pair).min(2)),
});

/** A value that may be a topology of shapes, as one; undefined: it is not a topology. */
export function asTopology(value: unknown): ShapeTopology | undefined {
  const parsed = topologySchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { arcs, objects } = parsed.data;
  const used = objects.shapes.geometries.flatMap((one) => one.arcs.flat(3));
  return used.every((arc) => (arc < 0 ? ~arc : arc) < arcs.length) ? parsed.data : undefined;
}

/** The text of a file that keeps shapes, a line for each shape and each border between two. */
export function shapesText({ objects, arcs, transform }: ShapeTopology): string {
  const geometries = objects.shapes.geometries.map(({ type, properties, ...rest }) =>
    JSON.stringify({ type, properties, arcs: 'arcs' in rest ? rest.arcs : [] }),
  );
  const lines = arcs.map((arc) => JSON.stringify(arc));
  return [
    `{"type":"Topology","transform":${JSON.stringify(transform)},`,
    '"objects":{"shapes":{"type":"GeometryCollection","geometries":[',
    geometries.join(',\n'),
    ']}},"arcs":[',
    lines.join(',\n'),
    ']}\n',
  ].join('\n');
}

/**
 * Reads what `shapesText` wrote.
 *
 * @returns undefined for any other text
 */
export function readShapesText(text: string): readonly Shape[] | undefined {
  const topology = asTopology(parseJson(text));
  return topology && shapesOf(topology);
}

/** The shapes of a topology, in degrees. */
export function shapesOf(topology: ShapeTopology): readonly Shape[] {
  return feature(topology, topology.objects.shapes).features.flatMap(({ geometry, properties }) => {
    if (geometry.type === 'Polygon') {
      return { name: properties.name, polygons: [geometry.coordinates.map(ringOf)] };
    }
    if (geometry.type !== 'MultiPolygon') return [];
    return {
      name: properties.name,
      polygons: geometry.coordinates.map((polygon) => polygon.map(ringOf)),
    };
  });
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
