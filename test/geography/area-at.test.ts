import { describe, expect, it } from 'vitest';
import { areaFinder } from '../../scripts/geography/area-at.ts';
import type { Ring } from '../../scripts/geography/shapes.ts';

const square = (x: number, y: number, size: number): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const areas = [
  { name: 'Ring', polygons: [[square(0, 0, 10), square(4, 4, 2)]] },
  { name: 'Core', polygons: [[square(4, 4, 2)]] },
  { name: 'Turned', polygons: [[[...square(10, 0, 10)].reverse()]] },
  { name: 'Two', polygons: [[square(0, 20, 1)], [square(5, 20, 1)]] },
];
const areaAt = areaFinder(areas);

describe('the area of a place', () => {
  it.each<[string, number, number, string | undefined]>([
    ['is what lies around it', 1, 1, 'Ring'],
    ['is not what has a hole there', 5, 5, 'Core'],
    ['does not depend on how a ring runs', 15, 5, 'Turned'],
    ['may have several parts', 5.5, 20.5, 'Two'],
    ['does not reach between them', 3, 20.5, undefined],
    ['is none outside', 30, 5, undefined],
    ['is the first of two that share a border', 10, 5, 'Ring'],
  ])('%s', (_, longitude, latitude, name) => {
    expect(areaAt({ longitude, latitude })).toBe(name);
  });

  it('is none where there are no areas', () => {
    expect(areaFinder([])({ longitude: 0, latitude: 0 })).toBeUndefined();
  });
});
