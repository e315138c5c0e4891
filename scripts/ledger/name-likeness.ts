import { distance } from 'fastest-levenshtein';
import { nameWords, PLAIN_WORDS } from '../domain/school-name.ts';

/** From this likeness on, two names may be of one place. */
export const ALIKE = 0.6;
/** Enough where the counts say it too: one of two words is the same. */
export const PARTLY_ALIKE = 0.4;

/** How alike two names are: 0 to 1. */
export type NameLikeness = (one: string, other: string) => number;

/** The weight of a word that says little, as in the search. */
const PLAIN_WEIGHT = 0.12;
/** Two words that differ by more than a quarter of their letters are two words. */
const ALIKE_WORDS = 0.75;
/** An abbreviation has at least so many letters: `Wash` for `Washington`. */
const SHORTEST_ABBREVIATION = 4;
const LIKE_ABBREVIATION = 0.9;
/** The likeness of names of which one holds all words of the other: `King` and `Martin Luther King`. */
const CONTAINED = 0.7;
/** Names written as one word that are so alike differ in spaces or by a slip. */
const ALIKE_WHOLE = 0.85;

interface Form {
  readonly words: readonly string[];
  readonly whole: string;
  /** Its words with digits. Places that are numbered are told apart by them. */
  readonly numbers: string;
}

/**
 * Measures how alike names are by the words that they share, spelt alike (Levenshtein distance) or
 * abbreviated. A word counts the less, the more of the names on record have it.
 *
 * @param onRecord names that say how common words are
 */
export function likenessAmong(onRecord: Iterable<string>): NameLikeness {
  const common = new Map<string, number>();
  for (const name of onRecord) {
    for (const word of new Set(nameWords(name))) common.set(word, (common.get(word) ?? 0) + 1);
  }
  const weightOf = (word: string) =>
    PLAIN_WORDS.includes(word) ? PLAIN_WEIGHT : 1 / Math.max(1, common.get(word) ?? 1);
  const forms = new Map<string, Form>();
  const formOf = (name: string): Form => {
    const known = forms.get(name);
    if (known) return known;
    const words = nameWords(name);
    const numbers = words.filter(hasDigit).sort().join(' ');
    const form = { words, whole: words.join(''), numbers };
    forms.set(name, form);
    return form;
  };
  return (one, other) => likenessOf(formOf(one), formOf(other), weightOf);
}

function likenessOf(one: Form, other: Form, weightOf: (word: string) => number): number {
  if (one.whole === '' || other.whole === '') return 0;
  if (one.numbers !== other.numbers && one.numbers !== '' && other.numbers !== '') return 0;
  const [a, b] = [shared(one, other, weightOf), shared(other, one, weightOf)];
  const byWords = (a.shared + b.shared) / (a.all + b.all);
  const isContained = [a, b].some(({ shared, all, best }) => shared >= 0.85 * all && best >= 0.5);
  const isSameNumber = one.numbers === other.numbers;
  const whole = isSameNumber ? alike(one.whole, other.whole) : 0;
  return Math.max(byWords, isContained ? CONTAINED : 0, whole >= ALIKE_WHOLE ? whole : 0);
}

/** The weight of a name's words, of those that the other one has too, and of the best of these. */
function shared(form: Form, other: Form, weightOf: (word: string) => number) {
  const sum = { shared: 0, all: 0, best: 0 };
  for (const word of form.words) {
    const weight = weightOf(word);
    const met = Math.max(...other.words.map((candidate) => wordLikeness(word, candidate)));
    sum.all += weight;
    sum.shared += weight * met;
    sum.best = Math.max(sum.best, weight * met);
  }
  return sum;
}

function wordLikeness(one: string, other: string): number {
  if (one === other) return 1;
  if (hasDigit(one) || hasDigit(other)) return 0;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length >= SHORTEST_ABBREVIATION && long.startsWith(short)) return LIKE_ABBREVIATION;
  const likeness = alike(one, other);
  return likeness >= ALIKE_WORDS ? likeness : 0;
}

function alike(one: string, other: string): number {
  return 1 - distance(one, other) / Math.max(one.length, other.length);
}

function hasDigit(word: string): boolean {
  return /\p{N}/u.test(word);
}
