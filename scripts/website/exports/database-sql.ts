import type { Cell } from '../../ledger/csv-file.ts';
import { type LedgerTable, TABLES } from '../../ledger/ledger-files.ts';
import type { SiteData } from '../site-data.ts';
import { mayBeBlank, relationsOf, typeOfColumn } from './column-types.ts';

/** Where the whole ledger stands below the site as one SQLite file. */
export const DATABASE = 'data/ledger.sqlite';

/** How many lines one statement inserts: SQLite parses a few long statements faster than many. */
const LINES_AT_ONCE = 400;

/**
 * The ledger's tables as SQL that makes an SQLite database of them, with types, keys and relations.
 * Text stands in it as the ledger has it: nothing reads a database's cell as a formula.
 *
 * @returns statements in SQLite's dialect; the same ledger gives the same text
 */
export function databaseSql({ ledger }: SiteData): string {
  const statements = TABLES.flatMap((table) => [
    creation(table),
    ...insertions(nameOf(table), table.rowsOf(ledger)),
  ]);
  // A line may come before the one it belongs to; the ledger's own checks have seen to the relations.
  return ['PRAGMA foreign_keys = OFF', 'BEGIN', ...statements, 'COMMIT', ''].join(';\n');
}

function creation(table: LedgerTable<unknown>): string {
  const { name: file, columns, key } = table;
  const parts = columns.map((column) => {
    const isBlank = mayBeBlank(file, column);
    return `${quoted(column)} ${storedAs(column)}${isBlank ? '' : ' NOT NULL'}`;
  });
  // A part of a primary key may not be missing; a null in a unique key equals no other.
  const kind = key.some((column) => mayBeBlank(file, column)) ? 'UNIQUE' : 'PRIMARY KEY';
  const relations = relationsOf(file).map(
    ([column, other]) => `FOREIGN KEY (${quoted(column)}) REFERENCES ${quoted(other)}`,
  );
  const all = [...parts, `${kind} (${key.map(quoted).join(', ')})`, ...relations];
  const rowid = kind === 'UNIQUE' ? '' : ' WITHOUT ROWID';
  return `CREATE TABLE ${quoted(nameOf(table))} (${all.join(', ')})${rowid}`;
}

function insertions(name: string, rows: readonly (readonly Cell[])[]): readonly string[] {
  const statements: string[] = [];
  for (let from = 0; from < rows.length; from += LINES_AT_ONCE) {
    const lines = rows
      .slice(from, from + LINES_AT_ONCE)
      .map((row) => `(${row.map(literal).join(',')})`);
    statements.push(`INSERT INTO ${quoted(name)} VALUES\n${lines.join(',\n')}`);
  }
  return statements;
}

function storedAs(column: string): string {
  const { type } = typeOfColumn(column);
  if (type === 'integer') return 'INTEGER';
  return type === 'number' ? 'REAL' : 'TEXT';
}

function nameOf({ name }: LedgerTable<unknown>): string {
  return name.replace(/\.csv$/, '');
}

/** A name in SQL, where `update` is a keyword. */
function quoted(name: string): string {
  return `"${name}"`;
}

function literal(cell: Cell): string {
  if (cell === null) return 'NULL';
  return typeof cell === 'number' ? String(cell) : `'${cell.replaceAll("'", "''")}'`;
}
