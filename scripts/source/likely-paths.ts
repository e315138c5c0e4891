import { type JsonPath, jsonPathText } from '../domain/json-path.ts';
import { isRecord } from './json-entries.ts';

const DEEPEST_ROWS = 4;
/** Names of one object that are looked into. */
const MOST_NAMES = 100;
/** A district has more places than one, and an object that is keyed by them as many names. */
const FEWEST_PLACES = 2;

/**
 * Where a document’s rows may be, the likeliest first: the longest array of objects near its top,
 * then objects keyed by place.
 *
 * @returns paths as the settings spell them; null: the document is the array. Empty: no rows at all
 */
export function likelyPaths(document: unknown): readonly (string | null)[] {
  const found = [...arraysIn(document, []), ...keyedIn(document, [])];
  const sorted = found.sort((a, b) => Number(a.isKeyed) - Number(b.isKeyed) || b.length - a.length);
  return sorted.map(({ path }) => (path.length > 0 ? jsonPathText(path) : null));
}

/** Whether a value may be a row: an object, or an array of cells. */
export function isRow(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

interface FoundRows {
  readonly path: JsonPath;
  /** Rows at it. */
  readonly length: number;
  /** The rows are an object’s values, their names its keys. */
  readonly isKeyed: boolean;
}

function arraysIn(value: unknown, path: JsonPath): FoundRows[] {
  if (Array.isArray(value)) {
    const length = value.filter(isRow).length;
    return length > 0 ? [{ path: [...path, ...within(value)], length, isKeyed: false }] : [];
  }
  return childrenOf(value, path).flatMap(([child, below]) => arraysIn(child, below));
}

/** Objects whose values are all objects, or all figures. */
function keyedIn(value: unknown, path: JsonPath): FoundRows[] {
  if (!isRecord(value)) return [];
  const values = Object.values(value);
  const isKeyed =
    values.length >= FEWEST_PLACES && (values.every(isRecord) || values.every(isFigure));
  const here: FoundRows = { path: [...path, { kind: 'values' }], length: values.length, isKeyed };
  const below = childrenOf(value, path).flatMap(([child, to]) => keyedIn(child, to));
  return isKeyed ? [here, ...below] : below;
}

function childrenOf(value: unknown, path: JsonPath): readonly (readonly [unknown, JsonPath])[] {
  if (!isRecord(value) || path.length >= DEEPEST_ROWS) return [];
  const names = Object.keys(value).slice(0, MOST_NAMES);
  return names.map((key) => [value[key], [...path, { kind: 'key', key }]]);
}

function isFigure(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^\s*\d/.test(value));
}

/** ArcGIS and GeoJSON keep a row's figures one level down. */
function within(values: readonly unknown[]): JsonPath {
  const first = values.find(isRecord);
  const key = ['attributes', 'properties', 'fields'].find((name) => first && isRecord(first[name]));
  return key === undefined ? [] : [{ kind: 'entries' }, { kind: 'key', key }];
}
