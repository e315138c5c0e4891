import { describe, expect, it } from 'vitest';
import { nounsOf } from '../../scripts/domain/nouns.ts';
import {
  clipped,
  figureAtPlaces,
  localTime,
  many,
  placesOf,
  seconds,
  signed,
} from '../../scripts/wording/figures.ts';
import { instant, settingsOf } from '../world.ts';

const schools = nounsOf(settingsOf());
const counties = nounsOf(settingsOf({ places: { singular: 'county', plural: 'counties' } }));

describe('a figure in words', () => {
  it.each([
    ['a rise', signed(3), '+3'],
    ['a fall, with a minus sign', signed(-3), '−3'],
    ['a fall in plain ASCII', signed(-3, '-'), '-3'],
    ['no change', signed(0), '0'],
    ['one school', placesOf(1, schools), '1 school'],
    ['no schools', placesOf(0, schools), '0 schools'],
    ['how long it took', seconds(1250), '1.3'],
    ['other words that take an s', many(2, 'hour'), '2 hours'],
    ['cases at schools', figureAtPlaces(5, 2, schools), '+5 new cases at 2 schools'],
    ['cases at other places', figureAtPlaces(5, 2, counties), '+5 new cases at 2 counties'],
    [
      'what else is counted',
      figureAtPlaces(-1, 1, counties, 'flu cases'),
      '−1 flu cases at 1 county',
    ],
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
