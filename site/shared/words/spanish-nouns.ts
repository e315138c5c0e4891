import { type CommonNouns, capital, type Gender, type Noun, type Nouns } from './nouns.ts';

/** Endings of most feminine nouns; the settings' `gender` decides where they mislead. */
const FEMININE = /(a|ción|sión|dad|tad|tud|umbre)$/i;

/** Feminine, but with “el” and “un” in the singular: el área. */
const STRESSED = /^h?á/i;

/** The settings' nouns as Spanish sentences need them; a capital begins a sentence. */
export interface SpanishNouns extends CommonNouns {
  /** `la escuela`. */
  readonly thePlace: string;
  readonly ThePlace: string;
  /** `de la escuela`, `del condado`. */
  readonly ofThePlace: string;
  /** `las escuelas`. */
  readonly thePlaces: string;
  readonly ThePlaces: string;
  /** `esta escuela`. */
  readonly thisPlace: string;
  /** `ninguna escuela`. */
  readonly noPlace: string;
  /** Ending of words that go with places: `a` or `o`. */
  readonly o: 'a' | 'o';
  /** Pronoun of a place. */
  readonly it: 'la' | 'lo';
  /** Ending of words that go with people. */
  readonly peopleO: 'a' | 'o';
  /** `los inscritos`, or all who are there. */
  readonly theEnrolled: string;
  readonly years: string;
  readonly district: string;
  readonly ofTheDistrict: string;
  readonly toTheDistrict: string;
  readonly thisDistrict: string;
  /** `todo el distrito`. */
  readonly AllTheDistrict: string;
  /** `el propio distrito`. */
  readonly theDistrictItself: string;
}

const PLACES: Noun = { singular: 'lugar', plural: 'lugares', gender: 'masculine' };
const SCHOOLS: Noun = { singular: 'escuela', plural: 'escuelas' };
const PEOPLE: Noun = { singular: 'persona', plural: 'personas' };
const PUPILS: Noun = { singular: 'alumno', plural: 'alumnos' };
const DISTRICT: Noun = { singular: 'distrito', plural: 'distritos' };

export function spanishNouns(nouns: Nouns): SpanishNouns {
  const { areSchools } = nouns;
  const place = nouns.places ?? (areSchools ? SCHOOLS : PLACES);
  const people = nouns.people ?? (areSchools ? PUPILS : PEOPLE);
  const district = nouns.district ?? DISTRICT;
  const o = ending(place);
  const peopleO = ending(people);
  const enrolled = areSchools ? `${people.plural} inscrit${peopleO}s` : people.plural;
  const year = areSchools ? 'año escolar' : 'año';
  const isFeminine = ending(district) === 'a';
  return {
    areSchools,
    place: place.singular,
    Place: capital(place.singular),
    places: place.plural,
    Places: capital(place.plural),
    thePlace: withThe(place),
    ThePlace: capital(withThe(place)),
    ofThePlace: ofThe(place),
    thePlaces: `l${o}s ${place.plural}`,
    ThePlaces: `L${o}s ${place.plural}`,
    aPlace: `${takesLa(place) ? 'una' : 'un'} ${place.singular}`,
    APlace: `${takesLa(place) ? 'Una' : 'Un'} ${place.singular}`,
    thisPlace: `${takesLa(place) ? 'esta' : 'este'} ${place.singular}`,
    noPlace: `${takesLa(place) ? 'ninguna' : 'ningún'} ${place.singular}`,
    o,
    it: o === 'a' ? 'la' : 'lo',
    people: people.plural,
    People: capital(people.plural),
    peopleO,
    enrolled,
    Enrolled: capital(enrolled),
    theEnrolled: `l${peopleO}s ${areSchools ? `inscrit${peopleO}s` : people.plural}`,
    per: nouns.ratePer.toLocaleString('es-US'),
    year,
    Year: capital(year),
    years: areSchools ? 'años escolares' : 'años',
    district: district.singular,
    theDistrict: withThe(district),
    TheDistrict: capital(withThe(district)),
    ofTheDistrict: ofThe(district),
    toTheDistrict: takesLa(district) ? `a ${withThe(district)}` : `al ${district.singular}`,
    thisDistrict: `${takesLa(district) ? 'esta' : 'este'} ${district.singular}`,
    AllTheDistrict: `${isFeminine ? 'Toda' : 'Todo'} ${withThe(district)}`,
    theDistrictItself: `${isFeminine ? 'la propia' : 'el propio'} ${district.singular}`,
  };
}

/** Ending of an adjective that goes with a noun. */
export function ending(noun: Noun): 'a' | 'o' {
  return genderOf(noun) === 'feminine' ? 'a' : 'o';
}

/** The gender of “casa de reposo” is that of its first word. */
function genderOf({ gender, singular }: Noun): Gender {
  const [head = ''] = singular.split(' ');
  return gender ?? (FEMININE.test(head) ? 'feminine' : 'masculine');
}

function takesLa(noun: Noun): boolean {
  return ending(noun) === 'a' && !STRESSED.test(noun.singular);
}

function withThe(noun: Noun): string {
  return `${takesLa(noun) ? 'la' : 'el'} ${noun.singular}`;
}

function ofThe(noun: Noun): string {
  return takesLa(noun) ? `de la ${noun.singular}` : `del ${noun.singular}`;
}
