import { english, type Language } from '../../site/shared/words/en.ts';
import { spanish } from '../../site/shared/words/es.ts';
import type { CountedNoun } from '../../site/shared/words/format.ts';
import { french } from '../../site/shared/words/fr.ts';
import type { Nouns } from '../../site/shared/words/nouns.ts';
import { countedIn, type NounSettings, nounsIn } from '../domain/nouns.ts';
import { refuseUsage } from '../domain/refusal.ts';

/** The words of each language, once it is known what the settings call things. */
export type Languages = Readonly<Record<string, (nouns: Nouns) => Language>>;

/** The languages that the site can have: another is one file of strings and one entry here. */
export const LANGUAGES: Languages = { en: english, es: spanish, fr: french };

/** The words of a language with what the settings count in it. */
export interface Edition {
  readonly text: Language;
  readonly counted: CountedNoun;
  /** Folder of its pages below the site, such as `es/`; empty for the first language. */
  readonly folder: string;
}

/**
 * The site's editions, one per language of the settings, the first at the plain addresses.
 *
 * @param languages the words to choose from, by their two letters
 * @throws Refusal (exit 2) for a language that has no file of strings
 */
export function editionsOf(
  settings: NounSettings,
  languages = LANGUAGES,
): readonly [Edition, ...Edition[]] {
  const editions = settings.site.languages.map((language, index): Edition => {
    const words = languages[language];
    if (!words) throw unknownLanguage(language, Object.keys(languages));
    return {
      text: words(nounsIn(settings, language)),
      counted: countedIn(settings, language),
      folder: index === 0 ? '' : `${language}/`,
    };
  });
  const [first, ...others] = editions;
  if (!first) throw new RangeError('the settings name no language');
  return [first, ...others];
}

function unknownLanguage(language: string, known: readonly string[]) {
  return refuseUsage(
    'unknown-language',
    `The site has no words in "${language}"; it has ${known.join(', ')}`,
    'Nothing was built. Name one of those under "site.languages" in data/district.json, or add a file of strings in site/shared/words/.',
    { file: 'data/district.json', value: language },
  );
}
