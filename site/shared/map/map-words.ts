import { fill } from '../words/phrase.ts';
import type { LegendLine, MapClass } from './classes.ts';
import { isOfCases, isWhole, type Measure, type Shown, type WindowName } from './figures.ts';

/**
 * Words that a map needs while it is built and in the browser alike. Figures go where `{n}`, `{from}`
 * and `{to}` stand.
 */
export interface MapWords {
  /** BCP 47, for figures. */
  readonly locale: string;
  readonly unknown: string;
  readonly correction: string;
  readonly none: string;
  readonly under: string;
  readonly range: string;
  readonly between: string;
  readonly more: string;
  readonly percent: string;
  readonly measures: Readonly<Record<Measure, string>>;
  readonly windows: Readonly<Record<Exclude<WindowName, 'all'>, string>>;
  readonly allCases: string;
  readonly allRate: string;
}

/** What a map shows, in one line. */
export function shownLabel({ measure, window }: Shown, words: MapWords): string {
  if (!isOfCases(measure)) return words.measures[measure];
  if (window === 'all') return measure === 'rate' ? words.allRate : words.allCases;
  return `${words.measures[measure]} ${words.windows[window]}`;
}

/** A figure as it is read; unknown is a word, not a number. */
export function figureText(figure: number | null, measure: Measure, words: MapWords): string {
  if (figure === null) return words.unknown;
  const text = numberText(figure, words);
  return isOfCases(measure) ? text : fill(words.percent, { n: text });
}

/** What belongs to a class, in words. */
export function classLabel({ key, from, under }: MapClass, shown: Shown, words: MapWords): string {
  const { measure } = shown;
  const text = (figure: number) => figureText(figure, measure, words);
  if (key === 'ku') return words.unknown;
  if (key === 'kc') return words.correction;
  if (key === 'k0') return isOfCases(measure) ? words.none : text(0);
  if (under === null) return fill(words.more, { n: text(from) });
  if (!isWhole(measure)) {
    const [low, high] = [text(from), text(under)];
    return from === 0 ? fill(words.under, { n: high }) : fill(words.range, { from: low, to: high });
  }
  if (under - from === 1) return text(from);
  return fill(words.between, { from: text(from), to: text(under - 1) });
}

/** A legend's line, ready to print. */
export interface LegendText {
  readonly key: string;
  readonly radius: number;
  readonly label: string;
  readonly dots: string;
}

export function legendText(
  lines: readonly LegendLine[],
  shown: Shown,
  words: MapWords,
): readonly LegendText[] {
  return lines.map(({ of, dots }) => ({
    key: of.key,
    radius: of.radius,
    label: classLabel(of, shown, words),
    dots: numberText(dots, words),
  }));
}

function numberText(figure: number, { locale }: MapWords): string {
  return formatterOf(locale).format(figure).replace('-', '−');
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Formatters are dear to make, and a map prints hundreds of figures. */
function formatterOf(locale: string): Intl.NumberFormat {
  const made =
    formatters.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  formatters.set(locale, made);
  return made;
}
