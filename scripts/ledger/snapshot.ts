import type { CumulativeCount } from '../domain/count.ts';
import type { Finding } from '../domain/finding.ts';
import type { SchoolId } from '../domain/school-id.ts';

/** What a row of a source is: a case, a place with its figures, or a place on one day. */
export const ROW_KINDS = ['case', 'place', 'place-and-day'] as const;
/** One of `ROW_KINDS`. */
export type RowKind = (typeof ROW_KINDS)[number];

/** How a source identifies a place: by id, or by name only; `slug` is then the id it would get. */
export type SourceKey =
  | { readonly kind: 'id'; readonly id: SchoolId }
  | { readonly kind: 'name'; readonly slug: SchoolId };

/** What a source shows about one place. */
export interface SnapshotRow {
  readonly key: SourceKey;
  /** The label, cleaned; null where the source has none. Never null when the key is a name. */
  readonly name: string | null;
  /** Cases since the source's counter started. */
  readonly count: CumulativeCount;
  /** The line of the body it was last seen on, counted from 1. */
  readonly line: number;
}

/** A place that a source shows without a figure: it keeps the count on record. */
export interface UnreportedPlace {
  readonly key: SourceKey;
  readonly name: string | null;
  readonly line: number;
  /** What stands in place of the figure, such as `<5`; blank: nothing. */
  readonly found: string;
}

/** A row with an invalid id, count or date. It is left out of the counts and is a reason to hold. */
export interface UnreadableRow {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly what: 'id' | 'count' | 'date';
  /** The place's id, or its name's slug, if it is not the id that cannot be read. */
  readonly id?: SchoolId | undefined;
  readonly name?: string | undefined;
}

/** A row of a table that is no place; its figures are never added to a count. */
export interface RowOfNoPlace {
  readonly line: number;
  readonly text: string;
  /** `total`: the district's own; `subtotal`: of the rows beside it; `note`: also headings and dates. */
  readonly kind: 'total' | 'subtotal' | 'note';
  /** Its figure (cases); null where it shows none that can be read. */
  readonly count: number | null;
}

/**
 * What a source showed at one instant, parsed and validated but not yet compared with the ledger.
 */
export interface Snapshot {
  readonly rowKind: RowKind;
  /** Whether the source identifies its places by id or by name. */
  readonly keyedBy: SourceKey['kind'];
  /** One row per place, in the order of first appearance. */
  readonly rows: readonly SnapshotRow[];
  /** Tables only: places shown without a figure. */
  readonly notReported: readonly UnreportedPlace[];
  /** Tables, and lists known by names: totals, headings and notes. */
  readonly noPlaces: readonly RowOfNoPlace[];
  /** Number of data rows in the body, not counting blank ones. */
  readonly rowCount: number;
  /** Rows of cases only: number of rows with text but no id or name. */
  readonly rowsWithoutId: number;
  readonly unreadable: readonly UnreadableRow[];
  /** Ids and names, as written, of rows left out because of `ignore` in the settings. */
  readonly ignored: readonly string[];
  /** The district's own published total (cases), if the source has one. */
  readonly districtTotal: number | null;
  /** SHA-256 of the body as it was read, in hexadecimal. */
  readonly bodySha256: string;
  /** The configured address that answered. */
  readonly address: string;
  /** Whether it is not the first one, which was silent: a spare may lag behind. */
  readonly isSpare: boolean;
  readonly findings: readonly Finding[];
}
