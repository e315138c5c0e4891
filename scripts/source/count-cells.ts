import { type CumulativeCount, cumulativeCount } from '../domain/count.ts';
import type { CellWords } from './source-settings.ts';
import { type Cell, LONGEST_VALUE } from './table.ts';

/**
 * What a cell of a count column says: a count; `blank`; `unknown`, a word for a figure that is not
 * reported; or `unreadable`, which is none of these (−1, 1.5, `#REF!`).
 */
export type CountCell = CumulativeCount | 'blank' | 'unknown' | 'unreadable';

/** Reads one cell by what is known of its sheet. */
export type CountReader = (cell: Cell) => CountCell;

/** Not reported or suppressed, wherever it stands: dashes, N/A, a bound instead of a figure. */
const UNKNOWN = /^(?:[-–—]+|n\/?a|n\.a\.?|[<>≤≥]=?\s*\d+|\d+\s*\+)$/i;
const PLAIN = /^(?:0|[1-9]\d{0,8})$/;
/** Groups of three behind one kind of separator: `1,422`, `1 172`, `1.422`, `1'422`; `.0` may follow. */
const GROUPED = /^[1-9]\d{0,2}(?:([,.'’ \u00a0\u2009\u202f])\d{3})(?:\1\d{3})*([.,]0+)?$/;
const ZERO_FRACTION = /^(0|[1-9]\d{0,8})[.,](?:0{1,2}|0{4,})$|^(0)\.000$/;
/** 1 or 1000: only the other cells can say. */
const THREE_ZEROS = /^([1-9]\d{0,2})\.000$/;
const FRACTION = /^-?\d+[.,]\d+$/;

/**
 * Reads count cells of one sheet. `1.422` is 1422 only where the sheet writes no decimal point
 * besides, no comma between thousands, and no thousand without a point; `1,422` likewise gives way
 * to decimal commas.
 *
 * @param samples every cell that will be read: a separator's meaning shows in all of them together
 */
export function countReader(words: CellWords, samples: Iterable<Cell>): CountReader {
  const zero = new Set(words.zero.map(normal));
  const unknown = new Set(words.unknown.map(normal));
  const style = styleOf(samples);
  return (cell) => {
    if (typeof cell === 'number') {
      return cumulativeCount(cell) ?? (unknown.has(String(cell)) ? 'unknown' : 'unreadable');
    }
    const text = cell.trim();
    if (PLAIN.test(text)) return wholeNumber(text);
    if (text === '') return 'blank';
    const word = normal(text.slice(0, LONGEST_VALUE));
    if (zero.has(word)) return wholeNumber('0');
    if (unknown.has(word) || UNKNOWN.test(text)) return 'unknown';
    return number(text, style);
  };
}

/** Whether a cell that is not a count is a number with something behind its decimal point. */
export function isFraction(cell: Cell): boolean {
  if (typeof cell === 'number') return Number.isFinite(cell) && !Number.isInteger(cell);
  const text = cell.trim();
  return FRACTION.test(text) && !ZERO_FRACTION.test(text);
}

/** How a sheet uses points and commas. */
interface NumberStyle {
  readonly pointGroups: boolean;
  readonly commaGroups: boolean;
  /** A point stands before decimals somewhere. */
  readonly pointDecimals: boolean;
}

/** What a number as written shows of its sheet's style. */
type Mark = 'point groups' | 'comma groups' | 'point decimals' | 'comma decimals' | 'bare thousand';

function styleOf(samples: Iterable<Cell>): NumberStyle {
  const seen = new Set<Mark>();
  for (const cell of samples) {
    if (typeof cell === 'number' || cell === '') continue;
    for (const mark of marksOf(cell.trim())) seen.add(mark);
  }
  const pointDecimals = seen.has('point decimals');
  const isOther = pointDecimals || seen.has('comma groups') || seen.has('bare thousand');
  return {
    pointGroups: seen.has('point groups') && !isOther,
    commaGroups: !seen.has('comma decimals'),
    pointDecimals,
  };
}

const NO_MARKS: readonly Mark[] = [];

function marksOf(text: string): readonly Mark[] {
  if (PLAIN.test(text)) return text.length > 3 ? ['bare thousand'] : NO_MARKS;
  const [, separator, tail = ''] = GROUPED.exec(text) ?? [];
  const marks: Mark[] = [];
  if (separator === '.' && !THREE_ZEROS.test(text)) marks.push('point groups');
  if (separator === ',') marks.push('comma groups');
  const isDecimal = separator === undefined && (ZERO_FRACTION.test(text) || FRACTION.test(text));
  if (tail.startsWith('.') || (isDecimal && text.includes('.'))) marks.push('point decimals');
  if (tail.startsWith(',') || (isDecimal && text.includes(','))) marks.push('comma decimals');
  return marks;
}

function number(text: string, style: NumberStyle): CountCell {
  const whole = ZERO_FRACTION.exec(text);
  if (whole) return wholeNumber(whole[1] ?? whole[2] ?? '');
  const zeros = THREE_ZEROS.exec(text);
  if (zeros && style.pointDecimals) return wholeNumber(zeros[1] ?? '');
  const [, separator, tail = ''] = GROUPED.exec(text) ?? [];
  if (separator === undefined) return 'unreadable';
  if (separator === '.' && !style.pointGroups) return 'unreadable';
  if (separator === ',' && !style.commaGroups) return 'unreadable';
  return wholeNumber(text.slice(0, text.length - tail.length).replace(/\D/g, ''));
}

function wholeNumber(digits: string): CountCell {
  return cumulativeCount(Number(digits)) ?? 'unreadable';
}

function normal(word: string): string {
  return word.replace(/\s+/g, ' ').trim().toLowerCase();
}
