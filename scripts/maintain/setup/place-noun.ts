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

/** Schools in the site’s languages: what its pages say where the settings name no places. */
export const SCHOOLS: Readonly<Record<string, string>> = {
  en: 'school,schools',
  es: 'escuela,escuelas',
  fr: 'école,écoles',
};

const SCHOOL = /^(school|escuela|colegio|plantel|ecole|etablissement|schule)s?$/;

/**
 * What places are called in English, as the heading of their names suggests; place and places if it
 * does not.
 */
export function placeNoun(heading: string | readonly string[] | null): Noun {
  const words = [heading ?? []].flat().flatMap(wordsOf);
  const singular = words.map(singularOf).findLast((word) => NOUNS.has(word));
  if (singular === undefined) return { singular: 'place', plural: 'places' };
  const isCareHome = singular === 'home' && words.includes('care');
  if (isCareHome) return { singular: 'care home', plural: 'care homes' };
  return { singular, plural: NOUNS.get(singular) ?? 'places' };
}

function singularOf(word: string): string {
  if (SCHOOL.test(word)) return 'school';
  return [...NOUNS].find(([, plural]) => plural === word)?.[0] ?? word;
}
