import type { Drawing } from '../shared/map/drawing.ts';
import type { Parts } from './parts.ts';

/**
 * Updates the build's picture to another drawing: colours, sizes and order of the dots, and the
 * legend.
 */
export function drawPicture(parts: Parts, { dots, legend, shown }: Drawing): void {
  for (const { school, of, title } of dots) {
    const link = parts.dots.get(school.id);
    const circle = link?.querySelector('circle');
    const words = link?.querySelector('title');
    if (!link || !circle || !words) continue;
    circle.setAttribute('class', of.key);
    circle.setAttribute('r', String(of.radius));
    words.textContent = title;
    parts.group.append(link);
  }
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

/** Marks a school's dot in the picture with a ring, and no other; null: none. */
export function findDot({ dots }: Parts, id: string | null): void {
  for (const [school, dot] of dots) dot.classList.toggle('is-found', school === id);
}
