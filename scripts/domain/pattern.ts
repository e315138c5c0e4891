import { createRequire } from 'node:module';

/**
 * Regular expressions of the settings, written between slashes: `/^Q\d SY\d\d$/`. They meet text
 * from a public sheet, so none may backtrack: `/(a+)+$/` would hang a run. One that repeats nothing
 * cannot; every other is matched by RE2's method, whose time grows with the text's length only. What
 * that method cannot do (look-around, references back) is refused when the settings are read.
 */
const SLASHED = /^\/(.+)\/$/s;

/** No heading or name is longer; what is longer is not matched at all. */
const LONGEST_TEXT = 500;

/** Whether a setting's text is a regular expression rather than a name. */
export function isPattern(text: string): boolean {
  return SLASHED.test(text);
}

/** @returns why a text between slashes is no usable regular expression; undefined: it is one */
export function patternProblem(text: string): string | undefined {
  try {
    matcherOf(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * @param text a regular expression between slashes, as `patternProblem` found usable
 * @returns whether a text holds a match; texts over 500 characters hold none
 */
export function compilePattern(text: string): (tested: string) => boolean {
  const matches = matcherOf(text);
  return (tested) => tested.length <= LONGEST_TEXT && matches(tested);
}

type Matcher = (tested: string) => boolean;
const matchers = new Map<string, Matcher>();

/** Settings have few patterns, and each is asked for often. */
function matcherOf(text: string): Matcher {
  const known = matchers.get(text);
  if (known) return known;
  const source = SLASHED.exec(text)?.[1] ?? text;
  const made = repeatsNothing(source) ? native(source) : linear(source);
  matchers.set(text, made);
  return made;
}

const REPEATS = /[*+{]|\(\?|\\[^dDwWsSbB\W]/;
const OPTIONAL_PARTS = 3;

/** Each optional part doubles the ways to try, so only a few of them are nothing. */
function repeatsNothing(source: string): boolean {
  return !REPEATS.test(source) && source.split('?').length <= OPTIONAL_PARTS + 1;
}

function native(source: string): Matcher {
  const expression = new RegExp(source);
  return (tested) => expression.test(tested);
}

/** Loaded when it is needed, and at once: settings are checked in one go. */
function linear(source: string): Matcher {
  const { RE2JS }: typeof import('re2js') = createRequire(import.meta.url)('re2js');
  const expression = RE2JS.compile(source);
  return (tested) => expression.matcher(tested).find();
}
