import { describe, expect, it } from 'vitest';
import type { Ring } from '../../../../scripts/geography/shapes.ts';
import { outlinePath } from '../../../../scripts/website/pages/map-paths.ts';
import { frameOf, project, unproject } from '../../../../site/shared/map/projection.ts';

const bounds = { south: 41.6, west: -87.95, north: 42.05, east: -87.5 };
const places = [
  { latitude: 41.65, longitude: -87.83 },
  { latitude: 42.02, longitude: -87.53 },
];
const frame = frameOf(places, bounds);

describe('the frame of a map', () => {
  it('shows every place, with room around the outermost', () => {
    for (const place of places) {
      const [x, y] = project(frame, place);
      expect(x).toBeGreaterThan(10);
      expect(x).toBeLessThan(frame.width - 10);
      expect(y).toBeGreaterThan(10);
      expect(y).toBeLessThan(frame.height - 10);
    }
  });

  it('has north above and west at the left', () => {
    const [[swX, swY], [neX, neY]] = places.map((place) => project(frame, place)) as [
      [number, number],
      [number, number],
    ];
    expect(swX).toBeLessThan(neX);
    expect(swY).toBeGreaterThan(neY);
  });

  it('keeps a square kilometre square to a hundredth', () => {
    const kilometre = { latitude: 1 / 111.13, longitude: 1 / (111.32 * Math.cos(0.7304)) };
    const at = { latitude: 41.85, longitude: -87.65 };
    const [x, y] = project(frame, at);
    const [east] = project(frame, { ...at, longitude: at.longitude + kilometre.longitude });
    const [, north] = project(frame, { ...at, latitude: at.latitude + kilometre.latitude });
    expect((east - x) / (y - north)).toBeCloseTo(1, 2);
  });

  it('leads back to the place', () => {
    for (const place of places) {
      const [x, y] = project(frame, place);
      const back = unproject(frame, x, y);
      expect(back.latitude).toBeCloseTo(place.latitude, 9);
      expect(back.longitude).toBeCloseTo(place.longitude, 9);
    }
  });

  it.each([
    ['no school', []],
    ['one school', places.slice(0, 1)],
    ['two at one place', [places[0], places[0]].flatMap((place) => (place ? [place] : []))],
    [
      'a row of schools',
      [
        { latitude: 41.7, longitude: -87.9 },
        { latitude: 41.7, longitude: -87.5 },
      ],
    ],
  ])('is no line and no point for %s', (_, some) => {
    const { width, height, scale } = frameOf(some, bounds);
    expect(Math.max(width, height)).toBe(480);
    expect(Math.min(width, height)).toBeGreaterThan(200);
    expect(Number.isFinite(scale)).toBe(true);
  });
});

describe('the outline', () => {
  const degrees = (points: readonly (readonly [number, number])[]): Ring =>
    points.map(([x, y]) => {
      const place = unproject(frame, x, y);
      return [place.longitude, place.latitude];
    });

  it('is one closed path a ring, in the units of the drawing', () => {
    const ring = degrees([
      [10, 10],
      [100, 10],
      [100, 200],
      [10, 10],
    ]);
    expect(outlinePath([ring, ring], frame)).toBe('M10,10L100,10L100,200L10,10Z'.repeat(2));
  });

  it('is cut one frame beyond the edges, so that far land costs nothing', () => {
    const { width, height } = frame;
    const world = degrees([
      [-9000, -9000],
      [9000, -9000],
      [9000, 9000],
      [-9000, 9000],
    ]);
    const corners = outlinePath([world], frame).slice(1, -1).split('L').sort();
    expect(corners).toEqual(
      [
        [-width, -height],
        [2 * width, -height],
        [2 * width, 2 * height],
        [-width, 2 * height],
      ]
        .map(String)
        .sort(),
    );
    const away = degrees([
      [5000, 5000],
      [5100, 5000],
      [5100, 5100],
    ]);
    expect(outlinePath([away], frame)).toBe('');
  });

  it('loses points that hardly bend it, and no others', () => {
    const wavy = Array.from({ length: 500 }, (_, i) => [i, 100 + 0.3 * (i % 2)] as const);
    const ring = degrees([...wavy, [499, 300], [0, 300]]);
    expect(outlinePath([ring], frame).split('L').length).toBeLessThan(8);
    expect(outlinePath([ring], frame)).toContain('499,300');
  });
});
