import type { Noun } from '../../wording/reading-text.ts';
import { wordsOf } from './heading-words.ts';

/** Places that headings name in English; the last word of a heading decides ("School district"). */
const NOUNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    school: 'schools',
    campus: 'campuses',
    county: 'counties',
    municipality: 'municipalities',
    borough: 'boroughs',
    neighborhood: 'neighborhoods',
    neighbourhood: 'neighbourhoods',
    district: 'districts',
    city: 'cities',
    town: 'towns',
    village: 'villages',
    ward: 'wards',
    region: 'regions',
    parish: 'parishes',
    province: 'provinces',
    state: 'states',
    commune: 'communes',
    hospital: 'hospitals',
    facility: 'facilities',
    home: 'homes',
  }),
);

/** What places are called, as the heading of their names suggests; place and places if it does not. */
export function placeNoun(heading: string | readonly string[] | null): Noun {
  const words = [heading ?? []].flat().flatMap(wordsOf);
  const singular = words.findLast((word) => NOUNS.has(word)) ?? 'place';
  const isCareHome = singular === 'home' && words.includes('care');
  if (isCareHome) return { singular: 'care home', plural: 'care homes' };
  return { singular, plural: NOUNS.get(singular) ?? 'places' };
}
