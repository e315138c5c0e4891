import { english, type Language } from '../../site/shared/words/en.ts';
import { spanish } from '../../site/shared/words/es.ts';
import type { CountedNoun } from '../../site/shared/words/format.ts';
import { refuseUsage } from '../domain/refusal.ts';

/** The languages that the site can have: another is one file of strings and one entry here. */
export const LANGUAGES: Readonly<Record<string, Language>> = { en: english, es: spanish };

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
  settings: {
    readonly counted: CountedNoun & {
      readonly otherLanguages: Readonly<Record<string, CountedNoun>>;
    };
    readonly site: { readonly languages: readonly string[] };
  },
  languages = LANGUAGES,
): readonly [Edition, ...Edition[]] {
  const editions = settings.site.languages.map((language, index): Edition => {
    const text = languages[language];
    if (!text) throw unknownLanguage(language, Object.keys(languages));
    return {
      text,
      counted: settings.counted.otherLanguages[language] ?? settings.counted,
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
