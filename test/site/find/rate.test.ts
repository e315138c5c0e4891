import { describe, expect, it } from 'vitest';
import { rateOf } from '../../../site/shared/rate.ts';

describe('rateOf', () => {
  it.each([
    ['cases per 100 pupils', 3, 600, 0.5],
    ['0 without cases', 0, 600, 0],
    ['none where the enrollment is unknown', 3, null, null],
    ['none where it is 0, which means unknown', 3, 0, null],
    ['none where more was taken back than added', -1, 600, null],
  ])('is %s', (_, cases, enrollment, rate) => {
    expect(rateOf(cases, enrollment)).toBe(rate);
  });
});
