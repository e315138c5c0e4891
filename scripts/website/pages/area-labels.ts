import polylabel from 'polylabel';
import { type Frame, project } from '../../../site/shared/map/projection.ts';
import type { Ring, Shape } from '../../geography/shapes.ts';

/** The name of an area, where it is farthest from the area's borders. */
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

/** Where the names of areas are drawn; areas whose middle is not on the drawing have none. */
export function areaLabels(areas: readonly Shape[], frame: Frame): readonly AreaLabel[] {
  return areas.flatMap((area) => {
    const spots = area.polygons.map((rings) => spotIn(rings, frame));
    const [widest] = spots.sort((a, b) => b.room - a.room);
    if (!widest || widest.room <= 0 || !isOn(widest, frame)) return [];
    const lines = linesOf(area.name);
    const wide = Math.max(...lines.map((line) => line.length)) * LETTER.width;
    const half = Math.hypot(wide, lines.length * LETTER.height) / 2;
    const from = round(half / widest.room);
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

/** Centres one or two lines on a point, at which the first one's letters would else stand. */
function downOf(index: number, of: number): number {
  if (index > 0) return 1.15;
  return of === 1 ? 0.35 : -0.22;
}

/** The point of a polygon that is farthest from its rings, and how far that is. */
function spotIn(rings: readonly Ring[], frame: Frame) {
  const polygon = rings.map((ring) =>
    ring.map(([longitude, latitude]): [number, number] => {
      const [x, y] = project(frame, { longitude, latitude });
      return [x, y];
    }),
  );
  const spot = polylabel(polygon, PRECISION);
  return { x: spot[0], y: spot[1], room: spot.distance };
}

function isOn({ x, y }: { readonly x: number; readonly y: number }, frame: Frame): boolean {
  return x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
}

/** Breaks a long name at the space nearest to its middle. */
function linesOf(name: string): readonly string[] {
  if (name.length <= LONGEST_LINE) return [name];
  const spaces = [...name.matchAll(/[\s-](?=\S)/g)].map(({ index }) => index + 1);
  const [at] = spaces.sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2));
  return at === undefined ? [name] : [name.slice(0, at).trim(), name.slice(at)];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
