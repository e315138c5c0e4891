import { fill, percentIn } from '../words/phrase.ts';
import type { LegendLine, MapClass } from './classes.ts';
import { type FigureChoice, isOfCases, isWhole, type Measure, type WindowName } from './figures.ts';

/**
 * The words of a map, needed by the build and in the browser. Figures replace `{n}`, `{from}` and
 * `{to}`.
 */
export interface MapWords {
  /** The locale of figures (BCP 47). */
  readonly locale: string;
  /** Rates are cases per so many people; absent: per 100. */
  readonly ratePer?: number;
  readonly unknown: string;
  readonly correction: string;
  readonly none: string;
  readonly under: string;
  readonly range: string;
  readonly between: string;
  readonly more: string;
  readonly measures: Readonly<Record<Measure, string>>;
  readonly windows: Readonly<Record<Exclude<WindowName, 'all'>, string>>;
  readonly allCases: string;
  readonly allRate: string;
}

/** What a map shows, in one line: the measure and, for cases, the window. */
export function shownLabel({ measure, window }: FigureChoice, words: MapWords): string {
  if (!isOfCases(measure)) return words.measures[measure];
  if (window === 'all') return measure === 'rate' ? words.allRate : words.allCases;
  return `${words.measures[measure]} ${words.windows[window]}`;
}

/** A figure as readers see it; an unknown one becomes a word. */
export function figureText(figure: number | null, measure: Measure, words: MapWords): string {
  if (figure === null) return words.unknown;
  return isOfCases(measure) ? numberText(figure, words) : percentIn(words.locale, figure);
}

/** The label of a class in the legend. */
export function classLabel(
  { key, from, under }: MapClass,
  shown: FigureChoice,
  words: MapWords,
): string {
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

/** A line of the legend, formatted. */
export interface LegendText {
  readonly key: string;
  readonly radius: number;
  readonly label: string;
  readonly dots: string;
}

/** Formats a legend in the language of the words. */
export function legendText(
  lines: readonly LegendLine[],
  shown: FigureChoice,
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

/**
 * Creating an `Intl.NumberFormat` is expensive and a map prints hundreds of figures, so each is
 * kept.
 */
function formatterOf(locale: string): Intl.NumberFormat {
  const made =
    formatters.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  formatters.set(locale, made);
  return made;
}
