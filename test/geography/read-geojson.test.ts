import { describe, expect, it } from 'vitest';
import { refuseSource } from '../../scripts/domain/refusal.ts';
import { readGeoJson } from '../../scripts/geography/read-geojson.ts';

const refuse = (what: string) => refuseSource('map-areas', `The GeoJSON ${what}`, '');
const square = (x = 0, y = 0, size = 1) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });
const feature = (properties: unknown, geometry: unknown = polygon(square())) => ({
  type: 'Feature',
  properties,
  geometry,
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const read = (document: unknown, better: Readonly<Record<string, string>> = {}) =>
  readGeoJson(document, { naming: { key: 'name', better }, refuse });
const outline = (document: unknown) => readGeoJson(document, { naming: null, refuse });

describe('GeoJSON', () => {
  it.each<[string, unknown, number]>([
    ['a geometry', polygon(square()), 1],
    ['a feature', feature(null), 1],
    ['a collection', collection(feature(null), feature(null)), 2],
    ['several polygons', { type: 'MultiPolygon', coordinates: [[square()], [square(3)]] }, 1],
    [
      'coordinates that are named as degrees',
      { ...polygon(square()), crs: { properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } } },
      1,
    ],
    ['coordinates that are not named', { ...polygon(square()), crs: null }, 1],
  ])('is read from %s', (_, document, shapes) => {
    expect(outline(document)).toHaveLength(shapes);
  });

  it('keeps holes and all polygons, drops heights, closes rings', () => {
    const high = square(0, 0, 4).map((point) => [...point, 181.5]);
    const open = square(1, 1).slice(0, -1);
    const [shape] = outline({ type: 'MultiPolygon', coordinates: [[high, open], [square(9)]] });
    expect(shape?.polygons).toEqual([[square(0, 0, 4), square(1, 1)], [square(9)]]);
  });

  it.each<[string, unknown, RegExp]>([
    ['a text', 'areas', /is not GeoJSON: it is no object/],
    ['an error in its place', { error: true, message: 'no' }, /it has "error", "message"/],
    ['another format', { type: 'Topology', objects: {} }, /its type is "Topology"/],
    ['no features', collection(), /has no features/],
    ['something else than a feature', collection({ type: 'Row' }), /entry 1 of its features/],
    ['too many features', collection(...Array(501).fill(feature({ name: 'A' }))), /501 features/],
    ['no geometry', collection(feature({ name: 'A' }, null)), /no geometry in feature 1/],
    [
      'a point',
      collection(feature({ name: 'A' }), feature({ name: 'B' }, { type: 'Point' })),
      /a "Point" in feature 2, not a polygon/,
    ],
    [
      'a geometry of geometries',
      { type: 'GeometryCollection' },
      /its type is "GeometryCollection"/,
    ],
    ['coordinates of another depth', polygon([[1, 2]], 3), /cannot be read at coordinates\.1/],
    [
      'a number that is none',
      polygon([
        [1, '2'],
        [1, 3],
        [2, 2],
      ]),
      /read at coordinates\.0\.0\.1/,
    ],
    [
      'a ring that goes around nothing',
      polygon([
        [1, 1],
        [2, 2],
        [1, 1],
      ]),
      /fewer than three/,
    ],
    [
      'metres',
      polygon(square(358_000, 575_000)),
      /holds the point 358000, 575000 in feature 1: it is not in degrees/,
    ],
    [
      'the name of a grid in metres',
      { ...polygon(square()), crs: { properties: { name: 'urn:ogc:def:crs:EPSG::3435' } } },
      /in the coordinates "urn:ogc:def:crs:EPSG::3435", not in degrees/,
    ],
  ])('with %s is refused', (_, document, said) => {
    expect(() => outline(document)).toThrow(said);
  });
});

describe('the names of areas', () => {
  it.each<[string, unknown[], string[]]>([
    ['stand under their key', ['Lincoln Park', 'Old Town'], ['Lincoln Park', 'Old Town']],
    [
      'shouted throughout, are put into words',
      ['LINCOLN PARK', 'MCKINLEY PARK', "O'HARE", "ST. BRENDAN'S FORD", 'ÉCOLE-NORD', '7TH WARD'],
      ['Lincoln Park', 'McKinley Park', 'O’Hare', 'St. Brendan’s Ford', 'École-Nord', '7th Ward'],
    ],
    ['stay if only some are shouted', ['UIC', 'Pilsen'], ['UIC', 'Pilsen']],
    ['may be numbers', [1, 2], ['1', '2']],
    [
      'are text, whatever is in it',
      ['<img src=x onerror=alert(1)>', '__proto__', 'a\u0000\u001b[31m b'],
      ['<img src=x onerror=alert(1)>', '__proto__', 'a [31m b'],
    ],
  ])('%s', (_, published, names) => {
    const shapes = read(collection(...published.map((name) => feature({ name }))));
    const straight = names.map((name) => name.replaceAll('’', "'"));
    expect(shapes.map(({ name }) => name)).toEqual(straight);
  });

  it('can be bettered, by the name as it is published', () => {
    const shapes = read(collection(feature({ name: 'OHARE' }), feature({ name: 'LOOP' })), {
      OHARE: 'O’Hare',
    });
    expect(shapes.map(({ name }) => name)).toEqual(['O’Hare', 'Loop']);
  });

  it.each<[string, unknown[], RegExp]>([
    [
      'missing',
      [{ name: 'A' }, { NAME: 'B', area_num: 2 }],
      /no property "name" in feature 2; it has "NAME", "area_num"/,
    ],
    ['missing with all properties', [null], /feature 1; it has no properties/],
    ['inherited', [{}], /no property "name" in feature 1/],
    ['blank', [{ name: ' \u0000 ' }], /blank "name" in feature 1/],
    ['no text', [{ name: { en: 'A' } }], /blank "name" in feature 1/],
    ['endless', [{ name: 'A'.repeat(81) }], /a name of 81 letters under "name" in feature 1/],
    ['taken', [{ name: 'A' }, { name: 'B' }, { name: 'A' }], /name "A" twice, in features 1 and 3/],
    ['taken once cleaned', [{ name: 'OLD\u0000TOWN' }, { name: 'OLD TOWN' }], /"Old Town" twice/],
  ])('that are %s are refused', (_, properties, said) => {
    expect(() => read(collection(...properties.map((own) => feature(own))))).toThrow(said);
  });
});
