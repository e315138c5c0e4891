import type { Cell, Heading } from './table.ts';
import { headingOf } from './table.ts';

/** Titles and notes stand above a header; nobody writes a hundred of them. */
const ROWS_SEARCHED = 100;

/** A header that was found, and where the rows below it begin. */
export interface HeaderRow<Reading> {
  readonly headings: readonly Heading[];
  /** What the sheet can be read as by these headings. */
  readonly reading: Reading;
  /** Index of the first record below the header. */
  readonly dataFrom: number;
}

/** How a header is judged. */
export interface HeaderRule<Reading> {
  /** undefined: a column that the settings name is missing. */
  readonly fit: (headings: readonly Heading[]) => Reading | undefined;
  /** Columns that say which place a row is of. */
  readonly keysOf: (reading: Reading) => readonly number[];
}

type Records = readonly (readonly Cell[])[];

/**
 * The header: the first record that holds every column the settings name, alone or together with
 * the record below it.
 *
 * @returns undefined when no record near the top does
 */
export function findHeaderRow<Reading>(
  records: Records,
  rule: HeaderRule<Reading>,
): HeaderRow<Reading> | undefined {
  const end = Math.min(records.length, ROWS_SEARCHED);
  for (let index = 0; index < end; index += 1) {
    const first = records[index] ?? [];
    const second = records[index + 1];
    const both = second && isTextOnly(second) ? headingsOf(first, second) : undefined;
    const refined = both && rule.fit(both);
    if (both && refined && second && refines(first, second, rule.keysOf(refined))) {
      return { headings: both, reading: refined, dataFrom: index + 2 };
    }
    const headings = headingsOf(first);
    const reading = rule.fit(headings);
    if (reading) return { headings, reading, dataFrom: index + 1 };
  }
  return undefined;
}

/** The record that looks most like a header, for a message when none is: the first with two cells. */
export function likelyHeader(records: Records): readonly string[] {
  const top = records.slice(0, ROWS_SEARCHED);
  const filled = (record: readonly Cell[]) => record.filter((cell) => headingOf(cell) !== '');
  const wide = top.find((record) => filled(record).length > 1) ?? top[0] ?? [];
  return filled(wide).map(headingOf);
}

/**
 * @param second the second of two header rows. Where it refines a heading that spans several
 *   columns (a merged cell: the first holds it, the others are blank), the heading goes for each
 */
export function headingsOf(
  first: readonly Cell[],
  second: readonly Cell[] = [],
): readonly Heading[] {
  let spanning = '';
  return Array.from({ length: Math.max(first.length, second.length) }, (_, index) => {
    const own = headingOf(first[index]);
    const below = headingOf(second[index]);
    if (own !== '') spanning = own;
    const plain = own === '' && below !== '' ? spanning : own;
    const name = below === '' || below === plain ? plain : `${plain} ${below}`.trim();
    return { name, plain };
  });
}

/** A second header row holds words, and under the place's own columns nothing new. */
function refines(
  first: readonly Cell[],
  second: readonly Cell[],
  keys: readonly number[],
): boolean {
  return keys.every((key) => {
    const below = headingOf(second[key]);
    return below === '' || below === headingOf(first[key]);
  });
}

function isTextOnly(record: readonly Cell[]): boolean {
  let filled = 0;
  for (const cell of record) {
    const text = headingOf(cell);
    if (text === '') continue;
    if (typeof cell === 'number' || !/\p{L}/u.test(text) || /^\W*(n\/?a|\d)/i.test(text))
      return false;
    filled += 1;
  }
  return filled > 1;
}
