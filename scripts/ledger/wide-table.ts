import { parse } from 'csv-parse/sync';
import { type Refusal, refuseUsage } from '../domain/refusal.ts';
import { parseSchoolId, type SchoolId } from '../domain/school-id.ts';
import { schoolIdFromName } from '../domain/school-id-from-name.ts';
import { cleanName } from '../domain/school-name.ts';
import { parseReportingDate, type ReportingDate } from '../domain/time.ts';

/** A school's row in a history in the wide format of the original tracker. */
export interface WideRow {
  readonly id: SchoolId;
  readonly name: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Of the later layout (`Student_Count` and two more); null where the file does not say. */
  readonly enrollment: number | null;
  readonly vaccinatedOneDose: number | null;
  readonly vaccinatedComplete: number | null;
  /** All-time total as the file states it: `gTotal`, or the sum of the quarters. */
  readonly total: number;
  /** Total before a school year (`preSY2122`), if the file has it. */
  readonly beforeSchoolYear: number | null;
  /** New cases, one figure for each of the table's dates. */
  readonly days: readonly number[];
}

/**
 * The first day of the school year 2021–22, after which the wide format names columns.
 *
 * @param firstDays of the settings' school years (YYYY-MM-DD)
 * @returns undefined if none of them begins it
 */
export function firstDayOf2122(firstDays: readonly string[]): string | undefined {
  return firstDays.find((day) => day >= '2021-07-01' && day < '2022-07-01');
}

/** A history in the wide format: a row per school and a column per day. */
export interface WideTable {
  /** Ascending. */
  readonly dates: readonly ReportingDate[];
  /** Whether `preSY2122` is of the school year 2021–22, and not of that in which the file ends. */
  readonly isOf2122: boolean;
  readonly rows: readonly WideRow[];
}

const DAY = /^\d{8}$/;
const QUARTER = /^(Q[1-4]|Summer) SY\d{2}$/;
/** Of the later layout: cases of the school year 2021–22, and of the summer after it. */
const OF_2122 = ['SY2122', 'Summer_22'];
const WHOLE = /^-?\d{1,9}(\.0+)?$/;

/**
 * Reads all four generations of the original tracker's wide format: three with ids and seven, nine or
 * fourteen leading columns, and an older one without ids and with a column per quarter. In the latter
 * a school's id is the slug of its name, and its total is the sum of its quarters. `SY2122` and
 * `Summer_22` of the newest must be whole numbers and are otherwise left to the days.
 *
 * @throws Refusal (exit 2) naming line, column and value of the first cell that cannot be read
 */
export function readWideTable(text: string): WideTable {
  const [header = [], ...records] = parseRows(text.replace(/^\ufeff/, ''));
  const columns = header.map((name) => name.trim());
  const days = columns.flatMap((name, index) => (DAY.test(name) ? [{ name, index }] : []));
  const quarters = columns.flatMap((name, index) => (QUARTER.test(name) ? [index] : []));
  const at = (name: string) => columns.indexOf(name);
  if (at('School') < 0 || days.length === 0 || (at('gTotal') < 0 && quarters.length === 0)) {
    throw refuse(
      1,
      'the header',
      columns.slice(0, 10).join(','),
      'School, gTotal (or quarters like "Q1 SY21"), and a column YYYYMMDD for each day',
    );
  }
  const dates = days.map(({ name }, order) => dateOf(name, days[order - 1]?.name));
  const rows = records.map((cells, index) => {
    const line = index + 2;
    const number = (column: number) =>
      wholeNumber(cells[column] ?? '', line, columns[column] ?? '');
    const optional = (column: string) => {
      const text = at(column) < 0 ? '' : (cells[at(column)] ?? '').trim();
      return text === '' ? null : wholeNumber(text, line, column);
    };
    const people = (column: string) => {
      const count = optional(column);
      if (count === null || count >= 0) return count;
      throw refuse(line, column, String(count), 'a number of people, or blank');
    };
    for (const column of OF_2122) optional(column);
    const name = nameOf(cells[at('School')] ?? '', line);
    return {
      id: idOf(
        at('CPS_School_ID') < 0 ? undefined : (cells[at('CPS_School_ID')] ?? ''),
        name,
        line,
      ),
      name,
      latitude: degrees(cells[at('Latitude')], line, 'Latitude'),
      longitude: degrees(cells[at('Longitude')], line, 'Longitude'),
      enrollment: people('Student_Count'),
      vaccinatedOneDose: people('Vax_First_Dose'),
      vaccinatedComplete: people('Vax_Complete'),
      total:
        at('gTotal') >= 0
          ? number(at('gTotal'))
          : quarters.reduce((sum, column) => sum + number(column), 0),
      beforeSchoolYear: optional('preSY2122'),
      days: days.map((day) => number(day.index)),
    };
  });
  refuseTwins(rows);
  return { dates, isOf2122: OF_2122.some((column) => at(column) >= 0), rows };
}

function parseRows(text: string): string[][] {
  try {
    return parse(text, { skip_empty_lines: true });
  } catch (error) {
    const lines = error instanceof Error && 'lines' in error ? Number(error.lines) : 0;
    const message = error instanceof Error ? error.message : String(error);
    throw refuse(lines, 'the row', message, 'as many cells as the header has');
  }
}

function dateOf(name: string, before: string | undefined): ReportingDate {
  const date = parseReportingDate(`${name.slice(0, 4)}-${name.slice(4, 6)}-${name.slice(6)}`);
  if (date === undefined) throw refuse(1, name, name, 'a calendar date as YYYYMMDD');
  if (before !== undefined && name <= before) {
    throw refuse(1, name, name, `a day after ${before}: days must ascend and not repeat`);
  }
  return date;
}

/** Removes the `'` that exports put before text that a spreadsheet would take for a formula. */
function nameOf(cell: string, line: number): string {
  const { name } = cleanName(cell.replace(/^'(?='*[=+\-@\t\r])/, ''));
  if (name === '') throw refuse(line, 'School', cell, 'a name');
  return name;
}

function idOf(cell: string | undefined, name: string, line: number): SchoolId {
  const id =
    cell === undefined ? schoolIdFromName(name) : parseSchoolId(cell.replace(/\.0+$/, '').trim());
  if (id !== undefined) return id;
  throw refuse(
    line,
    cell === undefined ? 'School' : 'CPS_School_ID',
    cell ?? name,
    'a school id of letters, digits, "_" and "-"',
  );
}

function wholeNumber(cell: string, line: number, column: string): number {
  if (WHOLE.test(cell.trim())) return Number.parseInt(cell, 10);
  throw refuse(line, column, cell, 'a whole number');
}

function degrees(cell: string | undefined, line: number, column: string): number | null {
  const text = cell?.trim() ?? '';
  if (text === '') return null;
  if (/^-?\d{1,3}(\.\d+)?$/.test(text)) return Number(text);
  throw refuse(line, column, text, 'degrees, or blank');
}

function refuseTwins(rows: readonly WideRow[]): void {
  const lines = new Map<SchoolId, number>();
  for (const [index, row] of rows.entries()) {
    const twin = lines.get(row.id);
    if (twin !== undefined) {
      throw refuse(
        index + 2,
        'School',
        row.name,
        `a school other than that of line ${twin} (id ${row.id})`,
      );
    }
    lines.set(row.id, index + 2);
  }
}

function refuse(line: number, column: string, value: string, expected: string): Refusal {
  return refuseUsage(
    'history',
    `Line ${line} of the history, column "${column}", holds "${value}": expected ${expected}`,
    'Nothing was written. Fix the file and import it again.',
    { line, column, value },
  );
}
