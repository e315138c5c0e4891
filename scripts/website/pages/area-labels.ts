import polylabel from 'polylabel';
import { type Frame, project } from '../../../site/shared/map/projection.ts';
import type { Ring, Shape } from '../../geography/shapes.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The name of an area, where it is farthest from the area's borders and from the dots. */
export interface AreaLabel {
  readonly x: number;
  readonly y: number;
  /** One or two, each with its distance from the one before, in heights of a letter. */
  readonly lines: readonly { readonly words: string; readonly down: number }[];
  /** How many CSS pixels a unit of the drawing must have, so that the name fits into its area. */
  readonly from: number;
  /** Whether that is more than a picture without controls has on a wide screen. */
  readonly isLater: boolean;
}

/** How many CSS pixels a unit of a drawing has on a wide screen. */
const WIDE_SCALE = 1.2;

/** Size of its letters, in CSS pixels; the same on a map of any size. */
const LETTER = { width: 6.6, height: 14 } as const;
/** Longer names take two lines, if they have two words. */
const LONGEST_LINE = 9;
/** How exactly the farthest place is looked for, in units of the drawing. */
const PRECISION = 0.5;

/** The corners of a name may reach so much further than what is empty around its middle. */
const REACH = 1.15;

/**
 * Where the names of areas are drawn; areas whose emptiest place is not on the drawing have none.
 *
 * @param dots which the names keep clear of
 */
export function areaLabels(
  areas: readonly Shape[],
  frame: Frame,
  dots: readonly Point[],
): readonly AreaLabel[] {
  return areas.flatMap((area) => {
    const spots = area.polygons.map((rings) => spotIn(rings, frame, dots));
    const [widest] = spots.sort((a, b) => b.room - a.room);
    if (!widest || widest.room <= 0 || !isOn(widest, frame)) return [];
    const lines = linesOf(area.name);
    const wide = Math.max(...lines.map((line) => line.length)) * LETTER.width;
    const half = Math.hypot(wide, lines.length * LETTER.height) / 2;
    const from = round(half / (widest.room * REACH));
    return [
      {
        x: round(widest.x),
        y: round(widest.y),
        lines: lines.map((words, index) => ({ words, down: downOf(index, lines.length) })),
        from,
        isLater: from > WIDE_SCALE,
      },
    ];
  });
}

/** How far to move a line of a label down, in ems, so that one or two lines are centered on a point. */
function downOf(index: number, of: number): number {
  if (index > 0) return 1.15;
  return of === 1 ? 0.35 : -0.22;
}

/** The point of a polygon that is farthest from its rings and from dots, and how far that is. */
function spotIn(rings: readonly Ring[], frame: Frame, dots: readonly Point[]) {
  const polygon = rings.map((ring) =>
    ring.map(([longitude, latitude]): [number, number] => {
      const [x, y] = project(frame, { longitude, latitude });
      return [x, y];
    }),
  );
  const [outer = []] = polygon;
  const [xs, ys] = [outer.map(([x]) => x), outer.map(([, y]) => y)];
  const [west, east, north, south] = [min(xs), max(xs), min(ys), max(ys)];
  // A dot is a hole of no size.
  const holes = dots
    .filter(({ x, y }) => x > west && x < east && y > north && y < south)
    .map(({ x, y }): [number, number][] => [
      [x, y],
      [x, y],
    ]);
  const spot = polylabel([...polygon, ...holes], PRECISION);
  return { x: spot[0], y: spot[1], room: spot.distance };
}

function min(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

function max(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
}

function isOn({ x, y }: Point, frame: Frame): boolean {
  return x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
}

/** Breaks a long name at the space that leaves the shortest lines. */
function linesOf(name: string): readonly string[] {
  if (name.length <= LONGEST_LINE) return [name];
  const longest = (at: number) => Math.max(at, name.length - at);
  const spaces = [...name.matchAll(/[\s-](?=\S)/g)].map(({ index }) => index + 1);
  const [at] = spaces.sort((a, b) => longest(a) - longest(b) || b - a);
  return at === undefined ? [name] : [name.slice(0, at).trim(), name.slice(at)];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
