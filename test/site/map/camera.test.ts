import { describe, expect, it } from 'vitest';
import {
  between,
  type Camera,
  levelOf,
  pixelsAt,
  viewBoxOf,
  wholeOf,
  within,
  zoomedAt,
} from '../../../site/map/camera.ts';

const size = { width: 400, height: 200 };
const whole = wholeOf(size);
/** Where a point is seen, from the middle, in units of the whole drawing. */
const seenAt = ({ x, y, zoom }: Camera, point: { x: number; y: number }) => [
  (point.x - x) * zoom,
  (point.y - y) * zoom,
];

describe('the camera of a map', () => {
  it('sees the whole drawing at first', () => {
    expect(viewBoxOf(whole, size)).toBe('0 0 400 200');
    expect(viewBoxOf({ x: 300, y: 50, zoom: 4 }, size)).toBe('250 25 100 50');
  });

  it.each([
    ['a corner', { x: 0, y: 0 }],
    ['the middle', { x: 200, y: 100 }],
    ['any place', { x: 310, y: 20 }],
  ])('keeps %s where it is seen while it zooms', (_, about) => {
    const camera = { x: 260, y: 80, zoom: 1.7 };
    for (const factor of [2, 0.5, 1.1]) {
      const zoomed = zoomedAt(camera, factor, about);
      expect(zoomed.zoom).toBeCloseTo(1.7 * factor);
      const [[x = 0, y = 0], now] = [seenAt(camera, about), seenAt(zoomed, about)];
      expect(now[0]).toBeCloseTo(x);
      expect(now[1]).toBeCloseTo(y);
    }
  });

  it.each<[string, Camera, Camera]>([
    ['further out than the whole', { x: 200, y: 100, zoom: 0.3 }, whole],
    ['beside the whole', { x: 900, y: -50, zoom: 1 }, whole],
    ['beyond an edge', { x: 395, y: -5, zoom: 2 }, { x: 300, y: 50, zoom: 2 }],
    ['closer than allowed', { x: 200, y: 100, zoom: 99 }, { x: 200, y: 100, zoom: 8 }],
    ['what may be seen', { x: 120, y: 70, zoom: 4 }, { x: 120, y: 70, zoom: 4 }],
  ])('is kept within the drawing: %s', (_, wanted, kept) => {
    expect(within(wanted, size, 8)).toEqual(kept);
  });

  it('is never closer than the whole of a drawing that may not be zoomed', () => {
    expect(within({ x: 5, y: 5, zoom: 2 }, size, 1)).toEqual(whole);
  });

  it('grows by the same factor in the same time on its way', () => {
    const to = { x: 300, y: 100, zoom: 4 };
    expect(between(whole, to, 0)).toEqual(whole);
    expect(between(whole, to, 1)).toEqual(to);
    expect(between(whole, to, 0.5)).toMatchObject({ x: 250, zoom: 2 });
  });

  it.each([0, 3.5, 11, 17])('knows the pixels of a level, and the level of pixels: %d', (level) => {
    expect(levelOf(pixelsAt(level, 870), 870)).toBeCloseTo(level);
    // On level 0 the world is one tile of 256 pixels.
    expect(pixelsAt(0, 870) * 870 * 360).toBeCloseTo(256);
  });
});
