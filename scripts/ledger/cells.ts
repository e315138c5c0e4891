import { refuseUsage } from '../domain/refusal.ts';
import { parseSchoolId, type SchoolId } from '../domain/school-id.ts';
import {
  type Instant,
  parseReportingDate,
  parseWrittenInstant,
  type ReportingDate,
} from '../domain/time.ts';

/** The position of a cell, for the message if it cannot be read. */
export interface Place {
  readonly file: string;
  /** Counted from 1, the header included. */
  readonly line: number;
  readonly column: string;
}

const WHOLE = /^(0|-?[1-9]\d{0,8})$/;
const DECIMAL = /^-?\d{1,3}(\.\d+)?$/;

/**
 * Refuses a cell, naming its position, its value and what was expected.
 *
 * @param expected completes the sentence "expected …"
 * @throws Refusal (exit 2), always
 */
export function refuseCell(place: Place, value: string, expected: string): never {
  throw refuseUsage(
    'ledger-cell',
    `data/${place.file}, line ${place.line}, column "${place.column}" holds "${value}": expected ${expected}`,
    'Nothing was written. The ledger is never repaired by guessing: `git log -p` on the file shows who changed the line; `git revert` that commit.',
    { file: `data/${place.file}`, line: place.line, column: place.column, value },
  );
}

/**
 * Reads a whole number of at most nine digits; negative for corrections and odd baselines.
 *
 * @throws Refusal (exit 2) for anything else, leading zeros and a plus sign included
 */
export function wholeNumber(text: string, place: Place): number {
  return WHOLE.test(text) ? Number(text) : refuseCell(place, text, 'a whole number');
}

/** As `wholeNumber`; a blank cell is null. */
export function wholeNumberOrBlank(text: string, place: Place): number | null {
  return text === '' ? null : wholeNumber(text, place);
}

/**
 * Reads a count of pupils or cases; a blank cell is null, which means unknown.
 *
 * @throws Refusal (exit 2) for anything but a whole number from 0 or a blank
 */
export function countOrBlank(text: string, place: Place): number | null {
  if (text === '') return null;
  const number = wholeNumber(text, place);
  return number >= 0 ? number : refuseCell(place, text, 'a whole number from 0, or blank');
}

/**
 * Reads a latitude or longitude; a blank cell is null, which means unknown.
 *
 * @param limit the largest magnitude allowed, in degrees: 90 or 180
 * @throws Refusal (exit 2) for anything that is not a decimal number within the limit or a blank
 */
export function degreesOrBlank(text: string, place: Place, limit: number): number | null {
  if (text === '') return null;
  const degrees = DECIMAL.test(text) ? Number(text) : Number.NaN;
  const isWithin = Math.abs(degrees) <= limit;
  return isWithin
    ? degrees
    : refuseCell(place, text, `degrees from −${limit} to ${limit}, or blank`);
}

/** The last date read. Lines of one date are adjacent, so most dates need not be checked again. */
let lastDate: ReportingDate | undefined;

/**
 * Reads a calendar date written as `YYYY-MM-DD`.
 *
 * @throws Refusal (exit 2) for any other form or a day that does not exist
 */
export function dateOf(text: string, place: Place): ReportingDate {
  if (text !== lastDate) {
    lastDate = parseReportingDate(text) ?? refuseCell(place, text, 'a calendar date, YYYY-MM-DD');
  }
  return lastDate;
}

/**
 * Reads an instant in UTC, to the second, in the one form that the ledger uses.
 *
 * @throws Refusal (exit 2) for any other form, offsets and fractions of a second included
 */
export function instantOf(text: string, place: Place): Instant {
  return (
    parseWrittenInstant(text) ?? refuseCell(place, text, 'an instant like 2021-03-14T17:00:00Z')
  );
}

/**
 * Ids read so far. Sharing one string among all lines of a school saves memory and later look-ups.
 */
const knownIds = new Map<string, SchoolId>();

/**
 * Reads a school id, as `parseSchoolId` does.
 *
 * @throws Refusal (exit 2) for text that cannot be an id
 */
export function schoolIdOf(text: string, place: Place): SchoolId {
  const known = knownIds.get(text);
  if (known !== undefined) return known;
  const id =
    parseSchoolId(text) ?? refuseCell(place, text, 'a school id of letters, digits, "_" and "-"');
  knownIds.set(id, id);
  return id;
}

/**
 * Reads text that must not be blank; it is returned as it stands, outer spaces included.
 *
 * @throws Refusal (exit 2) for an empty cell or one of spaces only
 */
export function textOf(text: string, place: Place): string {
  return text.trim() === '' ? refuseCell(place, text, 'text') : text;
}

/**
 * Reads a SHA-256 digest: 64 hexadecimal digits in lower case.
 *
 * @throws Refusal (exit 2) for anything else
 */
export function shaOf(text: string, place: Place): string {
  return /^[0-9a-f]{64}$/.test(text) ? text : refuseCell(place, text, 'a SHA-256 in hexadecimal');
}

/**
 * Reads a key of the settings, such as a channel or a language.
 *
 * @throws Refusal (exit 2) for anything but lower-case letters
 */
export function wordOf(text: string, place: Place): string {
  return /^[a-z]+$/.test(text) ? text : refuseCell(place, text, 'a word of lower-case letters');
}
