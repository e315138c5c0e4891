import type { Drawing } from '../shared/map/drawing.ts';
import type { Parts } from './parts.ts';

/** Makes heading and legend say what another drawing shows. */
export function showLegend(
  parts: Parts,
  { legend, shown }: Pick<Drawing, 'legend' | 'shown'>,
): void {
  parts.shown.textContent = shown;
  const [pattern] = parts.legend.rows;
  if (!pattern) return;
  const rows = legend.map(({ key, radius, label, dots: count }) => {
    const row = pattern.cloneNode(true) as HTMLTableRowElement;
    const circle = row.querySelector('circle');
    circle?.setAttribute('class', key);
    circle?.setAttribute('r', String(radius));
    const [name, number] = row.cells;
    name?.lastChild?.replaceWith(` ${label}`);
    if (number) number.textContent = count;
    return row;
  });
  parts.legend.replaceChildren(...rows);
}
