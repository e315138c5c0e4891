import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** The ledger's tables with the columns that name a line. */
const TABLES = {
  'schools.csv': ['school_id'],
  'cases.csv': ['reporting_date', 'update', 'school_id'],
  'updates.csv': ['reporting_date', 'update'],
  'days.csv': ['reporting_date'],
  'renames.csv': ['renamed_at', 'school_id'],
  'notices.csv': ['noticed_at', 'kind', 'reporting_date', 'school_id'],
} as const satisfies Record<string, readonly string[]>;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES: readonly TableName[] = [
  'cases.csv',
  'updates.csv',
  'days.csv',
  'schools.csv',
  'renames.csv',
  'notices.csv',
];

type Row = Readonly<Record<string, string>>;

export interface ChangedCell {
  /** What names the line, such as `2021-03-14 1 609772`. */
  readonly key: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** What two states of a table differ by. */
export interface TableDiff {
  readonly table: TableName;
  readonly added: readonly Row[];
  readonly removed: readonly Row[];
  readonly changed: readonly ChangedCell[];
}

/** Compares a table's texts line by line, by what names a line; an empty text has no lines. */
export function tableDiff(table: TableName, before: string, after: string): TableDiff {
  const [old, fresh] = [rowsOf(table, before), rowsOf(table, after)];
  return {
    table,
    added: [...fresh].filter(([key]) => !old.has(key)).map(([, row]) => row),
    removed: [...old].filter(([key]) => !fresh.has(key)).map(([, row]) => row),
    changed: [...fresh].flatMap(([key, row]) => cellsOf(key, old.get(key), row)),
  };
}

/** The texts of a data folder's tables; one that is not there is empty. */
export async function readTables(dir: string): Promise<ReadonlyMap<TableName, string>> {
  const texts = TABLE_NAMES.map(
    async (name): Promise<[TableName, string]> => [
      name,
      await readFile(join(dir, name), 'utf8').catch(() => ''),
    ],
  );
  return new Map(await Promise.all(texts));
}

function rowsOf(table: TableName, text: string): ReadonlyMap<string, Row> {
  const rows: Row[] = parse(text, { columns: true, relax_column_count: true });
  return new Map(
    rows.map((row) => [TABLES[table].map((column) => row[column] ?? '').join(' '), row]),
  );
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
