import type { MapWords } from '../shared/map/map-words.ts';
import type { Frame } from '../shared/map/projection.ts';
import type { Language } from '../shared/words/en.ts';

/** The words of the map, as the page's `data-words` holds them. */
export type Words = MapWords & Language['map']['words'];

/** The elements of the page that belong to the map, and the frame of its picture. */
export interface Parts {
  readonly form: HTMLFormElement;
  readonly status: HTMLElement;
  readonly small: HTMLElement;
  readonly stage: HTMLElement;
  readonly svg: SVGSVGElement;
  readonly streets: HTMLElement | null;
  readonly tools: HTMLElement;
  /** Says what a dot is. */
  readonly reading: HTMLElement;
  readonly shown: HTMLElement;
  readonly legend: HTMLTableSectionElement;
  /** The group of all dots. */
  readonly group: Element;
  /** The group of the names of areas; null: there are none. */
  readonly names: SVGGElement | null;
  readonly frame: Frame;
  /** The region of the table, which is in parts. */
  readonly table: HTMLElement;
}

/**
 * Finds the map's elements by their `data-map-…` attributes.
 *
 * @throws Error if one is missing; nothing is enhanced then, and the page stays as it was built
 */
export function findParts(section: HTMLElement): Parts {
  const part = <Part extends Element = HTMLElement>(name: string, root: ParentNode = section) => {
    const found = root.querySelector<Part>(`[data-map-${name}]`);
    if (!found) throw new Error(`the map has no ${name}`);
    return found;
  };
  const stage = part('stage');
  return {
    form: part<HTMLFormElement>('controls'),
    status: part('status'),
    small: part('small'),
    stage,
    svg: part<SVGSVGElement>('drawing', stage),
    streets: section.querySelector<HTMLElement>('[data-map-streets]'),
    tools: part('tools'),
    reading: part('reading'),
    shown: part('shown'),
    legend: part<HTMLTableSectionElement>('legend'),
    group: part<Element>('dots'),
    names: section.querySelector<SVGGElement>('[data-map-areas]'),
    frame: JSON.parse(section.dataset.frame ?? '{}'),
    table: part('table', document),
  };
}

/** The id of the school that a link leads to: the last folder of its address. */
export function schoolIn(link: Element | null): string {
  return link?.getAttribute('href')?.split('/').at(-2) ?? '';
}
