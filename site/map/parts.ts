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
  readonly opener: HTMLElement;
  readonly open: HTMLButtonElement;
  readonly streets: HTMLElement | null;
  readonly live: HTMLElement;
  readonly tools: HTMLElement;
  readonly shown: HTMLElement;
  readonly legend: HTMLTableSectionElement;
  /** The group of all dots. */
  readonly group: Element;
  /** Each school's dot, by id. */
  readonly dots: ReadonlyMap<string, Element>;
  /** The path of the outline; null if the picture has none. */
  readonly land: Element | null;
  readonly frame: Frame;
  readonly table: HTMLTableElement;
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
  const group = part<Element>('dots');
  return {
    form: part<HTMLFormElement>('controls'),
    status: part('status'),
    small: part('small'),
    opener: part('opener'),
    open: part<HTMLButtonElement>('open'),
    streets: section.querySelector<HTMLElement>('[data-map-streets]'),
    live: part('live'),
    tools: part('tools'),
    shown: part('shown'),
    legend: part<HTMLTableSectionElement>('legend'),
    group,
    dots: new Map([...group.children].map((dot) => [schoolIn(dot), dot])),
    land: section.querySelector('.land'),
    frame: JSON.parse(section.dataset.frame ?? '{}'),
    table: part<HTMLTableElement>('table', document),
  };
}

/** The id of the school that a link leads to: the last folder of its address. */
export function schoolIn(link: Element | null): string {
  return link?.getAttribute('href')?.split('/').at(-2) ?? '';
}
