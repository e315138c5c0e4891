import { type CommonNouns, capital, type Gender, type Noun, type Nouns } from './nouns.ts';

/** Endings of most feminine nouns; the settings' `gender` decides where they mislead. */
const FEMININE =
  /(ion|son|ité|[ea]nce|ure|ette|esse|erie|[iu]lle|ille|une|one|ine|ise|sse|che|que|ie|nne|[oc]le)$/i;

/** Elides the article before it: l’école, l’hôpital, but le hameau. */
const ELIDING = /^(?!ha(?:meau|lle|ngar|lte|ut)|hors|onz|oui)[aeiouhàâäæéèêëîïôöœùûü]/i;

/** The settings' nouns as French sentences need them; a capital begins a sentence. */
export interface FrenchNouns extends CommonNouns {
  /** `l’école`, `le comté`. */
  readonly thePlace: string;
  readonly ThePlace: string;
  /** `de l’école`, `du comté`. */
  readonly ofThePlace: string;
  /** `d’écoles`, `de comtés`. */
  readonly ofPlaces: string;
  /** `cette école`, `cet arrondissement`. */
  readonly thisPlace: string;
  /** `aucune école`. */
  readonly noPlace: string;
  readonly NoPlace: string;
  /** Ending of words that go with places: `e` or nothing. */
  readonly e: 'e' | '';
  /** `toutes` or `tous`. */
  readonly all: string;
  readonly All: string;
  /** `d’élèves`, `de résidents`. */
  readonly ofPeople: string;
  readonly Years: string;
  readonly theYear: string;
  readonly ofTheDistrict: string;
  readonly thisDistrict: string;
  /** `tout le district`. */
  readonly AllTheDistrict: string;
  /** `le district lui-même`. */
  readonly theDistrictItself: string;
}

const PLACES: Noun = { singular: 'lieu', plural: 'lieux', gender: 'masculine' };
const SCHOOLS: Noun = { singular: 'école', plural: 'écoles', gender: 'feminine' };
const PEOPLE: Noun = { singular: 'personne', plural: 'personnes' };
const PUPILS: Noun = { singular: 'élève', plural: 'élèves', gender: 'masculine' };
const DISTRICT: Noun = { singular: 'district', plural: 'districts' };

export function frenchNouns(nouns: Nouns): FrenchNouns {
  const { areSchools } = nouns;
  const place = nouns.places ?? (areSchools ? SCHOOLS : PLACES);
  const people = nouns.people ?? (areSchools ? PUPILS : PEOPLE);
  const district = nouns.district ?? DISTRICT;
  const e = isFeminine(place) ? 'e' : '';
  const all = e ? 'toutes' : 'tous';
  const enrolled = areSchools
    ? `${people.plural} inscrit${isFeminine(people) ? 'e' : ''}s`
    : people.plural;
  const year = areSchools ? 'année scolaire' : 'année';
  const itself = isFeminine(district) ? 'elle-même' : 'lui-même';
  return {
    areSchools,
    place: place.singular,
    Place: capital(place.singular),
    places: place.plural,
    Places: capital(place.plural),
    thePlace: withThe(place),
    ThePlace: capital(withThe(place)),
    ofThePlace: ofThe(place),
    ofPlaces: de(place.plural),
    aPlace: `un${e} ${place.singular}`,
    APlace: `Un${e} ${place.singular}`,
    thisPlace: withThis(place),
    noPlace: `aucun${e} ${place.singular}`,
    NoPlace: `Aucun${e} ${place.singular}`,
    e,
    all,
    All: capital(all),
    people: people.plural,
    People: capital(people.plural),
    ofPeople: de(people.plural),
    enrolled,
    Enrolled: capital(enrolled),
    per: nouns.ratePer.toLocaleString('fr-FR'),
    year,
    Year: capital(year),
    Years: areSchools ? 'Les années scolaires' : 'Les années',
    theYear: `l’${year}`,
    theDistrict: withThe(district),
    TheDistrict: capital(withThe(district)),
    ofTheDistrict: ofThe(district),
    thisDistrict: withThis(district),
    AllTheDistrict: `${isFeminine(district) ? 'Toute' : 'Tout'} ${withThe(district)}`,
    theDistrictItself: `${withThe(district)} ${itself}`,
  };
}

/** `de rougeole`, `d’oreillons`. */
export function de(words: string): string {
  return ELIDING.test(words) ? `d’${words}` : `de ${words}`;
}

/** “new” before a noun: nouveau cas, nouvel accès, nouvelles admissions. */
export function nouveau(noun: Noun, isPlural: boolean): string {
  if (isFeminine(noun)) return isPlural ? 'nouvelles' : 'nouvelle';
  if (isPlural) return 'nouveaux';
  return ELIDING.test(noun.singular) ? 'nouvel' : 'nouveau';
}

/** The gender of “maison de retraite” is that of its first word. */
export function isFeminine({ gender, singular }: Noun): boolean {
  const [head = ''] = singular.split(' ');
  const known: Gender = gender ?? (FEMININE.test(head) ? 'feminine' : 'masculine');
  return known === 'feminine';
}

function withThe(noun: Noun): string {
  if (ELIDING.test(noun.singular)) return `l’${noun.singular}`;
  return `${isFeminine(noun) ? 'la' : 'le'} ${noun.singular}`;
}

function ofThe(noun: Noun): string {
  if (ELIDING.test(noun.singular)) return `de l’${noun.singular}`;
  return isFeminine(noun) ? `de la ${noun.singular}` : `du ${noun.singular}`;
}

function withThis(noun: Noun): string {
  if (isFeminine(noun)) return `cette ${noun.singular}`;
  return `${ELIDING.test(noun.singular) ? 'cet' : 'ce'} ${noun.singular}`;
}
