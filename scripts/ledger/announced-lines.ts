import type { ReportingDate } from '../domain/time.ts';
import { TABLES } from './ledger-files.ts';

/** The files whose lines begin with the reporting date that they were announced under. */
export const DATED_FILES: readonly string[] = TABLES.filter((table) => table.isDated)
  .map(({ name }) => name)
  .sort();

/** A line about an announced date that one state of the ledger has and the other has not. */
export interface AnnouncedDifference {
  readonly file: string;
  /** Counted from 1, in the state that has the line. */
  readonly line: number;
  readonly text: string;
  /** `gone`: was announced and is not on record any more; `new`: is on record, was not announced. */
  readonly kind: 'gone' | 'new';
}

/** File name → text; a file that is not there has no lines. */
export type DatedTexts = ReadonlyMap<string, string>;

/**
 * What was announced stays on record: compares two states of the ledger's dated files up to a date.
 * Both are compared as text, so that not even a spelling changes.
 *
 * @param served the files of the commit that is served now
 * @param head the files that are to be published
 * @param closedThrough the last date that the served build treated as closed; null: none
 * @returns nothing when every announced line stands; else each difference, file by file
 */
export function announcedDifferences(
  served: DatedTexts,
  head: DatedTexts,
  closedThrough: ReportingDate | null,
): readonly AnnouncedDifference[] {
  if (closedThrough === null) return [];
  return DATED_FILES.flatMap((file) => {
    const before = announcedLines(served.get(file), closedThrough);
    const after = announcedLines(head.get(file), closedThrough);
    const missing = (lines: Lines, others: Lines, kind: 'gone' | 'new') =>
      [...lines]
        .filter(([text]) => !others.has(text))
        .map(([text, line]) => ({ file, line, text, kind }));
    return [...missing(before, after, 'gone'), ...missing(after, before, 'new')];
  });
}

/** Text of a line → its number. The ledger's keys are unique, and a line begins with its key. */
type Lines = ReadonlyMap<string, number>;

function announcedLines(text: string | undefined, closedThrough: ReportingDate): Lines {
  const lines = new Map<string, number>();
  (text ?? '').split('\n').forEach((line, index) => {
    if (index > 0 && line !== '' && line.slice(0, 10) <= closedThrough) lines.set(line, index + 1);
  });
  return lines;
}
