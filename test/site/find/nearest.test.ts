import { describe, expect, it } from 'vitest';
import { nearestTo } from '../../../site/find/nearest.ts';
import { milesBetween } from '../../../site/shared/miles-between.ts';

const chicago = { latitude: 41.8781, longitude: -87.6298 };
const milwaukee = { latitude: 43.0389, longitude: -87.9065 };

describe('milesBetween', () => {
  it.each([
    ['the same place', chicago, chicago, 0],
    ['Chicago and Milwaukee', chicago, milwaukee, 81.4],
    ['a degree of latitude', { latitude: 0, longitude: 0 }, { latitude: 1, longitude: 0 }, 69.1],
    [
      'two sides of the date line',
      { latitude: 0, longitude: 179.5 },
      { latitude: 0, longitude: -179.5 },
      69.1,
    ],
    [
      'half around the earth',
      { latitude: 0, longitude: 0 },
      { latitude: 0, longitude: 180 },
      12_436.9,
    ],
  ])('measures %s', (_, a, b, miles) => {
    expect(milesBetween(a, b)).toBeCloseTo(miles, 0);
    expect(milesBetween(b, a)).toBeCloseTo(miles, 0);
  });
});

describe('nearestTo', () => {
  const at = (id: string, latitude: number | null, longitude: number | null) => ({
    id,
    latitude,
    longitude,
  });

  it('gives the nearest first, as many as asked, without those whose place is unknown', () => {
    const schools = [
      at('far', 42.2, -87.6),
      at('unknown', null, null),
      at('near', 41.88, -87.63),
      at('half', null, -87.6),
      at('next', 41.9, -87.63),
    ];
    expect(nearestTo(chicago, schools, 2).map(({ school }) => school.id)).toEqual(['near', 'next']);
    expect(nearestTo(chicago, schools, 9)).toHaveLength(3);
  });

  it('keeps an order where two are equally near', () => {
    const schools = [at('b', 41.9, -87.6), at('a', 41.9, -87.6)];
    expect(nearestTo(chicago, schools, 2).map(({ school }) => school.id)).toEqual(['a', 'b']);
  });
});
