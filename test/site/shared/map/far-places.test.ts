import { describe, expect, it } from 'vitest';
import { farWords } from '../../../../scripts/domain/far-places.ts';
import { farPlaces } from '../../../../site/shared/map/far-places.ts';
import type { Place } from '../../../../site/shared/miles-between.ts';

/** As many places as a large district has, spread over some thirty miles in no order. */
function district(count: number, latitude: number, longitude: number, degrees = 0.4): Place[] {
  return Array.from({ length: count }, (_, index) => ({
    latitude: latitude + degrees * (((index * 7919) % 1000) / 1000 - 0.5),
    longitude: longitude + degrees * (((index * 104_729) % 1000) / 1000 - 0.5),
  }));
}

const orlando = district(640, 28.5, -81.3);
const looks = (wrong: readonly Place[], others: readonly Place[] = orlando) => {
  const found = farPlaces([...others, ...wrong]);
  expect(others.filter((place) => found.has(place))).toEqual([]);
  return wrong.map((place) => found.get(place)?.looks);
};

describe('a place far from all others', () => {
  it.each<[string, Place, string | undefined]>([
    ['where nothing is known', { latitude: 0, longitude: 0 }, 'zero'],
    ['with its coordinates swapped', { latitude: -81.3, longitude: 28.5 }, 'swapped'],
    ['with its latitude written twice', { latitude: 28.43, longitude: 28.43 }, 'repeated'],
    ['without its minus', { latitude: 28.5, longitude: 81.3 }, 'lost-sign'],
    ['of another city', { latitude: 41.9, longitude: -87.6 }, 'far'],
    ['at the edge of the district', { latitude: 28.72, longitude: -81.5 }, undefined],
    ['in the next town', { latitude: 28.9, longitude: -81.3 }, undefined],
  ])('is known: %s', (_, place, expected) => {
    expect(looks([place])).toEqual([expected]);
  });

  it('is found beside others that are wrong', () => {
    const wrong = [
      { latitude: 0, longitude: 0 },
      { latitude: 0, longitude: 0 },
      { latitude: -81.3, longitude: 28.5 },
      { latitude: -81.31, longitude: 28.51 },
      { latitude: 28.5, longitude: 81.3 },
    ];
    expect(looks(wrong)).toEqual(['zero', 'zero', 'swapped', 'swapped', 'lost-sign']);
  });

  it('is none of a large state, nor of a country with far islands', () => {
    expect(farPlaces(district(254, 31, -99, 11)).size).toBe(0);
    const country = [...district(3000, 38, -96, 24), { latitude: 19.6, longitude: -155.5 }];
    expect(farPlaces(country).size).toBe(0);
  });

  it('is none where there are too few to tell, or where many lie apart', () => {
    const two = [orlando[0], { latitude: 41.9, longitude: -87.6 }].filter(
      (one) => one !== undefined,
    );
    expect(farPlaces(two).size).toBe(0);
    const apart = [...district(30, 28.5, -81.3), ...district(20, 41.9, -87.6)];
    expect(farPlaces(apart).size).toBe(0);
  });

  it('is said in words', () => {
    expect(farWords({ looks: 'zero' })).toMatch(/Atlantic/);
    expect(farWords({ looks: 'swapped', miles: 6123.4 })).toBe(
      'lies 6,123 miles from the middle of the others: latitude and longitude look swapped',
    );
  });
});
