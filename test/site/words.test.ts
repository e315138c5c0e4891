import { describe, expect, it } from 'vitest';
import { english } from '../../scripts/site/language/en.ts';
import { spanish } from '../../scripts/site/language/es.ts';
import type { FaqFacts } from '../../scripts/site/language/faq.ts';

const facts: FaqFacts = {
  counted: { singular: 'case', plural: 'cases' },
  district: 'the city',
  schools: '518 schools',
  began: 'March 7',
  lastChange: 'March 9',
  corrections: '3 corrections',
  staleDays: '7 days',
  repository: 'https://github.com/example/tracker',
};

/** The running text of the pages in plain words. */
const textOf = ({ faq, subscribe, about, status }: typeof english) =>
  [
    ...faq.questions(facts).flatMap(({ answer }) => answer),
    ...[about.lead, about.dayText, about.negativeText, about.heldText],
    ...[subscribe.lead, subscribe.mailText, subscribe.schoolText, subscribe.feedsText],
    ...[subscribe.chatText, subscribe.promiseText, ...Object.values(subscribe.says)],
    status.checkNote,
  ].join(' ');

function measures(text: string, vowels: RegExp) {
  const sentences = text.split(/[.!?]+\s/).length;
  const words = text.match(/\p{L}+/gu) ?? [];
  const syllables = words.reduce((sum, word) => sum + (word.match(vowels)?.length || 1), 0);
  return { wordsPerSentence: words.length / sentences, syllablesPerWord: syllables / words.length };
}

describe('the pages in plain words', () => {
  it('can be read at about twelve in English (Flesch–Kincaid grade)', () => {
    // A silent e at a word's end is no syllable.
    const { wordsPerSentence, syllablesPerWord } = measures(
      textOf(english).replace(/(?<=\p{L}{2})e\b/gu, ''),
      /[aeiouy]+/gi,
    );
    expect(0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59).toBeLessThan(7);
  });

  it('are easy in Spanish (Fernández Huerta: 70 and more is easy)', () => {
    const { wordsPerSentence, syllablesPerWord } = measures(
      textOf(spanish),
      /[aáeéoó]?[iuü]?[aáeéíoóuúi]|[iuü]/gi,
    );
    expect(206.84 - 60 * syllablesPerWord - 1.02 * wordsPerSentence).toBeGreaterThan(70);
  });

  it('ask and answer the same questions in both languages, with the same figures', () => {
    const [ours, theirs] = [english.faq.questions(facts), spanish.faq.questions(facts)];
    expect(theirs.map(({ id, more }) => [id, more?.href])).toEqual(
      ours.map(({ id, more }) => [id, more?.href]),
    );
    const figures = (list: typeof ours) =>
      list.map(({ answer }) => answer.join(' ').match(/\d+/g) ?? []);
    expect(figures(theirs)).toEqual(figures(ours));
  });
});
