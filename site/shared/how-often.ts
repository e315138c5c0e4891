import { countIn, type Forms, fill } from './words/phrase.ts';

/** How often items come, in a language; `{span}` is the time looked at, `{total}` its items. */
export interface OftenWords {
  readonly none: string;
  /** Completed with the items of the whole time. */
  readonly some: Forms;
  /** Completed with the items of a week. */
  readonly weekly: Forms;
}

/** The time over which items were counted. */
export interface Span {
  /** Calendar days. */
  readonly days: number;
  /** The same in words, with its last day. */
  readonly words: string;
}

const WEEK = 7;

/**
 * How often items come, as one sentence: by week where there was at least one a week in two weeks or
 * more, else how many there were in all.
 *
 * @param items how many came in that time
 */
export function howOften(items: number, span: Span, words: OftenWords, locale: string): string {
  if (items === 0) return fill(words.none, { span: span.words });
  const perWeek = (items * WEEK) / span.days;
  if (perWeek < 1 || span.days < 2 * WEEK) {
    return countIn(words.some, items, locale, { span: span.words });
  }
  return countIn(words.weekly, Math.round(perWeek), locale, { total: items, span: span.words });
}
