/** A point of a drawing, in its units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The size of a drawing, in its units. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is seen of a drawing: its middle, and how many times larger than in the whole drawing. */
export interface Camera extends Point {
  readonly zoom: number;
}

/** Sees the whole drawing. */
export function wholeOf({ width, height }: Size): Camera {
  return { x: width / 2, y: height / 2, zoom: 1 };
}

/**
 * The nearest camera that shows nothing beyond the drawing, and nothing larger than allowed.
 *
 * @param most the largest zoom, at least 1
 */
export function within({ x, y, zoom }: Camera, { width, height }: Size, most: number): Camera {
  const kept = clamp(zoom, 1, most);
  const [halfWidth, halfHeight] = [width / 2 / kept, height / 2 / kept];
  return {
    x: clamp(x, halfWidth, width - halfWidth),
    y: clamp(y, halfHeight, height - halfHeight),
    zoom: kept,
  };
}

/** Sees everything so many times larger, while a point stays where it is seen. */
export function zoomedAt(camera: Camera, factor: number, about: Point): Camera {
  return {
    x: about.x + (camera.x - about.x) / factor,
    y: about.y + (camera.y - about.y) / factor,
    zoom: camera.zoom * factor,
  };
}

/** On the way from one camera to another; the zoom grows by the same factor in the same time. */
export function between(from: Camera, to: Camera, share: number): Camera {
  const mix = (a: number, b: number) => a + (b - a) * share;
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    zoom: from.zoom * (to.zoom / from.zoom) ** share,
  };
}

/** What a camera sees, as the `viewBox` of an SVG whose box has the sides of the drawing. */
export function viewBoxOf({ x, y, zoom }: Camera, { width, height }: Size): string {
  const [seenWidth, seenHeight] = [width / zoom, height / zoom];
  return [x - seenWidth / 2, y - seenHeight / 2, seenWidth, seenHeight]
    .map((value) => Math.round(value * 1000) / 1000)
    .join(' ');
}

/** How wide the world is on level 0 of a map of tiles, in pixels. */
const WORLD = 256;
const DEGREES = 360;

/**
 * The zoom level that maps of tiles have at this size.
 *
 * @param pixels that a unit of the drawing has
 * @param scale units of the drawing per degree of longitude
 */
export function levelOf(pixels: number, scale: number): number {
  return Math.log2((pixels * scale * DEGREES) / WORLD);
}

/** The inverse of `levelOf`: how many pixels a unit has on a level. */
export function pixelsAt(level: number, scale: number): number {
  return (2 ** level * WORLD) / (scale * DEGREES);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
