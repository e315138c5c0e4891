import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant, parseWrittenInstant } from '../../scripts/domain/time.ts';

describe('parseWrittenInstant', () => {
  it.each([
    ['2021-03-14T00:00:00Z', '2021-03-14T00:00:00Z'],
    ['2021-03-14T23:59:59Z', '2021-03-14T23:59:59Z'],
    ['2021-03-14T24:00:00Z', undefined],
    ['2021-03-14T05:30:60Z', undefined],
    ['2021-02-29T05:30:00Z', undefined],
    ['2021-03-14T05:30:00-05:00', undefined],
    ['2021-03-14T05:30Z', undefined],
    ['2021-03-14', undefined],
  ])('reads %s as %s', (text, expected) => {
    expect(parseWrittenInstant(text)).toBe(expected);
  });

  it('takes what parseInstant leaves as it is, and nothing else', () => {
    const digits = (...most: number[]) =>
      fc
        .tuple(...most.map((max) => fc.nat(max)))
        .map((ns) => ns.map((n) => `${n}`.padStart(2, '0')));
    const end = fc.constantFrom('Z', 'z', '', '+00:00', '.0Z', ' Z');
    fc.assert(
      fc.property(digits(13, 32, 25, 61, 61), end, ([month, day, ...time], zone) => {
        const text = `2020-${month}-${day}T${time.join(':')}${zone}`;
        const kept = parseInstant(text) === text ? text : undefined;
        expect(parseWrittenInstant(text)).toBe(kept);
      }),
      { numRuns: 2000 },
    );
  });
});
