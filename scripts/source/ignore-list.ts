import { compilePattern, isPattern } from '../domain/pattern.ts';
import { normalizeName } from '../domain/school-name.ts';

/** The settings' `ignore`: ids and names, or regular expressions, of rows that are never counted. */
export class IgnoreList {
  readonly #tests: readonly Test[];
  readonly #met = new Set<string>();
  readonly #words = new Set<string>();

  constructor(entries: readonly string[]) {
    this.#tests = entries.map(testOf);
  }

  /**
   * Whether a row is ignored; remembered.
   *
   * @param words its id and its name as written, outer blanks taken off
   */
  meets(...words: readonly string[]): boolean {
    if (this.#tests.length === 0) return false;
    const filled = words.filter((word) => word !== '');
    const test = this.#tests.find(({ matches }) => filled.some(matches));
    if (!test) return false;
    this.#met.add(test.entry);
    for (const word of filled) this.#words.add(word);
    return true;
  }

  /** Entries that met a row. */
  get met(): readonly string[] {
    return [...this.#met];
  }

  /** Entries that met none. */
  get unmet(): readonly string[] {
    return this.#tests.flatMap(({ entry }) => (this.#met.has(entry) ? [] : [entry]));
  }

  /** Ids and names of the rows that were ignored. */
  get words(): readonly string[] {
    return [...this.#words];
  }
}

interface Test {
  readonly entry: string;
  readonly matches: (word: string) => boolean;
}

function testOf(entry: string): Test {
  if (isPattern(entry)) return { entry, matches: compilePattern(entry) };
  const normal = normalizeName(entry);
  const matches = (word: string) =>
    word === entry || (normal !== '' && normalizeName(word) === normal);
  return { entry, matches };
}
