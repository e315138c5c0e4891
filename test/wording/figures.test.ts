import { describe, expect, it } from 'vitest';
import {
  clipped,
  figureAtSchools,
  localTime,
  many,
  schools,
  seconds,
  signed,
} from '../../scripts/wording/figures.ts';
import { instant } from '../world.ts';

describe('a figure in words', () => {
  it.each([
    ['a rise', signed(3), '+3'],
    ['a fall, with a minus sign', signed(-3), '−3'],
    ['a fall in plain ASCII', signed(-3, '-'), '-3'],
    ['no change', signed(0), '0'],
    ['one school', schools(1), '1 school'],
    ['no schools', schools(0), '0 schools'],
    ['how long it took', seconds(1250), '1.3'],
    ['other words that take an s', many(2, 'hour'), '2 hours'],
    ['cases at schools', figureAtSchools(5, 2), '+5 new cases at 2 schools'],
    ['what else is counted', figureAtSchools(-1, 1, 'flu cases'), '−1 flu cases at 1 school'],
  ])('is said: %s', (_, said, expected) => {
    expect(said).toBe(expected);
  });
});

describe('clipped', () => {
  it.each([
    ['leaves a short text as it is', 'abcd', 'abcd'],
    ['shows where a long one was cut', 'abcde', 'abcd …'],
    ['cuts a text once only', 'abcd …', 'abcd …'],
  ])('%s', (_, text, expected) => {
    expect(clipped(text, 4)).toBe(expected);
  });
});

describe('localTime', () => {
  it.each([
    ['in winter', '2021-03-02T18:05:00Z', '2021-03-02 12:05 (America/Chicago)'],
    ['in summer', '2021-07-02T18:05:00Z', '2021-07-02 13:05 (America/Chicago)'],
    ['before midnight there', '2021-03-03T05:59:00Z', '2021-03-02 23:59 (America/Chicago)'],
  ])('shows the clock of the place %s', (_, at, expected) => {
    expect(localTime(instant(at), 'America/Chicago')).toBe(expected);
  });
});
