import { type Options, parse } from 'csv-parse/sync';
import { reject } from './causes.ts';
import { MOST_COLUMNS, tooWide } from './table.ts';

/** The records of a CSV text, header and titles included; blank lines are left out. */
export interface CsvRecords {
  readonly records: readonly (readonly string[])[];
  /** The line of the text each record ends on, counted from 1: quoted cells may hold line breaks. */
  readonly lines: readonly number[];
  /** The text ends in mid-line: its last record may be cut off. */
  readonly isOpenEnded: boolean;
}

/** What may stand between the cells of a line. */
export type Delimiter = (typeof DELIMITERS)[number];

/** Every one of them. */
export const DELIMITERS = [',', ';', '\t'] as const;
/** Titles stand above the header; nobody writes a hundred of them. */
const HEAD_RECORDS = 100;
const HEAD_CHARACTERS = 2_000_000;

/**
 * The delimiter under which a row near the top is the header; where several serve, the one that
 * gives it most columns. Rows of figures are never asked: a comma may be their decimal point.
 *
 * @param columnsOf how many columns the header among these records has; 0: none is the header
 */
export function delimiterOf(
  text: string,
  columnsOf: (records: readonly (readonly string[])[]) => number,
): Delimiter {
  const head = headOf(text);
  let best: Delimiter = ',';
  let most = 0;
  let widest = 0;
  for (const delimiter of DELIMITERS) {
    if (!head.includes(delimiter)) continue;
    const records = leniently(head, delimiter);
    const columns = columnsOf(records);
    const width = records[0]?.length ?? 0;
    if (columns > most || (most === 0 && width > widest)) best = delimiter;
    most = Math.max(most, columns);
    widest = Math.max(widest, width);
  }
  return best;
}

const LINE_FEED = 10;
const QUOTE = 34;
const [COMMA, SEMICOLON, TAB] = [44, 59, 9];

/**
 * Refuses a line with more columns than any spreadsheet has before it is taken apart.
 *
 * @throws Refusal (exit 3) naming the line
 */
export function refuseWideLines(text: string): void {
  let line = 1;
  let isQuoted = false;
  let [commas, semicolons, tabs] = [0, 0, 0];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) isQuoted = !isQuoted;
    else if (code === LINE_FEED) {
      line += 1;
      if (!isQuoted) [commas, semicolons, tabs] = [0, 0, 0];
    } else if (isQuoted) continue;
    else if (code === COMMA) commas += 1;
    else if (code === SEMICOLON) semicolons += 1;
    else if (code === TAB) tabs += 1;
    else continue;
    if (Math.max(commas, semicolons, tabs) >= MOST_COLUMNS) throw tooWide(line);
  }
}

/**
 * Reads CSV: mixed line ends, quotes closed, no quote inside a plain cell. Records may differ in
 * length; whoever knows the header judges that.
 *
 * @throws Refusal (exit 3) naming the line
 */
export function readCsv(text: string, delimiter: Delimiter): CsvRecords {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const records = strictly(plain, { delimiter });
  return { records, lines: linesOf(plain, records, delimiter), isOpenEnded: !plain.endsWith('\n') };
}

/**
 * Every line of a CSV text as a row, blank ones too, as a spreadsheet numbers them.
 *
 * @throws Refusal (exit 3) naming the line
 */
export function readGrid(text: string, delimiter: Delimiter): readonly (readonly string[])[] {
  return strictly(text.replace(/\r\n?/g, '\n'), { delimiter, skip_empty_lines: false });
}

function headOf(text: string): string {
  if (text.length <= HEAD_CHARACTERS) return text;
  const end = text.lastIndexOf('\n', HEAD_CHARACTERS);
  return end < 0 ? text.slice(0, HEAD_CHARACTERS) : text.slice(0, end + 1);
}

const TOLERANT: Options = {
  skip_empty_lines: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_records_with_error: true,
  record_delimiter: ['\r\n', '\n', '\r'],
};

function leniently(text: string, delimiter: Delimiter): readonly string[][] {
  try {
    return parse(text, { ...TOLERANT, delimiter, to: HEAD_RECORDS });
  } catch {
    // A quote that never closes: the strict reading says where.
    return [];
  }
}

function strictly(text: string, options: Options): string[][] {
  try {
    return parse(text, { skip_empty_lines: true, relax_column_count: true, ...options });
  } catch (error) {
    throw refusal(error);
  }
}

/**
 * Almost always a record is a line; only where a quoted cell holds a line break is the parser asked
 * again to count, which costs it three times as long.
 */
function linesOf(
  text: string,
  records: readonly string[][],
  delimiter: Delimiter,
): readonly number[] {
  const breaks = text.match(/\n/g)?.length ?? 0;
  if (breaks + (text.endsWith('\n') ? 0 : 1) === records.length) {
    return records.map((_, index) => index + 1);
  }
  const lines: number[] = [];
  for (const [index, line] of text.split('\n').entries()) if (line !== '') lines.push(index + 1);
  if (lines.length === records.length) return lines;
  const counted: unknown = strictly(text, { delimiter, info: true });
  return lineNumbers(counted);
}

function lineNumbers(counted: unknown): readonly number[] {
  if (!Array.isArray(counted)) return [];
  return counted.map((entry) => (typeof entry?.info?.lines === 'number' ? entry.info.lines : 0));
}

function refusal(error: unknown): Error {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : undefined;
  const where = line === undefined ? 'a line' : `line ${line}`;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    const message = `The source ends inside a quoted cell that begins near ${where}`;
    return reject('unterminated-csv', message, { line });
  }
  const message = `The source cannot be read as CSV at ${where}: ${error.message}`;
  return reject('ragged-csv', message, { line });
}
