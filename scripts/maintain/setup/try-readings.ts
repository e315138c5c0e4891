import { Refusal } from '../../domain/refusal.ts';
import { likelyPaths } from '../../source/likely-paths.ts';
import type { OpenedBody } from '../../source/open-body.ts';
import {
  type ParsedSnapshot,
  type ParseOptions,
  parseSnapshot,
} from '../../source/parse-snapshot.ts';
import { likelyTable } from '../../source/read-table.ts';
import type { Table } from '../../source/table.ts';
import { profileColumns } from './column-profiles.ts';
import { suggests } from './heading-words.ts';
import { proposeReadings } from './propose-readings.ts';
import type { SheetChoices, SheetReading } from './sheet-choices.ts';
import { meaningOf } from './word-meanings.ts';

/** What a reading is judged by, besides the sheet. */
export type ReadingRules = Pick<ParseOptions, 'district' | 'limits'>;

/** What a sheet shows when it is read in one way. */
export type ReadSheet = ParsedSnapshot;

/** A way to read a sheet that the source layer allows, and what it gives. */
export interface FoundReading {
  readonly reading: SheetReading;
  readonly sheet: ReadSheet;
  /** Why a person should look before it is believed; undefined: nothing speaks against it. */
  readonly doubt: string | undefined;
}

/** What came of trying to read a sheet. */
export interface FoundReadings {
  /** Readings that differ in a figure or a place, the likeliest first. */
  readonly found: readonly FoundReading[];
  /** Headings of the sheet, as far as they could be made out. */
  readonly headings: readonly string[];
  /** Why the likeliest of all readings was refused; undefined: it was not. */
  readonly refusal: Refusal | undefined;
}

/** Nothing is known before the first read. */
const KNOWN = { isEmpty: true, has: () => false };

/**
 * Reads an opened sheet in every way that its columns and what is settled allow, by the same source
 * layer as a run, and keeps the ways that it does not refuse.
 *
 * @throws Refusal (exit 3) when the sheet has no rows that could be read in any way
 */
export async function tryReadings(
  opened: OpenedBody,
  choices: SheetChoices,
  rules: ReadingRules,
): Promise<FoundReadings> {
  const trials = new Trials(opened, choices, rules);
  for (const path of pathsFor(opened, choices)) await trials.readAt(path);
  return trials.result();
}

function pathsFor({ source }: OpenedBody, { path }: SheetChoices): readonly (string | null)[] {
  if (source.shape === 'csv') return [null];
  if (path !== undefined) return [path];
  const paths = likelyPaths(source.document);
  return paths.length > 0 ? paths.slice(0, PATHS_TRIED) : [null];
}

const PATHS_TRIED = 3;

class Trials {
  readonly #opened: OpenedBody;
  readonly #choices: SheetChoices;
  readonly #rules: ReadingRules;
  readonly #found = new Map<string, FoundReading>();
  readonly #headings: string[] = [];
  #refusal: Refusal | undefined;

  constructor(opened: OpenedBody, choices: SheetChoices, rules: ReadingRules) {
    this.#opened = opened;
    this.#choices = choices;
    this.#rules = rules;
  }

  result(): FoundReadings {
    const found = [...this.#found.values()];
    const isSure = ({ doubt }: FoundReading) => doubt === undefined;
    // A reading that nothing supports does not compete with one that its headings support.
    const kept = found.some(isSure) ? found.filter(isSure) : found;
    return { found: kept, headings: this.#headings, refusal: this.#refusal };
  }

  async readAt(path: string | null): Promise<void> {
    const table = await this.#tableAt(path);
    if (!table) return;
    if (this.#headings.length === 0) this.#headings.push(...table.headings.map(({ name }) => name));
    const choices = { ...this.#choices, path: path ?? undefined };
    const { zero = [], unknown = [] } = choices;
    const sheet = { table, columns: profileColumns(table, { zero, unknown }) };
    for (const group of proposeReadings(sheet, choices)) {
      for (const { reading, doubt } of group) {
        const words = wordsUnder(sheet.columns, reading);
        if (await this.#readWith(reading, words, doubt)) break;
      }
    }
  }

  async #tableAt(path: string | null): Promise<Table | undefined> {
    try {
      return await likelyTable(this.#opened.source, path);
    } catch (error) {
      this.#keep(error);
      return undefined;
    }
  }

  /** @returns whether the sheet can be read in this way */
  async #readWith(
    reading: SheetReading,
    words: readonly string[],
    doubt: string | undefined,
  ): Promise<boolean> {
    if (words.length > 0) {
      const meant = words.map((word) => [word, meaningOf(word)] as const);
      const known = withWords(reading, meant);
      const open = meant.filter(([, meaning]) => meaning === undefined).map(([word]) => word);
      if (open.length === 0) return this.#readWith(known, [], doubt);
      const { zero, unknown } = known.cells;
      const as = (cells: SheetReading['cells']) => this.#readWith({ ...known, cells }, [], doubt);
      const isZero = await as({ zero: [...zero, ...open], unknown });
      return (await as({ zero, unknown: [...unknown, ...open] })) || isZero;
    }
    try {
      this.#add(reading, await this.#parse(reading), doubt);
      return true;
    } catch (error) {
      const row = rowInDoubt(this.#keep(error));
      if (row === undefined || reading.totalRow !== null) return false;
      const isTotal = await this.#readWith({ ...reading, totalRow: [row] }, [], doubt);
      const isNamedSo = isTotal && suggests(row, 'total') ? 'a row is named as a total' : undefined;
      const asPlace = { ...reading, totalRow: [] };
      return (await this.#readWith(asPlace, [], doubt ?? isNamedSo)) || isTotal;
    }
  }

  #parse(settings: SheetReading): Promise<ReadSheet> {
    const { ignore = [] } = this.#choices;
    const options = { ...this.#rules, settings, ignore, known: KNOWN, allowEmpty: false };
    return parseSnapshot(this.#opened, options);
  }

  #add(reading: SheetReading, sheet: ReadSheet, doubt: string | undefined): void {
    const key = JSON.stringify([
      sheet.rows.map(({ key, count }) => [key.kind === 'id' ? key.id : key.slug, count]).sort(),
      sheet.notReported.map(({ key }) => (key.kind === 'id' ? key.id : key.slug)).sort(),
    ]);
    const before = this.#found.get(key);
    if (!before || (before.doubt !== undefined && doubt === undefined)) {
      this.#found.set(key, { reading, sheet, doubt });
    }
  }

  /** Keeps the first refusal, which is that of the likeliest reading. */
  #keep(error: unknown): Refusal {
    if (!(error instanceof Refusal)) throw error;
    this.#refusal ??= error;
    return error;
  }
}

/** The name of a row that may be a total or a place; undefined: another refusal. */
function rowInDoubt({ code, facts }: Refusal): string | undefined {
  return code === 'ambiguous-rows' && facts.line !== undefined ? facts.value : undefined;
}

/** Words in place of figures in the columns that a reading counts. */
function wordsUnder(
  columns: ReturnType<typeof profileColumns>,
  { columns: { counts } }: SheetReading,
): readonly string[] {
  if (counts === null || typeof counts === 'string') return [];
  const counted = columns.filter(({ heading }) => counts.includes(heading));
  return [...new Set(counted.flatMap(({ words }) => words))];
}

function withWords(
  reading: SheetReading,
  meant: readonly (readonly [string, 'zero' | 'unknown' | undefined])[],
): SheetReading {
  const meaning = (wanted: string) => meant.flatMap(([word, is]) => (is === wanted ? word : []));
  const { zero, unknown } = reading.cells;
  return {
    ...reading,
    cells: { zero: [...zero, ...meaning('zero')], unknown: [...unknown, ...meaning('unknown')] },
  };
}
