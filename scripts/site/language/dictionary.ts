/** What a published table and its columns mean. */
export interface TableEntry {
  readonly says: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** By the table’s path. */
export type Dictionary = Readonly<Record<string, TableEntry>>;
