import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type LedgerTable, TABLES } from '../../ledger/ledger-files.ts';

type Row = Readonly<Record<string, string>>;

/** A cell that differs, in a line that both states have. */
export interface ChangedCell {
  /** The line's key, such as `2021-03-14 1 609772`. */
  readonly key: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

type NamedTable = Pick<LedgerTable<unknown>, 'name' | 'key'>;

/** How two states of a table differ. */
export interface TableDiff {
  /** The file's name. */
  readonly table: string;
  readonly added: readonly Row[];
  readonly removed: readonly Row[];
  readonly changed: readonly ChangedCell[];
}

/** Compares two texts of a table, matching lines by their key. An empty text has no lines. */
export function tableDiff({ name, key }: NamedTable, before: string, after: string): TableDiff {
  const [old, fresh] = [rowsOf(key, before), rowsOf(key, after)];
  return {
    table: name,
    added: [...fresh].filter(([key]) => !old.has(key)).map(([, row]) => row),
    removed: [...old].filter(([key]) => !fresh.has(key)).map(([, row]) => row),
    changed: [...fresh].flatMap(([key, row]) => cellsOf(key, old.get(key), row)),
  };
}

/** The texts of a data folder's tables by name; a file that does not exist is empty. */
export async function readTables(dir: string): Promise<ReadonlyMap<string, string>> {
  const texts = TABLES.map(
    async ({ name }): Promise<[string, string]> => [
      name,
      await readFile(join(dir, name), 'utf8').catch(() => ''),
    ],
  );
  return new Map(await Promise.all(texts));
}

function rowsOf(key: readonly string[], text: string): ReadonlyMap<string, Row> {
  const rows: Row[] = parse(text, { columns: true, relax_column_count: true });
  return new Map(rows.map((row) => [key.map((column) => row[column] ?? '').join(' '), row]));
}

function cellsOf(key: string, before: Row | undefined, after: Row): readonly ChangedCell[] {
  if (before === undefined) return [];
  return Object.keys({ ...before, ...after })
    .filter((column) => before[column] !== after[column])
    .map((column) => ({
      key,
      column,
      before: before[column] ?? '',
      after: after[column] ?? '',
    }));
}
