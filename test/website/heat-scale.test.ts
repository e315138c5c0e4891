import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heatOf, heatScale } from '../../scripts/website/heat-scale.ts';

describe('heatScale', () => {
  it.each([
    [0, ''],
    [1, '1–1'],
    [3, '1–1 2–2 3–3'],
    [15, '1–1 2–2 3–5 6–8 9–15'],
    [87, '1–2 3–5 6–14 15–35 36–87'],
  ])('divides figures up to %s', (highest, classes) => {
    expect(
      heatScale(highest)
        .map(({ from, to }) => `${from}–${to}`)
        .join(' '),
    ).toBe(classes);
  });

  it('has one class for every figure, and a higher figure is never paler', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (highest) => {
        const scale = heatScale(highest);
        expect(scale[0]?.from).toBe(1);
        expect(scale.at(-1)?.to).toBe(highest);
        for (const [index, { from, to }] of scale.entries()) {
          expect(to).toBeGreaterThanOrEqual(from);
          expect(from).toBe((scale[index - 1]?.to ?? 0) + 1);
          expect([heatOf(scale, from), heatOf(scale, to)]).toEqual([index + 1, index + 1]);
        }
      }),
    );
  });

  it.each([0, -3])('gives %s no colour', (figure) => {
    expect(heatOf(heatScale(10), figure)).toBe(0);
  });
});
