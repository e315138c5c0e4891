import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { School } from '../../scripts/ledger/model.ts';
import { nearestSchools } from '../../scripts/website/nearest-schools.ts';
import { world } from '../world.ts';

const schoolsAt = (places: readonly (readonly [number | null, number | null])[]): School[] => [
  ...places
    .reduce(
      (made, [latitude, longitude], index) => made.school(`s${index}`, 0, { latitude, longitude }),
      world(),
    )
    .ledger.schools.values(),
];

describe('nearestSchools', () => {
  it('measures miles along the earth', () => {
    const schools = schoolsAt([
      [41, -87],
      [42, -87],
      [41, -88],
    ]);
    const found = nearestSchools(schools).get(schools[0]?.id ?? ('' as never)) ?? [];
    expect(found.map(({ school, miles }) => [school.id, Math.round(miles * 10) / 10])).toEqual([
      ['s2', 52.1],
      ['s1', 69.1],
    ]);
  });

  it('leaves out what has no place, on either side', () => {
    const schools = schoolsAt([
      [41, -87],
      [null, null],
      [41.1, -87],
    ]);
    const nearest = nearestSchools(schools);
    expect([...nearest.keys()]).toEqual(['s0', 's2']);
    expect([...nearest.values()].map((list) => list.map(({ school }) => school.id))).toEqual([
      ['s2'],
      ['s0'],
    ]);
  });

  it('agrees with measuring every distance', () => {
    const coordinate = fc.tuple(
      fc.double({ min: 41.6, max: 42.05, noNaN: true }),
      fc.double({ min: -87.95, max: -87.5, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(coordinate, { minLength: 7, maxLength: 40 }), (places) => {
        const schools = schoolsAt(places);
        const nearest = nearestSchools(schools);
        for (const { id, latitude, longitude } of schools) {
          // Two schools alone have only each other to measure: every distance, without the sweep.
          const all = schools
            .filter((other) => other.id !== id)
            .flatMap((other) => {
              const pair = [{ latitude, longitude }, other].map(
                (place) => [place.latitude, place.longitude] as const,
              );
              return [...nearestSchools(schoolsAt(pair)).values()][0] ?? [];
            })
            .map(({ miles }) => miles)
            .sort((a, b) => a - b);
          const found = nearest.get(id)?.map(({ miles }) => miles) ?? [];
          expect(found).toHaveLength(5);
          found.forEach((miles, index) => {
            expect(miles).toBeCloseTo(all[index] ?? Number.NaN, 9);
          });
        }
      }),
      { numRuns: 20 },
    );
  });
});
