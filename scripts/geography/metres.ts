import type { Position } from './shapes.ts';

/** How long a degree is around a place, in metres; good enough over a city or a state. */
export interface DegreeLengths {
  readonly longitude: number;
  readonly latitude: number;
}

/** A degree of a great circle, of the earth taken as a ball. */
const METRES_A_DEGREE = 111_195;

/** @param positions that lie around the place */
export function degreeLengths(positions: readonly Position[]): DegreeLengths {
  const latitudes = positions.map(([, latitude]) => latitude);
  const [least, most] = latitudes.reduce(
    ([low, high], latitude) => [Math.min(low, latitude), Math.max(high, latitude)],
    [90, -90],
  );
  const middle = ((least + most) / 2) * (Math.PI / 180);
  return { longitude: METRES_A_DEGREE * Math.cos(middle), latitude: METRES_A_DEGREE };
}

/** @returns metres from a point to the line between two others */
export function metresToLine(
  point: Position,
  [from, to]: readonly [Position, Position],
  { longitude, latitude }: DegreeLengths,
): number {
  const flat = ([x, y]: Position) => [x * longitude, y * latitude] as const;
  const [[px, py], [ax, ay], [bx, by]] = [flat(point), flat(from), flat(to)];
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / length;
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(px - ax - share * dx, py - ay - share * dy);
}
