import { wordsOf } from './heading-words.ts';

const MONTHS: readonly string[] = [
  'january jan enero janvier januar',
  'february feb febrero fevrier februar',
  'march mar marzo mars marz maerz',
  'april apr abril avril',
  'may mayo mai',
  'june jun junio juin juni',
  'july jul julio juillet juli',
  'august aug agosto aout',
  'september sep sept septiembre septembre',
  'october oct octubre octobre oktober okt',
  'november nov noviembre novembre',
  'december dec diciembre decembre dezember dez',
];
const monthOf = new Map(
  MONTHS.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);
const OTHERS = new Set([
  'summer',
  'fall',
  'winter',
  'spring',
  'quarter',
  'week',
  'month',
  'q',
  'sy',
  'fy',
]);
/** A number from which on it is a year: `21`, `2021`. */
const FIRST_YEAR = 19;

/** Whether a heading names a span of time: `Q1 SY21`, `September 2021 Staff`, `Week 35`. */
export function namesPeriod(heading: string): boolean {
  const words = wordsOf(heading);
  return words.some((word) => monthOf.has(word) || OTHERS.has(word)) || words.some(isYear);
}

/** A heading without its span of time: `staff` of `September 2021 Staff`. */
export function withoutPeriod(heading: string): string {
  return wordsOf(heading)
    .filter((word) => !isPeriodWord(word))
    .join(' ');
}

/**
 * A pattern for a heading and those of other spans: `/^Q\d+ SY\d+$/` of `Q1 SY21`,
 * `/^\p{L}+ \d+ Staff$/` of `September 2021 Staff`.
 */
export function periodPattern(heading: string): string {
  const parts = heading.match(/\p{L}+|\d+|[^\p{L}\d]+/gu) ?? [];
  const source = parts.map((part) => {
    if (/^\d+$/.test(part)) return '\\d+';
    return monthOf.has(wordsOf(part).join(' ')) ? '\\p{L}+' : escaped(part);
  });
  return `/^${source.join('')}$/`;
}

/** Text as a regular expression that matches it alone. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/**
 * Where a heading's span lies in time, to be compared with others: `[21, 1]` of `Q1 SY21`.
 *
 * @returns undefined where its numbers do not say
 */
export function periodOrder(heading: string): readonly [year: number, part: number] | undefined {
  const words = wordsOf(heading);
  const numbers = words.filter((word) => /^\d+$/.test(word)).map(Number);
  const months = words.flatMap((word) => monthOf.get(word) ?? []);
  const years = numbers.filter((number) => number >= FIRST_YEAR);
  const parts = [...months, ...numbers.filter((number) => number < FIRST_YEAR)];
  if (years.length > 1 || parts.length !== 1) return undefined;
  return [(years[0] ?? 0) % 100, parts[0] ?? 0];
}

function isPeriodWord(word: string): boolean {
  return monthOf.has(word) || OTHERS.has(word) || /^\d+$/.test(word);
}

function isYear(word: string): boolean {
  return /^(19|20)\d\d$/.test(word);
}
