import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadDots } from '../../../scripts/website/pages/spread-dots.ts';

const gapsOf = (dots: readonly { x: number; y: number }[]) =>
  dots.flatMap((a, index) => dots.slice(index + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
const shifts = (homes: readonly { x: number; y: number }[]) =>
  spreadDots(homes).map(({ x, y }, index) =>
    Math.hypot(x - (homes[index]?.x ?? 0), y - (homes[index]?.y ?? 0)),
  );

describe('dots that would hide each other', () => {
  it.each<[string, (readonly [number, number])[]]>([
    [
      'two in one place',
      [
        [50, 50],
        [50, 50],
      ],
    ],
    [
      'two beside each other',
      [
        [50, 50],
        [51, 50.5],
      ],
    ],
    ['five in one building', Array.from({ length: 5 }, () => [9, 9] as const)],
    ['a row', Array.from({ length: 8 }, (_, n) => [n * 2, 0] as const)],
  ])('make room for each other: %s', (_, places) => {
    const homes = places.map(([x, y]) => ({ x, y }));
    expect(Math.min(...gapsOf(spreadDots(homes)))).toBeGreaterThan(3.6);
    expect(Math.max(...shifts(homes))).toBeLessThan(12);
  });

  it('stay where they are if they hide nothing', () => {
    const homes = [
      [0, 0],
      [5, 0],
      [0, 7],
      [300, 200],
    ].map(([x = 0, y = 0]) => ({ x, y }));
    expect(spreadDots(homes)).toEqual(homes);
  });

  it('always end in the same places, as many as they were', () => {
    const place = fc.record({
      x: fc.integer({ min: 0, max: 60 }),
      y: fc.integer({ min: 0, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 60 }), (homes) => {
        const spread = spreadDots(homes);
        expect(spread).toHaveLength(homes.length);
        expect(spreadDots(homes)).toEqual(spread);
        expect(spread.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
