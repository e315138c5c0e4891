import type { CumulativeCount } from '../domain/count.ts';
import type { Finding } from '../domain/finding.ts';
import type { SchoolId } from '../domain/school-id.ts';

/** The formats in which a source can publish its counts: a row per case, or totals per school. */
export const SNAPSHOT_FORMATS = ['line-list', 'quarter-totals', 'totals-api'] as const;
/** One of `SNAPSHOT_FORMATS`. */
export type SnapshotFormat = (typeof SNAPSHOT_FORMATS)[number];

/** How a source identifies a school: by id, or by name only; `slug` is then the id it would get. */
export type SourceKey =
  | { readonly kind: 'id'; readonly id: SchoolId }
  | { readonly kind: 'name'; readonly slug: SchoolId };

/** What a source shows about one school. */
export interface SnapshotRow {
  readonly key: SourceKey;
  /** The label, cleaned; null where the source has none. Never null when the key is a name. */
  readonly name: string | null;
  /** Cases since the source's counter started. */
  readonly count: CumulativeCount;
  /** The line of the body it was last seen on, counted from 1. */
  readonly line: number;
}

/** A row with an invalid id or count. It is left out of the counts and is a reason to hold. */
export interface UnreadableRow {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly what: 'id' | 'count';
  /** The school's id, if it is the count that cannot be read. */
  readonly id?: SchoolId | undefined;
}

/**
 * What a source showed at one instant, parsed and validated but not yet compared with the ledger.
 */
export interface Snapshot {
  readonly format: SnapshotFormat;
  /** One row per school, in the order of first appearance. */
  readonly rows: readonly SnapshotRow[];
  /** Number of data rows in the body, not counting blank ones. */
  readonly rowCount: number;
  /** Line lists only: number of rows with text but no id. */
  readonly rowsWithoutId: number;
  readonly unreadable: readonly UnreadableRow[];
  /** Those ids and names under `ignore` in the settings that occurred. */
  readonly ignored: readonly string[];
  /** The district's own published total (cases), if the source has one. */
  readonly districtTotal: number | null;
  /** SHA-256 of the body as it was read, in hexadecimal. */
  readonly bodySha256: string;
  /** The configured address that answered. */
  readonly address: string;
  readonly findings: readonly Finding[];
}
