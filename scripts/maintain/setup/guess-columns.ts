import type { SourceColumns } from '../../source/source-settings.ts';

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

/** The columns of a line list that probably hold ids and names; undefined: none looks right. */
export interface GuessedColumns {
  readonly id: string | undefined;
  readonly name: string | undefined;
}

/**
 * Guesses from a header which columns hold a school's id and name. A guess is only proposed to a
 * person; reading a sheet uses nothing but the names in the settings.
 */
export function guessColumns(header: readonly string[]): GuessedColumns {
  const first = (patterns: readonly RegExp[], but?: string) =>
    patterns
      .map((pattern) => header.find((name) => name !== but && pattern.test(name)))
      .find((name) => name !== undefined);
  const id = first(ID);
  return { id, name: first(NAME, id) };
}

/** The settings' columns, with this sheet's names where they are known. */
export function withColumns(columns: SourceColumns, { id, name }: GuessedColumns): SourceColumns {
  return {
    ...columns,
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name }),
  };
}
