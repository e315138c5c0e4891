import { element } from '../element.ts';
import { locale, wordsOf } from '../page.ts';
import { countIn, fill } from '../shared/words/phrase.ts';
import { idsIn, MOST_COMPARED, searchOf } from './compare-state.ts';
import { compareTable } from './compare-table.ts';
import { type CompareWords, type Comparison, loadComparison } from './comparison.ts';
import { type SearchWords, searchSchools } from './search-box.ts';

/**
 * Compares up to four schools. The address says which, so that a comparison can be shared as a
 * link.
 */
export function enhance(place: HTMLElement): void {
  const input = place.querySelector('input');
  const status = place.querySelector('[role=status].says');
  const result = place.querySelector('[data-result]');
  const form = place.querySelector('form');
  if (!input || !status || !result || !form) return;
  const words = wordsOf<CompareWords>(place);
  let turn = 0;
  let shown = '';

  const show = async () => {
    turn += 1;
    shown = location.search;
    const mine = turn;
    const ids = idsIn(location.search);
    input.disabled = ids.length >= MOST_COMPARED;
    const compared = await loadComparison(ids).catch(() => undefined);
    if (mine !== turn) return;
    status.textContent = compared ? saysOf(ids, compared, words) : words.failed;
    const parts = compared && compared.schools.length > 0 ? partsOf(compared) : [];
    result.replaceChildren(...parts);
    if (!compared || parts.length === 0) return;
    // The charts' library is larger than everything else here, and an empty page does not need it.
    const charts = await import('./compare-charts.ts').catch(() => undefined);
    if (mine !== turn) return;
    if (charts) result.append(...charts.compareCharts(compared, words));
    else status.textContent = words.failed;
  };
  const go = (ids: readonly string[]) => {
    history.pushState(null, '', location.pathname + searchOf(ids) + location.hash);
    void show();
  };
  const partsOf = (compared: Comparison) => [
    chosen(compared, words, (id) => {
      go(idsIn(location.search).filter((other) => other !== id));
      input.focus();
    }),
    compareTable(compared, words),
  ];
  searchSchools(input, wordsOf<SearchWords>(form), ({ id }) => {
    input.value = '';
    input.dispatchEvent(new Event('input'));
    go(idsIn(searchOf([...idsIn(location.search), id])));
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  // Following a link to a span does not change what is compared.
  addEventListener('popstate', () => {
    if (location.search !== shown) void show();
  });
  void show();
}

function saysOf(ids: readonly string[], { schools }: Comparison, words: CompareWords): string {
  const known = new Set(schools.map(({ id }) => id));
  const unknown = ids.filter((id) => !known.has(id)).map((id) => fill(words.unknown, { id }));
  const compared = ids.length === 0 ? words.none : countIn(words.comparing, schools.length, locale);
  const full = ids.length >= MOST_COMPARED ? [words.full] : [];
  return [compared, ...unknown, ...full].join(' ');
}

/** The list of compared schools, each with a button that removes it. */
function chosen({ schools }: Comparison, words: CompareWords, remove: (id: string) => void): Node {
  const items = schools.map(({ id, name }) => {
    const label = fill(words.remove, { name });
    const button = element('button', { type: 'button', class: 'forget', 'aria-label': label }, '×');
    button.addEventListener('click', () => remove(id));
    return element('li', {}, name, button);
  });
  return element('ul', { class: 'chosen', 'aria-label': words.chosen }, ...items);
}
