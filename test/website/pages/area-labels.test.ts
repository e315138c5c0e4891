import { describe, expect, it } from 'vitest';
import type { Shape } from '../../../scripts/geography/shapes.ts';
import { areaLabels } from '../../../scripts/website/pages/area-labels.ts';
import { frameOf, project } from '../../../site/shared/map/projection.ts';

const corners = [
  { latitude: 41, longitude: -88 },
  { latitude: 42, longitude: -87 },
];
const frame = frameOf(corners, { south: 0, west: -90, north: 50, east: 0 });
const box = (west: number, south: number, east: number, north: number) =>
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const;
const area = (name: string, ...rings: (readonly (readonly [number, number])[])[]): Shape => ({
  name,
  polygons: rings.map((ring) => [ring]),
});
const whole = box(-88, 41, -87, 42);
const labelOf = (shape: Shape, dots: readonly { x: number; y: number }[] = []) =>
  areaLabels([shape], frame, dots)[0];

describe('the name of an area', () => {
  it('stands in its middle, on one line or two', () => {
    const [x, y] = project(frame, { latitude: 41.5, longitude: -87.5 });
    const label = labelOf(area('Loop', whole));
    expect(Math.hypot((label?.x ?? 0) - x, (label?.y ?? 0) - y)).toBeLessThan(4);
    expect(label?.lines.map(({ words }) => words)).toEqual(['Loop']);
  });

  it.each([
    ['Lincoln Park', ['Lincoln', 'Park']],
    ['Greater Grand Crossing', ['Greater Grand', 'Crossing']],
    ['St. Brendan’s Ford', ['St. Brendan’s', 'Ford']],
    ['Villefranche-sur-Mer', ['Villefranche-', 'sur-Mer']],
    ['Donaudampfschiff', ['Donaudampfschiff']],
    ['Loop', ['Loop']],
  ])('breaks where its lines are shortest: %s', (name, lines) => {
    expect(labelOf(area(name, whole))?.lines.map(({ words }) => words)).toEqual(lines);
  });

  it('keeps clear of dots, and needs more room then', () => {
    const [x, y] = project(frame, { latitude: 41.5, longitude: -87.5 });
    const [free, crowded] = [labelOf(area('A', whole)), labelOf(area('A', whole), [{ x, y }])];
    expect(Math.hypot((crowded?.x ?? 0) - x, (crowded?.y ?? 0) - y)).toBeGreaterThan(50);
    expect(crowded?.from).toBeGreaterThan(free?.from ?? 0);
  });

  it('comes later in a smaller area, and is in the larger of two parts', () => {
    const small = labelOf(area('Lincoln Park', box(-87.5, 41.5, -87.45, 41.55)));
    expect(small?.isLater).toBe(true);
    expect(labelOf(area('Lincoln Park', whole))?.isLater).toBe(false);
    const parts = labelOf(area('A', box(-87.2, 41.2, -87.1, 41.3), box(-87.9, 41.5, -87.4, 41.9)));
    expect(parts?.x).toBeLessThan(frame.width / 2);
  });

  it.each<[string, Shape]>([
    ['lies elsewhere', area('Far', box(-80, 41, -79, 42))],
    ['goes around nothing', area('Flat', box(-87.5, 41.5, -87.5, 41.9))],
  ])('is left out where the area %s', (_, shape) => {
    expect(labelOf(shape)).toBeUndefined();
  });
});
