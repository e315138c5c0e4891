import { parse } from 'csv-parse/sync';
import { readPlainRows } from '../domain/plain-rows.ts';
import { Refusal, refuseUsage } from '../domain/refusal.ts';

/** The value of a cell before it is written; null becomes a blank cell. */
export type Cell = string | number | null;

/**
 * One CSV file of the ledger: its name, its columns, and how lines are turned into objects and
 * back.
 */
export interface CsvFile<Line> {
  readonly name: string;
  readonly columns: readonly string[];
  readonly read: (cells: readonly string[], line: number) => Line;
  readonly write: (line: Line) => readonly Cell[];
}

/**
 * Reads every line of a ledger file.
 *
 * @param text the file's text; undefined: the file is absent, which means no lines
 * @throws Refusal (exit 2) naming file, line and column of the first cell that cannot be read
 */
export function readLines<Line>(file: CsvFile<Line>, text: string | undefined): readonly Line[] {
  if (text === undefined) return [];
  const isForm = text.endsWith('\n') && !text.includes('\r') && !text.startsWith('\ufeff');
  if (!isForm) throw refuseForm(file, text);
  return readAsWritten(file, text) ?? readAsCsv(file, text);
}

/**
 * Reads text in the form in which this program writes it. The result is undefined if any part is in
 * another form or has to be refused: `readAsCsv` then reads the text again, so that the first error
 * reported does not depend on the form.
 */
function readAsWritten<Line>(file: CsvFile<Line>, text: string): Line[] | undefined {
  const header = `${file.columns.join(',')}\n`;
  if (!text.startsWith(header)) return undefined;
  if (text.length === header.length) return [];
  const read = (cells: readonly string[], line: number) => file.read(cells, line + 1);
  try {
    return readPlainRows(text.slice(header.length), read, file.columns.length);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function readAsCsv<Line>(file: CsvFile<Line>, text: string): Line[] {
  const [header = [], ...rows] = parseRows(file, text);
  if (header.join(',') !== file.columns.join(',')) {
    throw refuseUsage(
      'ledger-header',
      `data/${file.name} begins with "${header.join(',')}": expected "${file.columns.join(',')}"`,
      'Nothing was written. Restore the header line as it was committed.',
      { file: `data/${file.name}`, line: 1, value: header.join(',') },
    );
  }
  // Quoted names cannot contain line breaks, so every row is one line.
  return rows.map((cells, index) => file.read(cells, index + 2));
}

/**
 * The canonical text of a file: a header, then one line per object; LF, quotes only where needed.
 */
export function writeLines<Line>(file: CsvFile<Line>, lines: readonly Line[]): string {
  return `${file.columns.join(',')}\n${writeBody(file, lines)}`;
}

/** Like `writeLines`, without the header. */
export function writeBody<Line>(file: CsvFile<Line>, lines: readonly Line[]): string {
  return lines.map((line) => `${file.write(line).map(cellText).join(',')}\n`).join('');
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return /[",\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function parseRows<Line>(file: CsvFile<Line>, text: string): string[][] {
  try {
    return parse(text, { relax_column_count: false });
  } catch (error) {
    const line = lineOf(error);
    throw refuseUsage(
      'ledger-csv',
      `data/${file.name}${line === undefined ? '' : `, line ${line},`} is not a table of ${file.columns.length} columns: ${error instanceof Error ? error.message : error}`,
      'Nothing was written. `git diff` and `git log -p` on the file show what changed.',
      { file: `data/${file.name}`, line },
    );
  }
}

function lineOf(error: unknown): number | undefined {
  const lines = error instanceof Error && 'lines' in error ? error.lines : undefined;
  return typeof lines === 'number' ? lines : undefined;
}

function refuseForm<Line>(file: CsvFile<Line>, text: string) {
  const broken = text.startsWith('\ufeff') ? 0 : text.search(/\r|[^\n]$(?![\s\S])/);
  const line = text.slice(0, Math.max(0, broken)).split('\n').length;
  return refuseUsage(
    'ledger-form',
    `data/${file.name}, line ${line}: the ledger is UTF-8 without a byte order mark, and every line ends in LF`,
    `Nothing was written. An editor or a copy changed the form of the file: \`git checkout -- data/${file.name}\` restores the committed one.`,
    { file: `data/${file.name}`, line },
  );
}
