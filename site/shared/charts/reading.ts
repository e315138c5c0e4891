import { addDays, type ReportingDate } from '../time.ts';
import { countIn, type Forms, fill } from '../words/phrase.ts';
import { DAYS_OF_WEEK } from './calendar-weeks.ts';
import type { ChartKind, Stop } from './stops.ts';

/** Phrases of what a chart shows at a stop; plain strings, because the browser fills them in. */
export interface ReadingWords {
  readonly line: string;
  /** Between the parts of a figure. */
  readonly between: string;
  readonly week: string;
  readonly days: string;
  readonly fromTo: string;
  readonly newCases: Forms;
  readonly none: string;
  readonly correction: string;
  readonly mean: string;
  readonly unread: Forms;
  readonly notRead: string;
  readonly since: string;
}

/** How the page's language writes dates and figures. */
interface ReadingFormat {
  readonly locale: string;
  readonly number: (value: number) => string;
  readonly shortDate: (date: ReportingDate) => string;
  readonly weekdayDate: (date: ReportingDate) => string;
}

/**
 * What a chart shows at a stop, in words: `Tue, Sep 28, 2021: 3 new cases; mean of 7 days: 1.4`.
 *
 * @param since the first day of the chart
 */
export function readingOf(
  stop: Stop,
  { kind, since }: { readonly kind: ChartKind; readonly since: ReportingDate },
  words: ReadingWords,
  format: ReadingFormat,
): string {
  const figure = figureOf(stop.figure, words, format);
  const parts = [
    kind === 'sum' ? fill(words.since, { figure, date: format.shortDate(since) }) : figure,
  ];
  if (stop.unread > 0) parts.push(countIn(words.unread, stop.unread, format.locale));
  if (stop.mean !== undefined) parts.push(fill(words.mean, { figure: format.number(stop.mean) }));
  return fill(words.line, {
    when: whenOf(stop, kind, words, format),
    figure: parts.join(words.between),
  });
}

function figureOf(figure: number | null, words: ReadingWords, format: ReadingFormat): string {
  if (figure === null) return words.notRead;
  if (figure === 0) return words.none;
  if (figure > 0) return countIn(words.newCases, figure, format.locale);
  return fill(words.correction, { figure: format.number(figure) });
}

function whenOf(
  { date, days }: Stop,
  kind: ChartKind,
  words: ReadingWords,
  format: ReadingFormat,
): string {
  if (days === 1) return format.weekdayDate(date);
  if (kind === 'weeks') {
    const from = addDays(date, 1 - days);
    return fill(words.fromTo, { from: format.shortDate(from), to: format.shortDate(date) });
  }
  const values = { date: format.weekdayDate(date), count: days };
  return fill(days === DAYS_OF_WEEK ? words.week : words.days, values, format.locale);
}
