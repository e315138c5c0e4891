import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fitShapes } from '../../scripts/geography/fit-shapes.ts';
import { mapSchema } from '../../scripts/settings/map-schema.ts';
import { readMapShapes } from '../../scripts/website/read-map-shapes.ts';
import { scratch } from '../command-line.ts';

const square = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];
const feature = (geometry: object, properties: object | null = null) => ({
  type: 'Feature',
  properties,
  geometry,
});
const noun = { singular: 'ward', plural: 'wards' };
const read = (dir: string, map: object) => readMapShapes(dir, mapSchema.parse(map));
const address = 'https://maps.example/shapes.geojson';

describe('what a map shows besides schools', () => {
  it('is nothing where the settings name nothing', async () => {
    expect(await read('/nowhere', {})).toEqual({ land: [], outline: [], areas: [], findings: [] });
  });

  it.each(['outline', 'land'] as const)('may be counties: %s', async (key) => {
    const cook = await read('/nowhere', { [key]: ['17031'] });
    const longitudes = cook[key][0]?.map(([longitude]) => longitude) ?? [];
    expect(Math.min(...longitudes)).toBeCloseTo(-88.26, 1);
    expect(Math.max(...longitudes)).toBeCloseTo(-87.52, 1);
    // Without the lines between them.
    expect((await read('/nowhere', { [key]: ['17031', '17043'] }))[key]).toHaveLength(1);
  });

  it('may be files of the data folder', async () => {
    const dir = await scratch();
    const shapes = {
      type: 'FeatureCollection',
      features: [
        feature({ type: 'Polygon', coordinates: [square, square] }, { ward: 'ONE' }),
        feature({ type: 'MultiPolygon', coordinates: [[square], [square]] }, { ward: 'TWO' }),
      ],
    };
    await writeFile(join(dir, 'shapes.geojson'), JSON.stringify(shapes));
    const areas = { address: 'shapes.geojson', keys: { name: 'ward' }, noun };
    const { outline, areas: named } = await read(dir, { outline: 'shapes.geojson', areas });
    expect(outline).toHaveLength(4);
    expect(named.map(({ name, polygons }) => [name, polygons.length])).toEqual([
      ['One', 1],
      ['Two', 2],
    ]);
  });

  it('is what `npm run schools` keeps of an address, and a finding until then', async () => {
    const dir = await scratch();
    const map = { outline: address, areas: { address, noun } };
    const before = await read(dir, map);
    expect(before).toMatchObject({ outline: [], areas: [] });
    expect(before.findings.map(({ message, tip }) => `${message} ${tip}`)).toEqual([
      expect.stringMatching(/^The outline .*never read.*commit data\/outline\.topojson/),
      expect.stringMatching(/^The areas .*never read.*commit data\/areas\.topojson/),
    ]);

    const shape = { name: 'A', polygons: [[square.map(([x = 0, y = 0]) => [x, y] as const)]] };
    const kept = fitShapes([shape], 5_000);
    const text = kept.kind === 'fits' ? kept.text : '';
    await writeFile(join(dir, 'outline.topojson'), text);
    await writeFile(join(dir, 'areas.topojson'), text);
    const after = await read(dir, map);
    expect(after.findings).toEqual([]);
    expect(after.outline).toHaveLength(1);
    expect(after.areas.map(({ name }) => name)).toEqual(['A']);
  });

  it.each<[string, object, RegExp]>([
    ['a code of no county', { outline: ['17031', '99999'] }, /map\.outline names county 99999/],
    ['land of no county', { land: ['99999'] }, /map\.land names county 99999/],
    ['a file that is missing', { outline: 'gone.geojson' }, /gone\.geojson, which cannot be read/],
    ['a file that is not JSON', { outline: 'broken.geojson' }, /broken\.geojson, which is not Geo/],
    [
      'a file without a polygon',
      { outline: 'point.geojson' },
      /point\.geojson, which is not GeoJSON/,
    ],
    [
      'areas without names',
      { areas: { address: 'bare.geojson', noun } },
      /map\.areas names bare\.geojson, which has no property "name" in feature 1/,
    ],
    ['a kept file that was edited', { outline: address }, /data\/outline\.topojson does not hold/],
  ])('refuses %s', async (_, map, said) => {
    const dir = await scratch();
    await writeFile(join(dir, 'broken.geojson'), '{');
    await writeFile(join(dir, 'point.geojson'), '{"type":"Point","coordinates":[1,2]}');
    const bare = feature({ type: 'Polygon', coordinates: [square] });
    await writeFile(join(dir, 'bare.geojson'), JSON.stringify(bare));
    await writeFile(join(dir, 'outline.topojson'), '{"type":"Topology","arcs":[]}');
    await expect(read(dir, map)).rejects.toMatchObject({
      exit: 2,
      code: expect.stringMatching(/^map-(outline|land|areas)$/),
      message: expect.stringMatching(said),
    });
  });
});
