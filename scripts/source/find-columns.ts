import { compilePattern, isPattern } from '../domain/pattern.ts';
import type { RowKind } from '../ledger/snapshot.ts';
import { reject } from './causes.ts';
import { isDateHeading } from './dates.ts';
import type { SourceColumns, SourceSettings } from './source-settings.ts';
import { type Heading, headingOf, listHeadings } from './table.ts';

/** Which columns of a table say what; positions among its headings. */
export interface Reading {
  readonly rowKind: RowKind;
  /** undefined: places are known by name. */
  readonly id: number | undefined;
  /** Several are joined; empty: the table has no names. */
  readonly name: readonly number[];
  /** Empty where a row is a case. */
  readonly counts: readonly number[];
  readonly date: number | undefined;
  /** Each count column is a place of its own, named by its heading. */
  readonly placesAreColumns: boolean;
}

type Settings = Pick<SourceSettings, 'rows' | 'columns'>;

const TRIED = ['place-and-day', 'place', 'case'] as const satisfies readonly RowKind[];

/**
 * What a table with these headings can be read as. Every column that the settings name must be
 * there; under `auto` one given as a pattern may be missing, and the first kind of rows that fits
 * is taken, counts before cases.
 *
 * @returns undefined when a column is missing
 * @throws Refusal (exit 3) when a name fits several columns
 */
export function fitColumns(headings: readonly Heading[], settings: Settings): Reading | undefined {
  for (const kind of kindsOf(settings)) {
    const reading = READERS[kind](headings, settings.columns, settings.rows === 'auto');
    if (reading) return reading;
  }
  return undefined;
}

/** Columns that say which place a row is of. */
export function keyColumns({ id, name, date }: Reading): readonly number[] {
  return [...(id === undefined ? [] : [id]), ...name, ...(date === undefined ? [] : [date])];
}

/** What each kind of rows that the settings allow needs, for a message. */
export function expectedColumns(settings: Settings): string {
  return kindsOf(settings)
    .map((kind) => `${KIND_WORDS[kind]}: ${listHeadings(neededFor(kind, settings))}`)
    .join('; ');
}

/** What a row is, in words. */
export const KIND_WORDS: Readonly<Record<RowKind, string>> = {
  case: 'a row per case',
  place: 'a row per place',
  'place-and-day': 'a row per place and day',
};

function kindsOf({ rows, columns }: Settings): readonly RowKind[] {
  if (rows !== 'auto') return [rows];
  return TRIED.filter((kind) => {
    if (kind === 'case') return canBeAbsent(columns.counts);
    if (columns.counts === null) return false;
    return kind === 'place-and-day' ? columns.date !== null : columns.date === null;
  });
}

/** Headings named as they are must be there: a table of places whose counts moved is no line list. */
function canBeAbsent(counts: SourceColumns['counts']): boolean {
  return counts === null || (typeof counts !== 'string' && counts.every(isPattern));
}

function neededFor(kind: RowKind, { columns, rows }: Settings): readonly string[] {
  const names = typeof columns.name === 'string' ? [columns.name] : (columns.name ?? []);
  const counts = typeof columns.counts === 'string' ? ['(dates)'] : (columns.counts ?? []);
  const id = columns.id === null ? [] : [columns.id];
  const date = kind === 'place-and-day' && columns.date !== null ? [columns.date] : [];
  if (kind === 'case') return id.length > 0 ? id : names;
  const keys =
    rows === 'auto' && id.every(isPattern) && names.length > 0 ? names : [...id, ...names];
  return [...keys, ...date, ...counts];
}

type Reader = (
  headings: readonly Heading[],
  columns: SourceColumns,
  isAuto: boolean,
) => Reading | undefined;

const NONE = { counts: [], date: undefined, placesAreColumns: false } as const;

const READERS: Readonly<Record<RowKind, Reader>> = {
  case: (headings, columns, isAuto) => {
    const key = keysIn(headings, columns, isAuto);
    // An id that is configured and absent is a renamed column, not a list known by names.
    if (!key || (columns.id !== null && key.id === undefined)) return undefined;
    const date = columns.date === null ? undefined : columnOf(headings, columns.date);
    if (columns.date !== null && date === undefined && !isPattern(columns.date)) return undefined;
    return { rowKind: 'case', ...key, ...NONE, date };
  },
  place: (headings, columns, isAuto) => {
    const key = keysIn(headings, columns, isAuto);
    const counts = key && countsIn(headings, columns, isAuto, [key.id, ...key.name]);
    return key && counts && { rowKind: 'place', ...key, ...NONE, counts };
  },
  'place-and-day': (headings, columns, isAuto) => {
    const date = columns.date === null ? undefined : columnOf(headings, columns.date);
    if (date === undefined) return undefined;
    const placesAreColumns = columns.id === null && columns.name === null;
    const key = placesAreColumns ? { id: undefined, name: [] } : keysIn(headings, columns, isAuto);
    const counts = key && countsIn(headings, columns, isAuto, [key.id, ...key.name, date]);
    return key && counts && { rowKind: 'place-and-day', ...key, counts, date, placesAreColumns };
  },
};

function keysIn(
  headings: readonly Heading[],
  columns: SourceColumns,
  isAuto: boolean,
): Pick<Reading, 'id' | 'name'> | undefined {
  const id = columns.id === null ? undefined : columnOf(headings, columns.id);
  const mayLackId = columns.id === null || (isAuto && isPattern(columns.id));
  if (id === undefined && !mayLackId) return undefined;
  const parts = typeof columns.name === 'string' ? [columns.name] : (columns.name ?? []);
  const name = parts.flatMap((part) => columnOf(headings, part) ?? []);
  const isWhole = name.length === parts.length;
  if (!isWhole && !(isAuto && parts.every(isPattern))) return undefined;
  if (id === undefined && (!isWhole || name.length === 0)) return undefined;
  return { id, name: isWhole ? name : [] };
}

function countsIn(
  headings: readonly Heading[],
  { counts }: SourceColumns,
  isAuto: boolean,
  others: readonly (number | undefined)[],
): readonly number[] | undefined {
  if (counts === null) return undefined;
  if (typeof counts === 'string') {
    const dates = headings.flatMap(({ plain }, index) => (isDateHeading(plain) ? [index] : []));
    return dates.length > 0 ? dates : undefined;
  }
  const found = new Set<number>();
  for (const name of counts) {
    const matching = isPattern(name) ? matchingAll(headings, name) : spanned(headings, name);
    const own = matching.filter((index) => !others.includes(index));
    if (own.length === 0 && !(isAuto && isPattern(name))) return undefined;
    for (const index of own) found.add(index);
  }
  return found.size > 0 ? [...found].sort((a, b) => a - b) : undefined;
}

/** A heading that a second header row splits names all the columns it spans. */
function spanned(headings: readonly Heading[], name: string): readonly number[] {
  const exact = columnOf(headings, name);
  if (exact !== undefined) return [exact];
  const wanted = headingOf(name);
  return headings.flatMap(({ plain }, index) => (plain === wanted ? [index] : []));
}

/**
 * @returns the position of the one column of this name; undefined: there is none
 * @throws Refusal (exit 3) when two columns have the name
 */
export function columnOf(headings: readonly Heading[], name: string): number | undefined {
  const indexes = isPattern(name)
    ? matchingAll(headings, name)
    : namedExactly(headings, headingOf(name));
  if (indexes.length < 2) return indexes[0];
  const found = listHeadings(indexes.map((index) => headings[index]?.name ?? ''));
  const message = isPattern(name)
    ? `"${name}" fits ${indexes.length} columns of the source, ${found}: it is not clear which is meant`
    : `The source has two columns "${name}": it is not clear which is meant`;
  throw reject('unknown-columns', message, { line: 1, column: name });
}

function namedExactly(headings: readonly Heading[], wanted: string): readonly number[] {
  const whole = headings.flatMap(({ name }, index) => (name === wanted ? [index] : []));
  if (whole.length > 0) return whole;
  const split = headings.flatMap(({ plain }, index) => (plain === wanted ? [index] : []));
  return split.length === 1 ? split : [];
}

function matchingAll(headings: readonly Heading[], pattern: string): readonly number[] {
  const matches = compilePattern(pattern);
  return headings.flatMap(({ name, plain }, index) =>
    name !== '' && (matches(name) || matches(plain)) ? [index] : [],
  );
}
