import { locale, pageAddress, wordsOf } from '../page.ts';
import type { Language } from '../shared/words/en.ts';
import { countIn, fill } from '../shared/words/phrase.ts';
import { type Answer, makeCombobox } from './combobox.ts';
import { rankingOf } from './rank-schools.ts';
import { type ListedSchool, loadSchools } from './schools-file.ts';

/** The words of a search field, as the form's `data-words` holds them. */
export type SearchWords = Language['find']['search']['words'];

/** How many choices are shown: as many as fit on a phone above its keyboard. */
const SHOWN = 7;

/** The search in the header of every page: choosing a school opens its page. */
export function enhance(form: HTMLElement): void {
  const input = form.querySelector('input');
  if (!input) return;
  searchSchools(input, wordsOf<SearchWords>(form), ({ id }) => {
    location.href = pageAddress(`schools/${id}/`);
  });
}

/**
 * Makes a text field search the schools as the reader types. The list of schools is loaded at once.
 *
 * @param choose called with the school that the reader chooses
 */
export function searchSchools(
  input: HTMLInputElement,
  words: SearchWords,
  choose: (school: ListedSchool) => void,
): void {
  const ready = async () => rankingOf((await loadSchools()).schools);
  let ranking: ReturnType<typeof ready> | undefined;
  makeCombobox(input, words.options, async (query): Promise<Answer> => {
    ranking ??= ready();
    const rank = await ranking.catch(() => undefined);
    if (!rank) ranking = undefined;
    if (query.trim() === '') return { choices: [], status: '' };
    if (!rank) return { choices: [], status: words.failed };
    const found = rank(query);
    const choices = found.slice(0, SHOWN).map(({ school, formerName }) => ({
      label: school.name,
      note: formerName ? fill(words.formerly, { name: formerName }) : recentOf(school, words),
      choose: () => choose(school),
    }));
    return { choices, status: statusOf(found.length, words) };
  });
}

/** Empty where the source has shown no figure of the school yet. */
function recentOf({ new_cases, no_figure_yet }: ListedSchool, words: SearchWords): string {
  return no_figure_yet ? '' : countIn(words.recent, new_cases.days_14, locale);
}

function statusOf(count: number, words: SearchWords): string {
  if (count === 0) return words.none;
  return countIn(count > SHOWN ? words.more : words.found, count, locale);
}
