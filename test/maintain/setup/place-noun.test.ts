import { describe, expect, it } from 'vitest';
import { placeNoun } from '../../../scripts/maintain/setup/place-noun.ts';

describe('what a place is called', () => {
  it.each<[string | readonly string[] | null, string, string]>([
    ['School', 'school', 'schools'],
    ['School Name', 'school', 'schools'],
    ['Escuela', 'school', 'schools'],
    ['École', 'school', 'schools'],
    [['County', 'School'], 'school', 'schools'],
    ['Counties', 'county', 'counties'],
    ['Care home', 'care home', 'care homes'],
    ['NeighbourhoodName', 'neighbourhood', 'neighbourhoods'],
    ['constructor', 'place', 'places'],
    [null, 'place', 'places'],
  ])('%j: %s, %s', (heading, singular, plural) => {
    expect(placeNoun(heading)).toEqual({ singular, plural });
  });
});
