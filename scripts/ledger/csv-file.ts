import { parse } from 'csv-parse/sync';
import { readPlainRows } from '../domain/plain-rows.ts';
import { Refusal, refuseUsage } from '../domain/refusal.ts';

/** A cell before it is written; null is blank. */
export type Cell = string | number | null;

/** One CSV file of the ledger: its name, its columns, and how a line becomes an object and back. */
export interface CsvFile<Line> {
  readonly name: string;
  readonly columns: readonly string[];
  readonly read: (cells: readonly string[], line: number) => Line;
  readonly write: (line: Line) => readonly Cell[];
}

/**
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
 * The lines of a text in the form that we write; undefined where anything in it is in another form or
 * has to be refused, so that what is refused first does not depend on how the text was read.
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
      'Nothing was written. Put the header line back as it was committed.',
      { file: `data/${file.name}`, line: 1, value: header.join(',') },
    );
  }
  // Quoted names may hold no line break, so a row is a line.
  return rows.map((cells, index) => file.read(cells, index + 2));
}

/** The canonical text: header, one line each, LF, quotes only where they are needed. */
export function writeLines<Line>(file: CsvFile<Line>, lines: readonly Line[]): string {
  return `${file.columns.join(',')}\n${writeBody(file, lines)}`;
}

/** As `writeLines`, without the header. */
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
    `data/${file.name}, line ${line}: the ledger is UTF-8 without a byte order mark, and each of its lines ends in LF`,
    `Nothing was written. An editor or a copy has changed the file’s form: \`git checkout -- data/${file.name}\` brings the committed one back.`,
    { file: `data/${file.name}`, line },
  );
}
