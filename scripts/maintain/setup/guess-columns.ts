import type { SourceColumns } from '../../source/source-format.ts';

const ID = [
  /\bschool\s*id\b/i,
  /\b(school|campus|building|site|facility)[ _-]*(id|code|number|no)\b/i,
  /\bid\b/i,
];
const NAME = [
  /^(school|campus|building|site|facility)$/i,
  /\b(school|campus|building|site)[ _-]*name\b/i,
  /\bname\b/i,
];

/** Columns that a line list probably has its ids and names in; undefined: none looks like it. */
export interface GuessedColumns {
  readonly schoolId: string | undefined;
  readonly schoolName: string | undefined;
}

/**
 * Which columns of a header look like a school's id and name. A guess is only ever proposed to a
 * person: reading itself knows the settings' names and no others.
 */
export function guessColumns(header: readonly string[]): GuessedColumns {
  const first = (patterns: readonly RegExp[], but?: string) =>
    patterns
      .map((pattern) => header.find((name) => name !== but && pattern.test(name)))
      .find((name) => name !== undefined);
  const schoolId = first(ID);
  return { schoolId, schoolName: first(NAME, schoolId) };
}

/** The settings' columns with the names of this sheet's. */
export function withColumns(
  columns: SourceColumns,
  { schoolId, schoolName }: GuessedColumns,
): SourceColumns {
  return {
    ...columns,
    ...(schoolId === undefined ? {} : { schoolId }),
    ...(schoolName === undefined ? {} : { schoolName }),
  };
}
