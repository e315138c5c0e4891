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
export function figuresOf(school: ListedSchool): readonly string[] {
  const { new_cases, total_cases } = school;
  return [new_cases.days_7, new_cases.days_14, total_cases].map((n) => figureOf(school, n));
}

/** A figure for the page's locale; a dash where the source has shown none of the school yet. */
export function figureOf({ no_figure_yet }: ListedSchool, count: number): string {
  return no_figure_yet ? '–' : numberIn(locale, count);
}
