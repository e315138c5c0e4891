import type { Finding } from '../domain/finding.ts';
import type { Snapshot, SnapshotFormat, SnapshotRow, UnreadableRow } from '../ledger/snapshot.ts';

/** What the source calls its columns or keys: the settings' `source.columns`. */
export interface SourceColumns {
  readonly schoolId: string;
  readonly schoolName: string;
  /** A regular expression that the headings of the quarters match. */
  readonly quarters: string;
  readonly apiSchoolId: string;
  readonly apiSchoolName: string;
  readonly apiCount: string;
}

/** What a format reads by. */
export interface Reading {
  readonly columns: SourceColumns;
  /** Ids and names that are never counted; applied before anything is read of their rows. */
  readonly ignore: ReadonlySet<string>;
}

/** What a format makes of a body, before it is weighed. */
export type Parsed = Pick<
  Snapshot,
  'rows' | 'rowCount' | 'rowsWithoutId' | 'unreadable' | 'ignored' | 'findings'
>;

/** One shape of source: one file, one entry in the index. */
export interface SourceFormat {
  readonly name: SnapshotFormat;
  readonly description: string;
  /** What its header or beginning must show, for the message when nothing fits. */
  readonly expects: (columns: SourceColumns) => string;
  readonly fits: (body: SourceBody, columns: SourceColumns) => boolean;
  readonly parse: (body: SourceBody, reading: Reading) => Promise<Parsed> | Parsed;
}

/** A body that is text; the table is read when a format asks for it. */
export interface SourceBody {
  readonly text: string;
  readonly header: readonly string[];
  readonly table: () => import('./csv-table.ts').CsvTable;
}

/** Gathers a school's rows into one, in the order of first appearance. */
export class Tally {
  readonly #rows = new Map<string, SnapshotRow>();
  readonly unreadable: UnreadableRow[] = [];
  readonly findings: Finding[] = [];
  readonly #ignored = new Set<string>();

  ignore(word: string): void {
    this.#ignored.add(word);
  }

  get(key: string): SnapshotRow | undefined {
    return this.#rows.get(key);
  }

  set(key: string, row: SnapshotRow): void {
    this.#rows.set(key, row);
  }

  delete(key: string): void {
    this.#rows.delete(key);
  }

  parsed(rowCount: number, rowsWithoutId = 0): Parsed {
    return {
      rows: [...this.#rows.values()],
      rowCount,
      rowsWithoutId,
      unreadable: this.unreadable,
      ignored: [...this.#ignored],
      findings: this.findings,
    };
  }
}
