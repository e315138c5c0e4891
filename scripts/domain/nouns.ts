import { type EnglishNouns, englishNouns } from '../../site/shared/words/english-nouns.ts';
import type { Noun, Nouns } from '../../site/shared/words/nouns.ts';

/** What the settings call things: the nouns are the site's, so that pages and messages agree. */
export * from '../../site/shared/words/english-nouns.ts';

/** A noun in the site's first language, with the same noun in others. */
type NounInLanguages = Noun & { readonly otherLanguages: Readonly<Record<string, Noun>> };

/** Those settings that name things. */
export interface NounSettings {
  readonly counted: NounInLanguages;
  readonly places: NounInLanguages | null;
  readonly people: NounInLanguages | null;
  readonly district: NounInLanguages | null;
  readonly ratePer: number;
  readonly site: { readonly languages: readonly string[] };
}

/**
 * What the settings call things in a language. Where they name a county, but not in this language,
 * its own word for places of any kind stands in: a word of another language would not fit.
 *
 * @param language two letters
 */
export function nounsIn(settings: NounSettings, language: string): Nouns {
  const { places, people, district, ratePer } = settings;
  const inLanguage = (noun: NounInLanguages | null): Noun | null =>
    noun && nounIn(noun, settings, language);
  return {
    areSchools: places === null,
    places: inLanguage(places),
    people: inLanguage(people),
    district: inLanguage(district),
    ratePer,
  };
}

/** A noun of the settings in a language; null: they have no word in this one. */
export function nounIn(
  noun: NounInLanguages,
  { site }: Pick<NounSettings, 'site'>,
  language: string,
): Noun | null {
  if (site.languages[0] === language) return noun;
  return Object.hasOwn(noun.otherLanguages, language)
    ? (noun.otherLanguages[language] ?? null)
    : null;
}

/** What console, commit, summary, issue, pull request and release call things: they are in English. */
export function nounsOf(settings: NounSettings): EnglishNouns {
  return englishNouns(nounsIn(settings, 'en'));
}

/** What is counted, in a language; in the site's first where the settings have no words in this one. */
export function countedIn({ counted, site }: NounSettings, language: string): Noun {
  if (site.languages[0] === language) return counted;
  return counted.otherLanguages[language] ?? counted;
}
