import type { RowKind } from '../ledger/snapshot.ts';

/** The settings' `source`, but for its addresses: how a sheet is to be read. */
export interface SourceSettings {
  /** auto: the columns decide. */
  readonly rows: 'auto' | RowKind;
  readonly columns: SourceColumns;
  /** Rows of places and days only: running totals, or what is new on each day. */
  readonly counts: 'cumulative' | 'new';
  /** JSON only: where the rows are, as `parseJsonPath` reads it; null: the document is the array. */
  readonly path: string | null;
  readonly cells: CellWords;
  /** Names of rows that are the district's total; null: found by name or sum; []: there is none. */
  readonly totalRow: readonly string[] | null;
}

/** Columns by heading; text between slashes is a regular expression that headings match. */
export interface SourceColumns {
  readonly id: string | null;
  /** Several columns that make a name unique are joined. */
  readonly name: string | readonly string[] | null;
  /** null: a row is a case. */
  readonly counts: readonly string[] | 'last date' | 'every date' | null;
  readonly date: string | null;
}

/** Words in place of a figure, compared without case. */
export interface CellWords {
  readonly zero: readonly string[];
  readonly unknown: readonly string[];
}
