import { isDateHeading } from './dates.ts';
import type { HeaderRule } from './header-row.ts';
import type { Heading } from './table.ts';

const YEAR = /^(19|20)\d\d$/;
/** A figure, as rows hold them and headings do not. */
const FIGURE = /^[+-]?[\d.,\s'’]+%?$/;

/** A rule for headers of which no column is known. */
export interface LikelyHeaderRule extends HeaderRule<readonly Heading[]> {
  /** How many columns the header had that was last taken; 0: none was. */
  readonly accepted: () => number;
}

/**
 * Takes the first row for the header whose cells are words or dates that all differ and that fill
 * half of it at least: a title fills one cell, a row of figures has numbers.
 *
 * @param widerThan a row with so many cells turned out not to be the header
 */
export function likelyHeaderRule(widerThan: number): LikelyHeaderRule {
  let accepted = 0;
  return {
    fit: (headings) => {
      if (headings.length <= widerThan || !mayBeHeader(headings)) return undefined;
      accepted = headings.length;
      return headings;
    },
    keysOf: (headings) => [headings.findIndex(({ name }) => name !== '')],
    accepted: () => accepted,
  };
}

function mayBeHeader(headings: readonly Heading[]): boolean {
  const names = headings.map(({ name }) => name).filter(Boolean);
  const isFilled = names.length > 1 && names.length * 2 >= headings.length;
  return isFilled && new Set(names).size === names.length && !names.some(isFigure);
}

function isFigure(name: string): boolean {
  return FIGURE.test(name) && /\d/.test(name) && !YEAR.test(name) && !isDateHeading(name);
}
