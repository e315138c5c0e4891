import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type Instant, parseInstant } from '../domain/time.ts';

/** What the sample's sheet showed at one read, as the district would have published it. */
export interface SampleRead {
  readonly at: Instant;
  /** CSV. */
  readonly sheet: string;
  /** Whether a new, empty sheet was started with this read, which the maintainer would know. */
  readonly isNewSheet: boolean;
}

/** Headings of the sheet's id and name columns. */
export interface SampleColumns {
  readonly id: string;
  readonly name: string;
}

interface SchoolRows {
  name: string;
  cases: number;
}

/** In place of a school's id: a new, empty sheet was started. */
const NEW_SHEET = '*';

/**
 * Expands the compact form of the sample's sheets, in which each line is a change from the read
 * before.
 *
 * @param compact `read_at,school_id,school,cases`, ascending by instant
 * @param columns headings of the sheet's name and id columns
 * @throws RangeError if a line cannot be read: the sample is part of the project
 */
export function sampleReads(compact: string, columns: SampleColumns): readonly SampleRead[] {
  const lines: string[][] = parse(compact, { from_line: 2 });
  const schools = new Map<string, SchoolRows>();
  const reads: SampleRead[] = [];
  let isNewSheet = false;
  for (const [index, [readAt = '', id = '', name = '', cases = '']] of lines.entries()) {
    if (id === NEW_SHEET) {
      schools.clear();
      isNewSheet = true;
    } else if (id !== '') schools.set(id, { name, cases: Number(cases) });
    const isLastOfRead = lines[index + 1]?.[0] !== readAt;
    if (!isLastOfRead) continue;
    reads.push({ at: instantOf(readAt), sheet: lineList(schools, columns), isNewSheet });
    isNewSheet = false;
  }
  return reads;
}

function lineList(schools: ReadonlyMap<string, SchoolRows>, columns: SampleColumns): string {
  let number = 0;
  const rows = [...schools].flatMap(([id, { name, cases }]) =>
    Array.from({ length: cases }, () => {
      number += 1;
      return [name, id, number];
    }),
  );
  return stringify([[columns.name, columns.id, 'Case'], ...rows]);
}

function instantOf(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined)
    throw new RangeError(`the sample’s read_at "${text}" is not an instant`);
  return instant;
}
