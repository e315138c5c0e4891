import { figureOf, type MapSchool } from '../shared/map/figures.ts';
import { figureText } from '../shared/map/map-words.ts';
import type { MapView } from '../shared/map/view.ts';
import { fill } from '../shared/words/phrase.ts';
import { schoolIn, type Words } from './parts.ts';

/**
 * Marks the table's column that the map shows, and fills the column of rates for the view's window.
 *
 * @param window the label of the window
 */
export function showFigures(
  table: HTMLElement,
  schools: readonly MapSchool[],
  view: MapView,
  words: Words,
  window: string,
): void {
  const shown = view.measure === 'count' ? view.window : view.measure;
  const heads = [...table.querySelectorAll('thead th')];
  for (const head of heads) head.classList.toggle('is-shown', columnOf(head) === shown);
  const rates = heads.filter((head) => columnOf(head) === 'rate');
  const [rate] = rates;
  if (!rate) return;
  for (const head of rates) head.textContent = fill(words.rateColumn, { window });
  const index = [...(rate.parentElement?.children ?? [])].indexOf(rate);
  const byId = new Map(schools.map((school) => [school.id, school]));
  for (const row of rowsOf(table)) {
    const school = byId.get(schoolOf(row));
    const cell = row.cells[index];
    if (!school || !cell) continue;
    const shown = { measure: 'rate', window: view.window } as const;
    const figure = figureOf(school, shown, words.ratePer);
    cell.textContent = figureText(figure, 'rate', words);
  }
}

/**
 * Shows only the rows of these schools, and says how many there are; null: all rows. A part without a
 * row is hidden with its head.
 */
export function showPart(table: HTMLElement, ids: ReadonlySet<string> | null, words: Words): void {
  const rows = rowsOf(table);
  for (const row of rows) row.hidden = ids !== null && !ids.has(schoolOf(row));
  for (const part of table.querySelectorAll<HTMLElement>('.map-rows')) {
    part.hidden = part.querySelector('tbody tr:not([hidden])') === null;
  }
  const left = rows.filter((row) => !row.hidden).length;
  const values = { n: String(left), of: String(rows.length) };
  const status = document.querySelector('[data-map-part]');
  if (status) status.textContent = ids ? fill(words.inPart, values) : '';
}

/** Calls `follow` with the id of the school whose row has the pointer or the focus; null: none. */
export function followRows(table: HTMLElement, follow: (id: string | null) => void): void {
  const report = ({ target }: Event) => {
    const row = target instanceof Element ? target.closest<HTMLTableRowElement>('tbody tr') : null;
    follow(row && schoolOf(row));
  };
  for (const name of ['focusin', 'mouseover']) table.addEventListener(name, report);
  for (const name of ['focusout', 'mouseleave']) table.addEventListener(name, () => follow(null));
}

function columnOf(head: Element): string | null {
  return head.getAttribute('data-column');
}

function rowsOf(table: HTMLElement): readonly HTMLTableRowElement[] {
  return [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')];
}

function schoolOf(row: HTMLTableRowElement): string {
  return schoolIn(row.querySelector('a'));
}
