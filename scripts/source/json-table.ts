import { type JsonPath, type JsonStep, jsonPathText, parseJsonPath } from '../domain/json-path.ts';
import { reject } from './causes.ts';
import { isRecord } from './json-entries.ts';
import { isRow, likelyPaths } from './likely-paths.ts';
import { type Cell, cut, headingOf, MOST_COLUMNS, type Table } from './table.ts';

/** The heading of the keys where an object is keyed by place. */
export const KEY_HEADING = '*';
/** The heading of a value that is not an object. */
export const VALUE_HEADING = 'value';

/** The rows of a JSON document, before they are cells. */
export type JsonRows =
  | {
      readonly kind: 'objects';
      readonly names: readonly string[];
      readonly entries: readonly JsonEntry[];
    }
  /** Arrays of cells: read like the records of a CSV file, header and all. */
  | { readonly kind: 'records'; readonly records: readonly (readonly Cell[])[] };

/** One row of a JSON document: an object, or what stands in place of one. */
export interface JsonEntry {
  /** Its place in the document, counted from 1. */
  readonly number: number;
  /** What it is called in an object keyed by place. */
  readonly key: string | undefined;
  readonly value: unknown;
}

/**
 * The rows of a document.
 *
 * @param path where they are, as the settings spell it; null: the document is their array
 * @throws Refusal (exit 3) naming the step of the path that leads nowhere, or what is no row
 */
export function rowsOfJson(document: unknown, path: string | null): JsonRows {
  const entries = entriesAt(document, path);
  if (entries.length > 0 && entries.every(({ value }) => Array.isArray(value))) {
    const records = entries.map(({ value }) => (Array.isArray(value) ? value.map(cellOf) : []));
    return { kind: 'records', records };
  }
  return { kind: 'objects', names: namesOf(entries), entries };
}

/** A JSON value as a cell; what lies deeper than a cell is not looked into. */
export function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  if (typeof value === 'object') return Object.keys(value).length === 0 ? '{}' : '{…}';
  return String(value);
}

/** Objects as a table: a column for each name that any of them has. */
export function tableOfEntries({
  names,
  entries,
}: Extract<JsonRows, { readonly kind: 'objects' }>): Table {
  return {
    shape: 'json',
    headings: names.map((name) => ({ name: headingOf(name), plain: headingOf(name) })),
    rowCount: entries.length,
    lineOf: (row) => entries[row]?.number ?? 0,
    cell: (row, column) => {
      const [entry, name] = [entries[row], names[column]];
      return entry && name !== undefined ? entryCell(entry, name) : '';
    },
  };
}

/** An entry's value under a heading; '' where it has none. */
function entryCell({ key, value }: JsonEntry, name: string): Cell {
  if (isRecord(value) && Object.hasOwn(value, name)) return cellOf(value[name]);
  if (name === KEY_HEADING && key !== undefined) return key;
  return name === VALUE_HEADING && !isRecord(value) ? cellOf(value) : '';
}

/**
 * What a path leads to, whatever it is.
 *
 * @throws Refusal (exit 3) naming the step that leads nowhere
 */
export function followPath(document: unknown, path: string | null): readonly JsonEntry[] {
  const steps = path === null ? [] : (parseJsonPath(path) ?? []);
  let found: readonly JsonEntry[] = [{ number: 1, key: undefined, value: document }];
  for (const [index, step] of steps.entries()) {
    const next = found.flatMap((entry) => STEPS[step.kind](entry, step));
    if (next.length === 0) throw leadsNowhere(found, steps.slice(0, index + 1), path, document);
    found = next;
  }
  return found;
}

function entriesAt(document: unknown, path: string | null): readonly JsonEntry[] {
  let found = followPath(document, path);
  const last = found[0];
  // A path to the array itself means its entries.
  if (found.length === 1 && last && Array.isArray(last.value)) found = children(last.value);
  else if (path === null) throw noArray(document);
  const wrong = found.find(({ key, value }) => key === undefined && !isRow(value));
  if (!wrong) return found;
  throw reject('bad-json', `Entry ${wrong.number} of the source is not an object`, {
    line: wrong.number,
  });
}

const STEPS: Readonly<
  Record<JsonStep['kind'], (entry: JsonEntry, step: JsonStep) => readonly JsonEntry[]>
> = {
  key: (entry, step) =>
    step.kind === 'key' && isRecord(entry.value) && Object.hasOwn(entry.value, step.key)
      ? [{ ...entry, value: entry.value[step.key] }]
      : [],
  entry: (entry, step) =>
    step.kind === 'entry' && Array.isArray(entry.value) && step.index < entry.value.length
      ? [{ ...entry, value: entry.value[step.index] }]
      : [],
  entries: ({ value }) => (Array.isArray(value) ? children(value) : []),
  values: ({ value }) =>
    isRecord(value)
      ? Object.entries(value).map(([key, child], index) => ({
          number: index + 1,
          key,
          value: child,
        }))
      : [],
};

function children(values: readonly unknown[]): readonly JsonEntry[] {
  return values.map((value, index) => ({ number: index + 1, key: undefined, value }));
}

/** @throws Refusal (exit 3) when the entries have more names than any table has columns */
function namesOf(entries: readonly JsonEntry[]): readonly string[] {
  const names = new Set<string>();
  for (const { key, value } of entries) {
    if (key !== undefined) names.add(KEY_HEADING);
    if (!isRecord(value)) names.add(VALUE_HEADING);
    else for (const name of Object.keys(value)) names.add(name);
    if (names.size <= MOST_COLUMNS) continue;
    const message = `The source’s entries have more than ${MOST_COLUMNS} different names: this is not a table`;
    throw reject('too-many-columns', message);
  }
  return [...names];
}

function leadsNowhere(
  found: readonly JsonEntry[],
  steps: JsonPath,
  path: string | null,
  document: unknown,
) {
  const before = steps.length > 1 ? `"${jsonPathText(steps.slice(0, -1))}"` : 'the document';
  const message = `The path "${path ?? ''}" leads to no row: there is no "${jsonPathText(steps)}", because ${before} ${described(found[0]?.value)}`;
  return reject('bad-json', `${message}${proposal(document)}`, { column: path ?? '' });
}

function noArray(document: unknown) {
  const message = `The source is JSON, but not an array: it ${described(document)}`;
  return reject('bad-json', `${message}${proposal(document)}`);
}

/** What a value holds, for a message: the first names of an object, with what is short. */
function described(value: unknown): string {
  if (Array.isArray(value)) return `is an array of ${value.length}`;
  if (!isRecord(value)) return 'is not an object';
  const names = Object.keys(value);
  const shown = names
    .slice(0, 12)
    .map((name) => `"${cut(name)}": ${cut(String(cellOf(value[name])))}`);
  return names.length === 0 ? 'is empty' : `has ${shown.join(', ')}`;
}

function proposal(document: unknown): string {
  const [path = null] = likelyPaths(document);
  return path === null ? '' : `. Its rows seem to be at "source.path": "${path}"`;
}
