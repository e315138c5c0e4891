import { describe, expect, it } from 'vitest';
import { perPeople, rateOf, shareOf } from '../../../site/shared/rate.ts';

describe('rateOf', () => {
  it.each<[string, number, number | null, number | null, number?]>([
    ['cases per 100 pupils', 3, 600, 0.5],
    ['rounded to a decimal', 2, 700, 0.3],
    ['cases per 100,000 residents', 3, 65_000, 4.6, 100_000],
    ['0 without cases', 0, 600, 0],
    ['none where the enrollment is unknown', 3, null, null],
    ['none where it is 0, which means unknown', 3, 0, null],
    ['none where more was taken back than added', -1, 600, null],
  ])('is %s', (_, cases, enrollment, rate, ratePer = 100) => {
    expect(rateOf(cases, enrollment, ratePer)).toBe(rate);
  });
});

describe('shareOf', () => {
  it.each([
    ['has one decimal', 250, 400, 62.5],
    ['rounds half up', 23, 80, 28.8],
    ['may be above 100', 401, 400, 100.3],
    ['is unknown where the whole is 0', 3, 0, null],
    ['is unknown without a part', null, 400, null],
  ])('%s', (_, part, whole, share) => {
    expect(shareOf(part, whole)).toBe(share);
  });
});

describe('perPeople', () => {
  it.each([
    ['has the decimals that are asked for', 1, 7, 2, 14.29],
    ['rounds exactly half up', 23, 160, 2, 14.38],
    ['rounds exactly half up at one decimal too', 23, 80, 1, 28.8],
    ['is negative where more was taken back than added', -3, 600, 2, -0.5],
    ['is unknown without a part', null, 600, 1, null],
    ['is unknown without a whole', 3, null, 1, null],
    ['is unknown where the whole is 0', 3, 0, 1, null],
  ])('%s', (_, part, whole, decimals, figure) => {
    expect(perPeople(part, whole, 100, decimals)).toBe(figure);
  });
});
