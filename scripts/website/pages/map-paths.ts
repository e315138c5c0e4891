import { type Frame, project } from '../../../site/shared/map/projection.ts';
import type { Position, Ring } from '../../geography/shapes.ts';

type Point = readonly [x: number, y: number];

/** How far a simplified line may be from the true one, in units of the drawing. */
const TOLERANCE = 0.6;

/**
 * Rings as the `d` of one SVG path (fill rule: even-odd). It reaches one frame beyond each edge,
 * because a drawing may be shown in a wider box than its own.
 *
 * @param tolerance how far a line may be from the true one, in units of the drawing
 * @returns empty where nothing of it is near the frame
 */
export function outlinePath(rings: readonly Ring[], frame: Frame, tolerance = TOLERANCE): string {
  return rings
    .map((ring) => clip(simplify(projected(ring, frame), tolerance), frame))
    .filter((points) => points.length > 2)
    .map((points) => `${pathOf(points)}Z`)
    .join('');
}

/** Lines as the `d` of one SVG path, as `outlinePath` does it for rings; lines far away are left out. */
export function linesPath(
  lines: readonly (readonly Position[])[],
  frame: Frame,
  tolerance = TOLERANCE,
): string {
  return lines
    .map((line) => projected(line, frame))
    .filter((points) => points.some((point) => isNear(point, frame)))
    .map((points) => pathOf(simplify(points, tolerance)))
    .join('');
}

function projected(line: readonly Position[], frame: Frame): readonly Point[] {
  return line.map(([longitude, latitude]) => project(frame, { longitude, latitude }));
}

function isNear([x, y]: Point, { width, height }: Frame): boolean {
  return x >= -width && x <= 2 * width && y >= -height && y <= 2 * height;
}

function pathOf(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${round(x)},${round(y)}`).join('L')}`;
}

/** Leaves out points that hardly bend the line (Douglas and Peucker, 1973). */
function simplify(points: readonly Point[], tolerance: number): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 3) return points;
  let farthest = 0;
  let index = 0;
  points.forEach((point, at) => {
    const distance = distanceToSegment(point, first, last);
    if (distance > farthest) [farthest, index] = [distance, at];
  });
  if (farthest <= tolerance) return [first, last];
  const [before, after] = [points.slice(0, index + 1), points.slice(index)];
  return [...simplify(before, tolerance), ...simplify(after, tolerance).slice(1)];
}

function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length;
  const at = Math.max(0, Math.min(1, along));
  return Math.hypot(x - ax - at * dx, y - ay - at * dy);
}

/** Cuts a polygon at each side of the box in turn (Sutherland and Hodgman, 1974). */
function clip(points: readonly Point[], { width, height }: Frame): readonly Point[] {
  const sides = [
    { axis: 0, limit: -width, sign: 1 },
    { axis: 0, limit: 2 * width, sign: -1 },
    { axis: 1, limit: -height, sign: 1 },
    { axis: 1, limit: 2 * height, sign: -1 },
  ] as const;
  let kept = points;
  for (const { axis, limit, sign } of sides) {
    const depth = (point: Point) => (point[axis] - limit) * sign;
    kept = kept.flatMap((point, index) => {
      const before = kept.at(index - 1) ?? point;
      const [from, to] = [depth(before), depth(point)];
      const crossing = from < 0 === to < 0 ? [] : [between(before, point, from / (from - to))];
      return to < 0 ? crossing : [...crossing, point];
    });
  }
  return kept;
}

function between([ax, ay]: Point, [bx, by]: Point, share: number): Point {
  return [ax + (bx - ax) * share, ay + (by - ay) * share];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
