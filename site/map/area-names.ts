/** Size of their letters, in CSS pixels, at each zoom. */
const LETTERS = 12;

/**
 * Shows the names of those areas into which they fit.
 *
 * @param names the group of all names; null: there are none
 * @param pixels that a unit of the drawing has
 */
export function fitNames(names: SVGGElement | null, pixels: number): void {
  if (!names) return;
  names.setAttribute('font-size', String(Math.round((LETTERS / pixels) * 1000) / 1000));
  for (const name of names.querySelectorAll('text')) {
    name.classList.toggle('is-later', Number(name.dataset.from) > pixels);
  }
}
