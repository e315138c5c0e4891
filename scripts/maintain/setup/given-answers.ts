import { parseJsonPath } from '../../domain/json-path.ts';
import { isPattern, patternProblem } from '../../domain/pattern.ts';
import { refuseUsage } from '../../domain/refusal.ts';
import { isTimeZone, parseReportingDate } from '../../domain/time.ts';
import { ROW_KINDS } from '../../ledger/snapshot.ts';
import type { Noun } from '../../wording/reading-text.ts';
import { countColumns, isFigures, rowKind } from './ask-columns.ts';
import type { SheetChoices } from './sheet-choices.ts';
import { NONE, SHEET_OPTIONS } from './sheet-options.ts';
import { hoursProblem } from './workflow-schedule.ts';

/** What was given as options; undefined or empty: to be asked, or found out. */
export interface GivenAnswers {
  readonly name: string | undefined;
  readonly sheet: string | undefined;
  readonly timeZone: string | undefined;
  readonly hours: string | undefined;
  readonly languages: string | undefined;
  readonly repository: string | undefined;
  readonly schoolYear: string | undefined;
  readonly locations: string | undefined;
  /** `ONE,MANY`, or `es=ONE,MANY` for a further language. */
  readonly counted: readonly string[];
  /** `ONE`, or `es=ONE`. */
  readonly place: readonly string[];
  readonly places: readonly string[];
  readonly person: readonly string[];
  readonly people: readonly string[];
  readonly sheetOptions: SheetOptions;
}

/** The options about the sheet, as they were typed. */
export interface SheetOptions {
  readonly rows: string | undefined;
  readonly path: string | undefined;
  readonly id: string | undefined;
  readonly name: readonly string[];
  readonly countColumns: readonly string[];
  readonly date: string | undefined;
  readonly counts: string | undefined;
  readonly totalRow: readonly string[];
  readonly zero: readonly string[];
  readonly unknown: readonly string[];
  readonly ignore: readonly string[];
}

/** Says what is wrong with an answer; undefined: nothing. */
export type Problem = (answer: string) => string | undefined;

const like =
  (pattern: RegExp, example: string): Problem =>
  (answer) =>
    pattern.test(answer) ? undefined : `Write it like: ${example}`;

/** What may be wrong with each answer, whether it is typed or given as an option. */
export const PROBLEMS = {
  sheet: like(/^https?:\/\/\S+$/, 'https://docs.google.com/…'),
  timeZone: (zone) =>
    isTimeZone(zone) ? undefined : `"${zone}" is not a time zone such as America/Chicago.`,
  hours: hoursProblem,
  repository: like(/^https:\/\/[^/\s]+\/[^/\s]+\/[^/\s]+$/, 'https://github.com/owner/name'),
  schoolYear: (date) => (parseReportingDate(date) ? undefined : 'Write it like: 2021-08-30'),
  locations: like(/^https?:\/\/\S+$/, 'https://example.org/places.csv'),
  oneAndMany: like(/^[^,]*[^,\s][^,]*,[^,]*[^,\s][^,]*$/, 'flu case,flu cases'),
} as const satisfies Readonly<Record<string, Problem>>;

/** @param words languages that the site has words in */
export function languagesProblem(words: readonly string[]): Problem {
  return (list) => {
    const unknown = list.split(',').find((language) => !words.includes(language));
    if (unknown === undefined) return undefined;
    return /^[a-z]{2}(,[a-z]{2})*$/.test(list)
      ? `The site has no words in "${unknown}"; it has ${words.join(', ')}.`
      : `Write it like: ${words.join(',')}`;
  };
}

/**
 * Refuses an option that no question would accept, before anything is asked or read.
 *
 * @param words languages that the site has words in
 * @throws Refusal (exit 2) naming the option
 */
export function checkGiven(given: GivenAnswers, words: readonly string[]): void {
  const { sheetOptions } = given;
  const checks: readonly (readonly [string, string | undefined, Problem])[] = [
    ['sheet', given.sheet, PROBLEMS.sheet],
    ['time-zone', given.timeZone, PROBLEMS.timeZone],
    ['hours', given.hours, PROBLEMS.hours],
    ['languages', given.languages, languagesProblem(words)],
    ['repository', given.repository, PROBLEMS.repository],
    ['school-year', given.schoolYear, PROBLEMS.schoolYear],
    ['locations', given.locations, PROBLEMS.locations],
    [SHEET_OPTIONS.rows, sheetOptions.rows, rowsProblem],
    [SHEET_OPTIONS.counts, sheetOptions.counts, countsProblem],
    [SHEET_OPTIONS.path, sheetOptions.path, pathProblem],
    ...given.counted.map(
      (text) => ['counted', withoutLanguage(text), PROBLEMS.oneAndMany] as const,
    ),
    ...patternsOf(sheetOptions).map(([option, text]) => [option, text, patternIn] as const),
  ];
  for (const [option, value, problem] of checks) {
    const found = value === undefined ? undefined : problem(value);
    if (found !== undefined) {
      throw refuseUsage('usage', `init: --${option} ${value}: ${found}`, NOTHING, { value });
    }
  }
}

const NOTHING = 'Nothing was read or written. `npm run init -- --help` lists the options.';

/** The options about the sheet as choices; they were checked before. */
export function choicesGiven(options: SheetOptions): SheetChoices {
  const { rows, counts, id, name, totalRow } = options;
  const isNone = (texts: readonly string[]) => texts.length === 1 && texts[0] === NONE;
  return {
    rows: rows === undefined ? undefined : rowKind(rows),
    path: options.path,
    id: id === NONE ? null : id,
    name: isNone(name) ? null : filled(name),
    countColumns: filled(options.countColumns) && countColumns(options.countColumns),
    date: options.date,
    counts: counts !== undefined && isFigures(counts) ? counts : undefined,
    totalRow: isNone(totalRow) ? [] : filled(totalRow),
    zero: filled(options.zero),
    unknown: filled(options.unknown),
    ignore: filled(options.ignore),
  };
}

/**
 * A noun given by two options, one for a single thing and one for many, in each language.
 *
 * @param languages the site's; the first needs no mark
 * @throws Refusal (exit 2) if one of the two is missing in a language
 */
export function nounsGiven(
  one: { readonly option: string; readonly values: readonly string[] },
  many: { readonly option: string; readonly values: readonly string[] },
  languages: readonly string[],
): ReadonlyMap<string, Noun> {
  const [first = ''] = languages;
  const [ones, manies] = [byLanguage(one.values, first), byLanguage(many.values, first)];
  const nouns = new Map<string, Noun>();
  for (const language of new Set([...ones.keys(), ...manies.keys()])) {
    const [singular, plural] = [ones.get(language), manies.get(language)];
    if (singular && plural) nouns.set(language, { singular, plural });
    else {
      const missing = singular ? many.option : one.option;
      const mark = language === first ? '' : ` (${language}=…)`;
      const message = `init: --${one.option} and --${many.option} go together: --${missing}${mark} is missing`;
      throw refuseUsage('usage', message, NOTHING);
    }
  }
  return nouns;
}

/** `es=caso,casos` as one and many, by language; without a mark it is the first language's. */
export function oneAndMany(texts: readonly string[], first: string): ReadonlyMap<string, Noun> {
  return new Map(
    [...byLanguage(texts, first)].map(([language, text]) => [language, nounOf(text)] as const),
  );
}

/** @param text `ONE,MANY` */
export function nounOf(text: string): Noun {
  const [singular = '', plural = ''] = text.split(',').map((word) => word.trim());
  return { singular, plural };
}

const MARKED = /^([a-z]{2})=(.+)$/s;

function byLanguage(texts: readonly string[], first: string): ReadonlyMap<string, string> {
  return new Map(
    texts.map((text) => {
      const [, language = first, word = text] = MARKED.exec(text) ?? [];
      return [language, word.trim()] as const;
    }),
  );
}

function withoutLanguage(text: string): string {
  return MARKED.exec(text)?.[2] ?? text;
}

const rowsProblem: Problem = (rows) =>
  rowKind(rows) ? undefined : `Write one of these words: ${ROW_KINDS.join(', ')}`;
const countsProblem: Problem = (counts) =>
  isFigures(counts) ? undefined : 'Write cumulative or new';
const pathProblem: Problem = (path) =>
  parseJsonPath(path) ? undefined : 'Write it like: features[*].attributes';

function patternsOf(options: SheetOptions): readonly (readonly [string, string])[] {
  const { id, date, name, ignore } = options;
  const columns: readonly (readonly [string, readonly (string | undefined)[]])[] = [
    [SHEET_OPTIONS.id, [id]],
    [SHEET_OPTIONS.date, [date]],
    [SHEET_OPTIONS.name, name],
    [SHEET_OPTIONS.countColumns, options.countColumns],
    [SHEET_OPTIONS.ignore, ignore],
  ];
  return columns.flatMap(([option, texts]) =>
    texts.flatMap((text) =>
      text !== undefined && isPattern(text) ? [[option, text] as const] : [],
    ),
  );
}

const patternIn: Problem = (text) => {
  const problem = patternProblem(text);
  return problem === undefined
    ? undefined
    : `This is not a regular expression that can be matched in linear time (${problem})`;
};

function filled(texts: readonly string[]): readonly string[] | undefined {
  return texts.length > 0 ? texts : undefined;
}
