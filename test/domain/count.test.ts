import { describe, expect, it } from 'vitest';
import { cumulativeCount, parseCumulativeCount } from '../../scripts/domain/count.ts';

describe('parseCumulativeCount', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    [' 7 ', 7],
    ['3.0', 3],
  ])('reads "%s"', (text, count) => {
    expect(parseCumulativeCount(text)).toBe(count);
  });

  it.each(['', '-1', '−1', '1.5', '1e309', '1,234', '0x10', '٣', 'NaN', '007', '9999999999'])(
    'refuses "%s"',
    (text) => {
      expect(parseCumulativeCount(text)).toBeUndefined();
    },
  );
});

describe('cumulativeCount', () => {
  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (value) => {
    expect(cumulativeCount(value)).toBeUndefined();
  });
});
