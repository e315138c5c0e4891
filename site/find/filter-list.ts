import { element } from '../element.ts';
import { locale, wordsOf } from '../page.ts';
import type { Language } from '../shared/words/en.ts';
import { countIn, fill } from '../shared/words/phrase.ts';
import { rankingOf } from './rank-schools.ts';
import { loadSchools } from './schools-file.ts';

type Words = Language['find']['list']['words'];

/** How many matches are shown. Further ones have little in common with the query. */
const SHOWN = 25;

/**
 * Replaces the list from A to Z with the schools that match the address (`?q=`), best first, and a
 * link back to the whole list. If the names cannot be loaded, the list stays as it is.
 */
export async function enhance(list: HTMLElement): Promise<void> {
  const query = new URLSearchParams(location.search).get('q')?.trim() ?? '';
  if (query === '') return;
  for (const input of document.querySelectorAll<HTMLInputElement>('[data-search] input')) {
    input.value = query;
  }
  const file = await loadSchools().catch(() => undefined);
  if (!file) return;
  const found = rankingOf(file.schools)(query).slice(0, SHOWN);
  const words = wordsOf<Words>(list);
  const title = element('h2', { id: 'found' }, fill(words.title, { query }));
  const says = found.length === 0 ? words.none : countIn(words.found, found.length, locale);
  const back = element('a', { href: location.pathname }, words.all);
  const result = element('section', { 'aria-labelledby': 'found', class: 'found' }, title);
  result.append(element('p', { role: 'status' }, says, ' ', back));
  const table =
    found.length > 0
      ? tableOf(
          list,
          found.map(({ school }) => school.id),
        )
      : undefined;
  if (table) result.append(table);
  // The result comes first, even before the schools that the reader follows.
  (document.querySelector('.mine') ?? list).before(result);
  list.hidden = found.length > 0;
}

/** A copy of the list's own table with only the rows of these schools, in this order. */
function tableOf(list: HTMLElement, ids: readonly string[]): Node | undefined {
  const table = list.querySelector('table')?.cloneNode(true);
  if (!(table instanceof HTMLTableElement)) return undefined;
  const rows = ids.flatMap((id) => {
    const row = list.querySelector(`a[href$="schools/${CSS.escape(id)}/"]`)?.closest('tr');
    return row ? [row.cloneNode(true)] : [];
  });
  table.caption?.remove();
  table.tBodies[0]?.replaceChildren(...rows);
  return element('div', { class: 'scroll' }, table);
}
