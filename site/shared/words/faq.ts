import type { Counted } from './format.ts';

/** The record's own figures that answers are made of, as the language writes them. */
export interface FaqFacts {
  readonly counted: Counted;
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
}

/** A question with its answer, one sentence or a few a paragraph. */
export interface Question {
  /** Its place on the page, for links: the same in every language. */
  readonly id: string;
  readonly question: string;
  readonly answer: readonly string[];
  /** Where there is more: a page of this site, or an absolute address. */
  readonly more?: { readonly href: string; readonly label: string };
}
