/** A noun of the settings, in one language. */
export interface Noun {
  readonly singular: string;
  readonly plural: string;
  /** For languages whose sentences depend on it; absent: its ending decides. */
  readonly gender?: Gender | undefined;
}

export type Gender = 'feminine' | 'masculine';

/** What the settings call things in one language. */
export interface Nouns {
  /** Whether places are schools: then sentences may speak of children and school years. */
  readonly areSchools: boolean;
  /** What is counted by; null: the language's word for schools, or for places of any kind. */
  readonly places: Noun | null;
  /** Who is there; null: the language's word for pupils, or for people. */
  readonly people: Noun | null;
  /** What publishes the counts; null: the language's word for a district. */
  readonly district: Noun | null;
  /** Rates are cases per so many people. */
  readonly ratePer: number;
}

/** What the settings of the first districts mean: schools and their pupils. */
export const SCHOOLS: Nouns = {
  areSchools: true,
  places: null,
  people: null,
  district: null,
  ratePer: 100,
};

/** With a capital letter at its beginning, as at the beginning of a sentence. */
export function capital(words: string): string {
  return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** What every language asks of the settings' nouns; a capital begins a sentence. */
export interface CommonNouns {
  readonly areSchools: boolean;
  readonly place: string;
  readonly Place: string;
  readonly places: string;
  readonly Places: string;
  /** `a school`. */
  readonly aPlace: string;
  readonly APlace: string;
  readonly people: string;
  readonly People: string;
  /** `pupils enrolled`, or who is there. */
  readonly enrolled: string;
  readonly Enrolled: string;
  /** Of how many people rates are. */
  readonly per: string;
  readonly year: string;
  readonly Year: string;
  /** `the district`. */
  readonly theDistrict: string;
  readonly TheDistrict: string;
}
