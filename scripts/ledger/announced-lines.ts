import type { ReportingDate } from '../domain/time.ts';
import { TABLES } from './ledger-files.ts';

/** The files whose lines begin with when they were announced, sorted. */
export const DATED_FILES: readonly string[] = TABLES.filter((table) => table.announcedBy !== null)
  .map(({ name }) => name)
  .sort();

const BY_INSTANT = new Set(
  TABLES.filter((table) => table.announcedBy === 'instant').map(({ name }) => name),
);

/** A line about an announced date that exists in only one of two states of the ledger. */
export interface AnnouncedDifference {
  readonly file: string;
  /** Counted from 1, in the state that has the line. */
  readonly line: number;
  readonly text: string;
  /** `gone`: announced but no longer on record; `new`: on record but never announced. */
  readonly kind: 'gone' | 'new';
}

/** File name → text; a missing file counts as having no lines. */
export type DatedTexts = ReadonlyMap<string, string>;

/**
 * Checks that what was announced stays on record, by comparing two states of the ledger's dated
 * files up to a date. Lines are compared as text, so even a different spelling counts as a change.
 *
 * @param served the files of the commit that is being served now
 * @param head the files that are about to be published
 * @param closedThrough the last date that the served build treated as closed; null: none
 * @returns every difference, file by file; empty if all announced lines are unchanged
 */
export function announcedDifferences(
  served: DatedTexts,
  head: DatedTexts,
  closedThrough: ReportingDate | null,
): readonly AnnouncedDifference[] {
  if (closedThrough === null) return [];
  return DATED_FILES.flatMap((file) => {
    const isAnnounced = BY_INSTANT.has(file)
      ? // In every time zone, an instant of an earlier day of UTC lies before the end of the date.
        (day: string) => day < closedThrough
      : (day: string) => day <= closedThrough;
    const before = announcedLines(served.get(file), isAnnounced);
    const after = announcedLines(head.get(file), isAnnounced);
    const missing = (lines: Lines, others: Lines, kind: 'gone' | 'new') =>
      [...lines]
        .filter(([text]) => !others.has(text))
        .map(([text, line]) => ({ file, line, text, kind }));
    return [...missing(before, after, 'gone'), ...missing(after, before, 'new')];
  });
}

/** Text of a line → the number of its first occurrence. */
type Lines = ReadonlyMap<string, number>;

function announcedLines(text: string | undefined, isAnnounced: (day: string) => boolean): Lines {
  const lines = new Map<string, number>();
  let day = '';
  for (const [index, line] of (text ?? '').split('\n').entries()) {
    if (index === 0 || line === '') continue;
    // The text of a notice may go on over several lines.
    day = /^\d{4}-\d{2}-\d{2}/.exec(line)?.[0] ?? day;
    if (isAnnounced(day) && !lines.has(line)) lines.set(line, index + 1);
  }
  return lines;
}
