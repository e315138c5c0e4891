import type { CumulativeCount } from '../domain/count.ts';
import type { Finding } from '../domain/finding.ts';
import type { SchoolId } from '../domain/school-id.ts';

export const SNAPSHOT_FORMATS = ['line-list', 'quarter-totals', 'totals-api'] as const;
export type SnapshotFormat = (typeof SNAPSHOT_FORMATS)[number];

/** How the source names a school: by its id, or by name alone (then `slug` is the id it would get). */
export type SourceKey =
  | { readonly kind: 'id'; readonly id: SchoolId }
  | { readonly kind: 'name'; readonly slug: SchoolId };

/** What the source shows of one school. */
export interface SnapshotRow {
  readonly key: SourceKey;
  /** The label, cleaned; null where the source has none. Never null when the key is a name. */
  readonly name: string | null;
  /** Cases since the source began to count. */
  readonly count: CumulativeCount;
  /** The line of the body it was last seen on, counted from 1. */
  readonly line: number;
}

/** A row that can be told apart but not read: left out of the counts, and a reason to hold. */
export interface UnreadableRow {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly what: 'id' | 'count';
  /** The school's id, where it is the count that cannot be read. */
  readonly id?: SchoolId | undefined;
}

/** What the source said at one instant, parsed and validated; nothing in it is news yet. */
export interface Snapshot {
  readonly format: SnapshotFormat;
  /** One row a school, in the order of first appearance. */
  readonly rows: readonly SnapshotRow[];
  /** Data rows of the body, blank ones left out. */
  readonly rowCount: number;
  /** Line list only: rows with text but no id. */
  readonly rowsWithoutId: number;
  readonly unreadable: readonly UnreadableRow[];
  /** Ids and names of the settings' `ignore` that were met. */
  readonly ignored: readonly string[];
  /** The district's own published total, where the source has one. */
  readonly districtTotal: number | null;
  /** SHA-256 of the body as it was read, in hexadecimal. */
  readonly bodySha256: string;
  /** Which of the configured addresses answered. */
  readonly address: string;
  readonly findings: readonly Finding[];
}
