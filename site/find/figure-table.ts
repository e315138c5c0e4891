import { element } from '../element.ts';
import { locale, pageAddress } from '../page.ts';
import { numberIn } from '../shared/words/phrase.ts';
import type { ListedSchool } from './schools-file.ts';

/** A table with a row per school: a link to the school's page, then its cells. */
export function figureTable(
  columns: readonly string[],
  rows: readonly { readonly school: ListedSchool; readonly cells: readonly (string | Node)[] }[],
): HTMLTableElement {
  const head = element('tr', {}, ...columns.map((name) => element('th', { scope: 'col' }, name)));
  const body = rows.map(({ school, cells }) => {
    const link = element('a', { href: pageAddress(`schools/${school.id}/`) }, school.name);
    const row = element('tr', {}, element('th', { scope: 'row' }, link));
    row.append(...cells.map((cell) => element('td', {}, cell)));
    return row;
  });
  return element(
    'table',
    { class: 'schools' },
    element('thead', {}, head),
    element('tbody', {}, ...body),
  );
}

/**
 * A school's new cases in the last 7 and 14 days and its total, formatted for the page's locale.
 */
export function figuresOf({ new_cases, total_cases }: ListedSchool): readonly string[] {
  return [new_cases.days_7, new_cases.days_14, total_cases].map((n) => numberIn(locale, n));
}
