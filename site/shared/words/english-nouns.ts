import { type CommonNouns, capital, type Noun, type Nouns } from './nouns.ts';

/** Begins with the sound of a vowel, so that the article is “an”: an hour, but a unit. */
const VOWEL = /^(?!eu|one|u[nst]i|use)(?:[aeiou]|hour|heir|honou?r)/i;

/** The settings' nouns as English sentences need them; a capital begins a sentence. */
export interface EnglishNouns extends CommonNouns {
  readonly Years: string;
  readonly district: string;
}

const PLACES: Noun = { singular: 'place', plural: 'places' };
const SCHOOLS: Noun = { singular: 'school', plural: 'schools' };

export function englishNouns(nouns: Nouns): EnglishNouns {
  const { areSchools, ratePer } = nouns;
  const { singular: place, plural: places } = nouns.places ?? (areSchools ? SCHOOLS : PLACES);
  const people = nouns.people?.plural ?? (areSchools ? 'pupils' : 'people');
  const enrolled = areSchools ? `${people} enrolled` : people;
  const district = nouns.district?.singular ?? 'district';
  const year = areSchools ? 'school year' : 'year';
  const aPlace = `${VOWEL.test(place) ? 'an' : 'a'} ${place}`;
  return {
    areSchools,
    place,
    Place: capital(place),
    places,
    Places: capital(places),
    aPlace,
    APlace: capital(aPlace),
    people,
    People: capital(people),
    enrolled,
    Enrolled: capital(enrolled),
    per: ratePer.toLocaleString('en-US'),
    year,
    Year: capital(year),
    Years: capital(`${year}s`),
    district,
    theDistrict: `the ${district}`,
    TheDistrict: `The ${district}`,
  };
}
