import { refuseUsage } from '../domain/refusal.ts';
import { parseSchoolId, type SchoolId } from '../domain/school-id.ts';
import {
  type Instant,
  parseReportingDate,
  parseWrittenInstant,
  type ReportingDate,
} from '../domain/time.ts';

/** Where a cell stands, for the message when it cannot be read. */
export interface Place {
  readonly file: string;
  /** Counted from 1, the header included. */
  readonly line: number;
  readonly column: string;
}

const WHOLE = /^(0|-?[1-9]\d{0,8})$/;
const DECIMAL = /^-?\d{1,3}(\.\d+)?$/;

/** Refuses a cell: what stood where, what was expected. */
export function refuseCell(place: Place, value: string, expected: string): never {
  throw refuseUsage(
    'ledger-cell',
    `data/${place.file}, line ${place.line}, column "${place.column}" holds "${value}": expected ${expected}`,
    'Nothing was written. The ledger is never repaired by guessing: `git log -p` on the file shows who changed the line; `git revert` that commit.',
    { file: `data/${place.file}`, line: place.line, column: place.column, value },
  );
}

export function wholeNumber(text: string, place: Place): number {
  return WHOLE.test(text) ? Number(text) : refuseCell(place, text, 'a whole number');
}

export function countOrBlank(text: string, place: Place): number | null {
  if (text === '') return null;
  const number = wholeNumber(text, place);
  return number >= 0 ? number : refuseCell(place, text, 'a whole number from 0, or blank');
}

export function degreesOrBlank(text: string, place: Place, limit: number): number | null {
  if (text === '') return null;
  const degrees = DECIMAL.test(text) ? Number(text) : Number.NaN;
  const isWithin = Math.abs(degrees) <= limit;
  return isWithin
    ? degrees
    : refuseCell(place, text, `degrees from −${limit} to ${limit}, or blank`);
}

/** The date read last: the lines of a date follow each other, and it need not be checked for each. */
let lastDate: ReportingDate | undefined;

export function dateOf(text: string, place: Place): ReportingDate {
  if (text !== lastDate) {
    lastDate =
      parseReportingDate(text) ?? refuseCell(place, text, 'a date of the calendar, YYYY-MM-DD');
  }
  return lastDate;
}

export function instantOf(text: string, place: Place): Instant {
  return (
    parseWrittenInstant(text) ?? refuseCell(place, text, 'an instant like 2021-03-14T17:00:00Z')
  );
}

/** Ids read before: one text for all lines of a school is less to keep, and quicker to look up. */
const knownIds = new Map<string, SchoolId>();

export function schoolIdOf(text: string, place: Place): SchoolId {
  const known = knownIds.get(text);
  if (known !== undefined) return known;
  const id =
    parseSchoolId(text) ?? refuseCell(place, text, 'a school id of letters, digits, "_" and "-"');
  knownIds.set(id, id);
  return id;
}

export function textOf(text: string, place: Place): string {
  return text.trim() === '' ? refuseCell(place, text, 'text') : text;
}

export function shaOf(text: string, place: Place): string {
  return /^[0-9a-f]{64}$/.test(text) ? text : refuseCell(place, text, 'a SHA-256 in hexadecimal');
}
