import { type CumulativeCount, cumulativeCount, parseCumulativeCount } from '../domain/count.ts';
import { reject } from './causes.ts';
import { parseJson } from './parse-json.ts';

/** One object of a JSON array: nothing is known of what it holds. */
export type Entry = Readonly<Record<string, unknown>>;

/**
 * The objects of a JSON array.
 *
 * @throws Refusal (exit 3) when the text is not JSON, not an array, or holds anything but objects
 */
export function entriesOf(text: string): readonly Entry[] {
  const parsed = parseJson(text);
  if (!Array.isArray(parsed)) throw reject('bad-json', 'The source is JSON, but not an array');
  const wrong = parsed.findIndex((entry) => !isRecord(entry));
  if (wrong >= 0)
    throw reject('bad-json', `Entry ${wrong + 1} of the source is not an object`, {
      line: wrong + 1,
    });
  return parsed;
}

/** @throws Refusal (exit 3) naming the first key that no entry has */
export function refuseUnknownKeys(entries: readonly Entry[], ...keys: readonly string[]): void {
  for (const key of keys) {
    if (entries.length === 0 || entries.some((entry) => Object.hasOwn(entry, key))) continue;
    const found = Object.keys(entries[0] ?? {}).join(', ');
    throw reject(
      'unknown-columns',
      `No entry of the source has the key "${key}"; the first has: ${found}`,
      { column: key },
    );
  }
}

/** A count as a number or as digits; undefined: anything else. */
export function countOf(value: unknown): CumulativeCount | undefined {
  if (typeof value === 'number') return cumulativeCount(value);
  return typeof value === 'string' ? parseCumulativeCount(value) : undefined;
}

/** A value as a person would read it. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value.trim() : JSON.stringify(value);
}

/** Whether a value is an object with names, not an array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
