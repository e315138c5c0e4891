import { cleanName } from '../domain/school-name.ts';
import type { RowKind, RowOfNoPlace, Snapshot } from '../ledger/snapshot.ts';
import { clipped } from './figures.ts';

/** One thing and many of them, such as school and schools. */
export interface Noun {
  readonly singular: string;
  readonly plural: string;
}

/** What a sheet counts by, and what it counts. */
export interface ReadingNouns {
  readonly places: Noun;
  readonly counted: Noun;
}

/** What a row is, in words. */
export const ROW_WORDS: Readonly<Record<RowKind, string>> = {
  case: 'each row is a case',
  place: 'each row is a place',
  'place-and-day': 'each row is a place on one day',
};

/** What a row that is no place is, in words. */
export const NO_PLACE_WORDS: Readonly<Record<RowOfNoPlace['kind'], string>> = {
  total: 'the district’s own total',
  subtotal: 'a total of the rows beside it',
  note: 'a heading, a note or a date',
};

/**
 * The sum of a reading, for a person to compare with what the sheet shows: `16 schools, 399 cases;
 * the sheet’s own total says 399`.
 */
export function readingFigures(
  { rows, notReported, districtTotal }: Pick<Snapshot, 'rows' | 'notReported' | 'districtTotal'>,
  { places, counted }: ReadingNouns,
): string {
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const without = notReported.length === 0 ? '' : ` (${notReported.length} without a figure)`;
  const own = districtTotal === null ? '' : `; the sheet’s own total says ${districtTotal}`;
  const number = rows.length + notReported.length;
  return `${amount(number, places)}${without}, ${amount(total, counted)}${own}`;
}

/** Text of the sheet for a terminal: without control characters, cut to what a person can take in. */
export function shownText(text: string): string {
  return clipped(cleanName(text).name, LONGEST_SHOWN);
}

const LONGEST_SHOWN = 80;

/** `1 school`, `3 schools`. */
export function amount(count: number, { singular, plural }: Noun): string {
  return `${count} ${count === 1 ? singular : plural}`;
}
