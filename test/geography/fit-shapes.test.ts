import { feature } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import { areaFinder } from '../../scripts/geography/area-at.ts';
import { type FittedShapes, fitShapes } from '../../scripts/geography/fit-shapes.ts';
import { readGeoJson } from '../../scripts/geography/read-geojson.ts';
import type { Shape } from '../../scripts/geography/shapes.ts';
import { readShapesText } from '../../scripts/geography/shapes-file.ts';
import { town } from './town.ts';

const shapesOf = (document: unknown) =>
  readGeoJson(document, {
    naming: { key: 'ward', better: {} },
    refuse: (what) => {
      throw new Error(what);
    },
  });
/** As many areas as Chicago has, in as much detail. */
const large = town(7, 11, 150);
const shapes = shapesOf(large.geoJson);

function fitted(of: readonly Shape[], bytes: number): Extract<FittedShapes, { kind: 'fits' }> {
  const result = fitShapes(of, bytes);
  if (result.kind !== 'fits') throw new Error(`it needs ${result.bytes} bytes`);
  return result;
}

describe('shapes that are kept', () => {
  it.each([45_000, 20_000, 12_000])('have at most %d bytes, and all their names', (bytes) => {
    const { text } = fitted(shapes, bytes);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(bytes);
    expect(Buffer.byteLength(text)).toBeGreaterThan(bytes * 0.9);
    expect(readShapesText(text)?.map(({ name }) => name)).toEqual(shapes.map(({ name }) => name));
  });

  it('say what that cost', () => {
    const [fine, coarse] = [fitted(shapes, 45_000), fitted(shapes, 12_000)];
    expect(fine.pointsBefore).toBeGreaterThan(25_000);
    expect(coarse.pointsBefore).toBe(fine.pointsBefore);
    expect(coarse.points).toBeLessThan(fine.points);
    expect(fine.metresOff).toBeGreaterThan(0);
    expect(fine.metresOff).toBeLessThan(coarse.metresOff);
    expect(fine.metresOff).toBeLessThan(60);
  });

  it('keep every point of what is small enough', () => {
    const small = shapesOf(town(2, 2, 10).geoJson);
    const { points, pointsBefore, metresOff } = fitted(small, 45_000);
    expect(points).toBe(pointsBefore);
    expect(metresOff).toBe(0);
  });

  it('leave no gap between neighbours, and no place in two of them', () => {
    const kept = readShapesText(fitted(shapes, 12_000).text) ?? [];
    const [published, simple] = [areaFinder(shapes), areaFinder(kept)];
    for (const [name, [longitude, latitude]] of large.middles) {
      expect(published({ longitude, latitude })).toBe(name);
      expect(simple({ longitude, latitude })).toBe(name);
    }
    // Along the middle of the town, whatever lies inside before lies inside after.
    for (let longitude = -87.88; longitude < -87.64; longitude += 0.0007) {
      const place = { longitude, latitude: 41.65 + 0.04 * 5.02 };
      expect(simple(place)).toBeDefined();
      const within = kept.filter((shape) => areaFinder([shape])(place) !== undefined);
      expect(within.map(({ name }) => name)).toHaveLength(1);
    }
  });

  it('write each shared border once, whichever way rings run', () => {
    const turned = shapes.map((shape, index) => ({
      ...shape,
      polygons: shape.polygons.map((rings) =>
        rings.map((ring) => (index % 2 === 0 ? [...ring].reverse() : ring)),
      ),
    }));
    const { arcs } = JSON.parse(fitted(turned, 20_000).text);
    // 8 × 11 borders that run north and 7 × 12 that run east, those of the corners as one.
    expect(arcs.length).toBe(8 * 11 + 7 * 12 - 4);
    expect(fitted(turned, 20_000).pointsBefore).toBe(fitted(shapes, 20_000).pointsBefore);
  });

  it('are the same bytes for the same shapes, and open in other programs', () => {
    const { text } = fitted(shapes, 20_000);
    expect(fitted(shapes, 20_000).text).toBe(text);
    const topology = JSON.parse(text);
    expect(feature(topology, topology.objects.shapes)).toMatchObject({
      type: 'FeatureCollection',
      features: expect.arrayContaining([expect.objectContaining({ type: 'Feature' })]),
    });
  });

  it('may lose an island, never a shape', () => {
    const [first, ...others] = shapes;
    const islet = [
      [-87.5, 41.9],
      [-87.4999, 41.9],
      [-87.4999, 41.9001],
      [-87.5, 41.9],
    ] as const;
    const island = { name: first?.name ?? '', polygons: [...(first?.polygons ?? []), [islet]] };
    const kept = readShapesText(fitted([island, ...others], 12_000).text) ?? [];
    expect(kept[0]).toMatchObject({ name: 'Ward 1', polygons: [expect.anything()] });

    const alone = { name: 'Islet', polygons: [[islet]] };
    const refused = fitShapes([alone, ...shapes], 7_000);
    expect(refused).toMatchObject({ kind: 'too-large' });
    expect(refused.kind === 'too-large' && refused.bytes).toBeGreaterThan(7_000);
  });

  it('are refused when not even their corners fit', () => {
    expect(fitShapes(shapes, 3_000)).toMatchObject({ kind: 'too-large' });
  });

  it('may touch themselves', () => {
    const eight = [
      [0, 0],
      [1, 1],
      [2, 0],
      [2, 2],
      [1, 1],
      [0, 2],
      [0, 0],
    ] as const;
    const text = fitted([{ name: 'Eight', polygons: [[eight]] }], 2_000).text;
    const areaAt = areaFinder(readShapesText(text) ?? []);
    expect(areaAt({ longitude: 0.2, latitude: 1 })).toBe('Eight');
    expect(areaAt({ longitude: 1, latitude: 1.8 })).toBeUndefined();
  });
});

describe('a file of shapes', () => {
  it.each<[string, (text: string) => string]>([
    ['is cut off', (text) => text.slice(0, 900)],
    ['is GeoJSON', () => JSON.stringify(large.geoJson)],
    ['names a border that is not there', (text) => text.replace('"arcs":[[[0,', '"arcs":[[[9999,')],
    ['has lost a name', (text) => text.replace('"name":"Ward 1"', '"label":"Ward 1"')],
    ['is empty', () => ''],
  ])('is not read when it %s', (_, change) => {
    const { text } = fitted(shapes, 20_000);
    expect(change(text)).not.toBe(text);
    expect(readShapesText(change(text))).toBeUndefined();
  });
});
