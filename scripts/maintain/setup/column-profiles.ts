import { normalizeName } from '../../domain/school-name.ts';
import { type CountReader, countReader, isFraction } from '../../source/count-cells.ts';
import { isDateHeading } from '../../source/dates.ts';
import type { CellWords } from '../../source/source-settings.ts';
import { type Cell, type Table, textOf } from '../../source/table.ts';

/** What the cells of a column hold. */
export type ColumnKind = 'blank' | 'date' | 'number' | 'fraction' | 'code' | 'text';

/** A column of a sheet, before anything is decided about it. */
export interface ColumnProfile {
  readonly index: number;
  readonly heading: string;
  readonly kind: ColumnKind;
  /** Different cells, as names are compared. */
  readonly distinct: number;
  /** 0, 1, 2 … or 1, 2, 3 … from the first row to the last. */
  readonly numbersRows: boolean;
  /** Column of numbers: what stands in place of one, and is no known word for “not reported”. */
  readonly words: readonly string[];
}

/** Of a column's cells, before it is said to hold one kind of thing. */
const MOST = 0.8;
/** Of its numbers, before they are ruled out as counts. */
const SOME = 0.1;
/** Words that may stand in place of figures, before the column is one of words. */
const MOST_WORDS = 3;
const CODE = /^(?=.*\d)[\p{L}\d_.-]+$/u;
const LEADING_ZERO = /^0\d+$/;
const SIGNED = /^[-−]\d+$/;

/** The columns of a table, each by what its cells hold. */
export function profileColumns(table: Table, words: CellWords): readonly ColumnProfile[] {
  return table.headings.map(({ name }, index) => {
    const cells = Array.from({ length: table.rowCount }, (_, row) => table.cell(row, index));
    const filled = cells.filter((cell) => textOf(cell) !== '');
    const texts = filled.map(textOf);
    const tally = tallyOf(filled, countReader(words, filled));
    const kind = kindOf(filled.length, tally);
    const isNumber = kind === 'number';
    return {
      index,
      heading: name,
      kind,
      distinct: new Set(texts.map((text) => normalizeName(text) || text)).size,
      numbersRows: isNumber && texts.length > 1 && isRunning(texts.map(Number)),
      words: isNumber ? [...tally.others].filter((text) => /^\p{L}/u.test(text)) : [],
    };
  });
}

/** How many cells look like what; one may look like several things. */
interface Tally {
  readonly counts: number;
  readonly unknown: number;
  readonly fractions: number;
  readonly dates: number;
  readonly codes: number;
  readonly zeros: number;
  /** Texts that are not a figure of any kind. */
  readonly others: ReadonlySet<string>;
}

function tallyOf(cells: readonly Cell[], read: CountReader): Tally {
  const figures = cells.map((cell) => ({ cell, text: textOf(cell), count: read(cell) }));
  const number = (test: (figure: (typeof figures)[number]) => boolean) =>
    figures.filter(test).length;
  const isNumber = ({ cell, text, count }: (typeof figures)[number]) =>
    typeof count === 'number' || count === 'unknown' || isFraction(cell) || SIGNED.test(text);
  return {
    counts: number(({ count }) => typeof count === 'number'),
    unknown: number(({ count }) => count === 'unknown'),
    fractions: number(({ cell, count }) => typeof count !== 'number' && isFraction(cell)),
    dates: number(({ text }) => isDateHeading(text)),
    codes: number(({ text }) => CODE.test(text)),
    zeros: number(({ text }) => LEADING_ZERO.test(text)),
    others: new Set(
      figures
        .filter((figure) => !isNumber(figure) && !LEADING_ZERO.test(figure.text))
        .map(({ text }) => text),
    ),
  };
}

function kindOf(filled: number, tally: Tally): ColumnKind {
  const { counts, unknown, fractions, dates, codes, zeros, others } = tally;
  if (filled === 0) return 'blank';
  if (dates >= filled * MOST) return 'date';
  const numbers = counts + fractions + zeros;
  const isNumeric =
    numbers > 0 &&
    (numbers + unknown >= filled * MOST ||
      (numbers + unknown >= filled / 2 && others.size <= MOST_WORDS));
  if (isNumeric && zeros > 0) return 'code';
  if (isNumeric) return fractions > (counts + fractions) * SOME ? 'fraction' : 'number';
  return codes >= filled * MOST ? 'code' : 'text';
}

function isRunning(numbers: readonly number[]): boolean {
  const [first = 0] = numbers;
  return first < 2 && numbers.every((number, index) => number === first + index);
}
