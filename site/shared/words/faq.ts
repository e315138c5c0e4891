import type { CountedNoun } from './format.ts';

/** The figures that answers quote, formatted for the language. */
export interface FaqFacts {
  readonly counted: CountedNoun;
  readonly district: string;
  /** `518 schools`. */
  readonly schools: string;
  /** The record's first day; null before the first read. */
  readonly began: string | null;
  readonly lastChange: string | null;
  /** `12 corrections`. */
  readonly corrections: string;
  /** After how many days without a change the source counts as silent. */
  readonly staleDays: string;
  readonly repository: string;
  /** Whether places have rates, so that an answer explains them. */
  readonly hasRates: boolean;
  /** Whether places are on a map, and can be found by where the reader is. */
  readonly hasMap: boolean;
  /** Whether figures are summed from the beginning of a school year, too. */
  readonly hasYears: boolean;
}

/** A question with its answer. */
export interface Question {
  /** Its anchor on the page, which is the same in every language. */
  readonly id: string;
  readonly question: string;
  /** One string per paragraph. */
  readonly answer: readonly string[];
  /** Where to read more: a page of this site, or an absolute address. */
  readonly more?: { readonly href: string; readonly label: string };
}
