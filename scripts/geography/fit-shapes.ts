import { quantize } from 'topojson-client';
import {
  filter,
  filterWeight,
  planarRingArea,
  planarTriangleArea,
  presimplify,
  simplify,
} from 'topojson-simplify';
import { joinShapes, NOTHING } from './join-shapes.ts';
import { type DegreeLengths, degreeLengths, metresToLine } from './metres.ts';
import { type Position, ringsOf, type Shape } from './shapes.ts';
import { type ShapeTopology, shapesText } from './shapes-file.ts';

/** Shapes as the text of a file, and what it cost to make them fit. */
export type FittedShapes =
  | {
      readonly kind: 'fits';
      readonly text: string;
      /** How many points are left, of how many; a border between two shapes counts once. */
      readonly points: number;
      readonly pointsBefore: number;
      /** How far at most a point that was left out lies from the new line. */
      readonly metresOff: number;
    }
  | {
      readonly kind: 'too-large';
      /** The size below which a shape would vanish. */
      readonly bytes: number;
    };

/** Steps of the grid on which points lie, over each side: a metre in a large city. */
const GRID = 50_000;

/**
 * Simplifies shapes until their file has at most so many bytes (Visvalingam and Whyatt, 1993). A
 * border that two shapes share stays one line, so no gap opens between them. Islands may vanish; a
 * shape never does.
 *
 * @param shapes at least one
 */
export function fitShapes(shapes: readonly Shape[], bytes: number): FittedShapes {
  const lengths = degreeLengths(ringsOf(shapes).flat());
  const whole = presimplify(
    joinShapes(shapes),
    (triangle) => planarTriangleArea(triangle) * lengths.longitude * lengths.latitude,
  );
  const borders = whole.arcs.map((arc) => arc.map(pointOf));
  const weights = [0, ...weightsOf(borders)];
  const at = (weight: number) => simplified(whole, weight);
  const isSmall = (weight: number) => sizeOf(at(weight)) <= bytes;
  const losesOne = (weight: number) => shapesIn(at(weight)) < shapes.length;
  const weight = firstOf(weights, isSmall);
  if (weight === undefined || losesOne(weight)) {
    const last = weights[weights.indexOf(firstOf(weights, losesOne) ?? 0) - 1];
    return { kind: 'too-large', bytes: sizeOf(at(last ?? weights.at(-1) ?? 0)) };
  }
  const kept = at(weight);
  return {
    kind: 'fits',
    text: shapesText(kept),
    points: kept.arcs.flat().length,
    pointsBefore: borders.flat().length,
    metresOff: Math.max(0, ...borders.map((border) => farthestOff(border, weight, lengths))),
  };
}

/** A point, and the area in square metres that the line changes by when it is left out. */
interface WeighedPoint {
  readonly at: Position;
  readonly weight: number;
}

function pointOf([x = 0, y = 0, weight = 0]: readonly number[]): WeighedPoint {
  return { at: [x, y], weight };
}

/** Every weight of a point that can be left out, ascending. */
function weightsOf(borders: readonly (readonly WeighedPoint[])[]): readonly number[] {
  const weights = new Set(borders.flat().map(({ weight }) => weight));
  return [...weights]
    .filter((weight) => weight > 0 && Number.isFinite(weight))
    .sort((a, b) => a - b);
}

/** The topology with the points of at least this weight, and without the rings that are left flat. */
function simplified(whole: ShapeTopology, weight: number): ShapeTopology {
  const gridded = quantize(simplify(whole, weight), GRID);
  const [x = 0, y = 0] = gridded.transform?.scale ?? [];
  // No ring on the grid that goes around anything goes around less than half of a cell.
  const solid = filter(gridded, filterWeight(gridded, (x * y) / 4, planarRingArea));
  const { shapes } = solid.objects;
  return shapes.type === 'GeometryCollection' ? { ...solid, objects: { shapes } } : NOTHING;
}

function sizeOf(topology: ShapeTopology): number {
  return Buffer.byteLength(shapesText(topology));
}

function shapesIn({ objects }: ShapeTopology): number {
  return objects.shapes.geometries.length;
}

/** The first of the sorted values that passes, where all after one that passes do; undefined: none. */
function firstOf(
  values: readonly number[],
  passes: (value: number) => boolean,
): number | undefined {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const value = values[middle];
    if (value !== undefined && passes(value)) high = middle;
    else low = middle + 1;
  }
  return values[low];
}

function farthestOff(
  border: readonly WeighedPoint[],
  weight: number,
  lengths: DegreeLengths,
): number {
  let farthest = 0;
  let from = 0;
  border.forEach((end, to) => {
    if (end.weight < weight) return;
    const line = [border[from]?.at ?? end.at, end.at] as const;
    for (const { at } of border.slice(from + 1, to)) {
      farthest = Math.max(farthest, metresToLine(at, line, lengths));
    }
    from = to;
  });
  return farthest;
}
