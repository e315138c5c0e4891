import { describe, expect, it } from 'vitest';
import { howOften } from '../../../site/shared/how-often.ts';
import { english } from '../../../site/shared/words/en.ts';
import { french } from '../../../site/shared/words/fr.ts';
import { SCHOOLS } from '../../../site/shared/words/nouns.ts';

const { often } = english(SCHOOLS).subscribe.words;
const weeks = { days: 56, words: 'the 8 weeks' };

describe('howOften', () => {
  it.each([
    [0, weeks, 'Nothing came in the 8 weeks.'],
    [1, weeks, 'One item came in the 8 weeks.'],
    [3, weeks, '3 items came in the 8 weeks.'],
    // Less than one a week is not rounded up to one.
    [7, weeks, '7 items came in the 8 weeks.'],
    [8, weeks, 'About one item a week: 8 in the 8 weeks.'],
    [26, weeks, 'About 3 items a week: 26 in the 8 weeks.'],
    [9000, weeks, 'About 1,125 items a week: 9,000 in the 8 weeks.'],
    [5, { days: 14, words: 'the 2 weeks' }, 'About 3 items a week: 5 in the 2 weeks.'],
    [5, { days: 13, words: 'the 13 days' }, '5 items came in the 13 days.'],
    [5, { days: 1, words: 'the 1 day' }, '5 items came in the 1 day.'],
  ])('of %i', (items, span, says) => {
    expect(howOften(items, span, often, 'en-US')).toBe(says);
  });

  it('follows the plural rules of the language', () => {
    const words = french(SCHOOLS).subscribe.words.often;
    expect(howOften(8, weeks, words, 'fr-FR')).toMatch(/^Environ un article par semaine/);
    expect(howOften(2, weeks, words, 'fr-FR')).toMatch(/^2 articles sont arrivés/);
  });
});
