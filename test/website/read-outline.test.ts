import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSettings } from '../../scripts/settings/load-settings.ts';
import { readOutline } from '../../scripts/website/read-outline.ts';
import { projectFolder, scratch } from '../command-line.ts';

describe('the outline of a district', () => {
  it('is empty where the settings name none', async () => {
    expect(await readOutline('/nowhere', null)).toEqual([]);
  });

  it('is counties, without the lines between them', async () => {
    const [cook] = await readOutline('/nowhere', ['17031']);
    const longitudes = cook?.map(([longitude]) => longitude) ?? [];
    expect(Math.min(...longitudes)).toBeCloseTo(-88.26, 1);
    expect(Math.max(...longitudes)).toBeCloseTo(-87.52, 1);
    expect(await readOutline('/nowhere', ['17031', '17043'])).toHaveLength(1);
  });

  it('is a file of the data folder', async () => {
    const sample = join(projectFolder, 'data', 'sample');
    const { map } = await loadSettings(sample);
    const rings = await readOutline(sample, map.outline);
    expect(rings).toHaveLength(1);
    expect(rings[0]?.length).toBeGreaterThan(40);
  });

  it('may be made of several shapes', async () => {
    const dir = await scratch();
    const square = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ];
    const feature = (geometry: object) => ({ type: 'Feature', properties: null, geometry });
    const shapes = {
      type: 'FeatureCollection',
      features: [
        feature({ type: 'Polygon', coordinates: [square, square] }),
        feature({ type: 'MultiPolygon', coordinates: [[square], [square]] }),
      ],
    };
    await writeFile(join(dir, 'shapes.geojson'), JSON.stringify(shapes));
    expect(await readOutline(dir, 'shapes.geojson')).toHaveLength(4);
  });

  it.each<[string, string | string[], RegExp]>([
    ['a code of no county', ['17031', '99999'], /names county 99999/],
    ['a file that is missing', 'gone.geojson', /gone\.geojson, which cannot be read/],
    ['a file that is not GeoJSON', 'broken.geojson', /broken\.geojson, which is not GeoJSON/],
    ['a file without a polygon', 'point.geojson', /point\.geojson, which is not GeoJSON/],
  ])('refuses %s', async (_, outline, said) => {
    const dir = await scratch();
    await writeFile(join(dir, 'broken.geojson'), '{');
    await writeFile(join(dir, 'point.geojson'), '{"type":"Point","coordinates":[1,2]}');
    await expect(readOutline(dir, outline)).rejects.toMatchObject({
      exit: 2,
      code: 'map-outline',
      message: expect.stringMatching(said),
    });
  });
});
