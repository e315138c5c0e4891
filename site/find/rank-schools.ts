import { editDistance } from './edit-distance.ts';

/** What a school can be found by. */
export interface Findable {
  readonly id: string;
  readonly name: string;
  readonly former_names: readonly string[];
}

export interface Match<School> {
  readonly school: School;
  /** How well the words of the query are met: 0 to 1, more for a whole id. */
  readonly score: number;
  /** The name that was met, where it is not today’s. */
  readonly formerName: string | null;
}

/** Prepared once for a list of schools; asked at every key. */
export type Ranking<School> = (query: string) => readonly Match<School>[];

/** Below it, what was typed and what was found have too little in common. */
const WEAK = 0.5;
/** How much it counts that every word is met, against one being met well. */
const EVERY_WORD = 0.6;
/** What is met only when words are run together counts a little less. */
const RUN_TOGETHER = 0.98;
/** A former name counts a little less than today's. */
const FORMERLY = 0.97;
/** Words that many schools share tell little: they only decide between equals. */
const PLAIN_WEIGHT = 0.12;
const PLAIN_WORDS: readonly string[] = [
  'high',
  'school',
  'elementary',
  'middle',
  'academy',
  'college',
  'preparatory',
  'prep',
  'the',
  'of',
  'and',
];
const MISSPELT_PLAIN_WORDS = PLAIN_WORDS.filter((word) => word.length > 4 || word === 'high');
/** Initials tell something, but a slip in them everything. */
const INITIAL_WEIGHT = 0.3;
/** Spellings that mean the same. */
const SAME: Readonly<Record<string, string>> = {
  hs: 'high school',
  es: 'elementary school',
  ms: 'middle school',
  elem: 'elementary',
  saint: 'st',
  mount: 'mt',
  international: 'intl',
  ii: '2',
  iii: '3',
};

/** A school's name, or one that it had, or what was typed, as words. */
interface Form {
  readonly words: readonly string[];
  readonly joined: string;
  readonly weight: number;
  /** The name itself, where it is a former one. */
  readonly former: string | null;
}

/**
 * Ranks schools by what somebody typed: words in any order, unfinished, misspelt, run together or
 * apart, without accents; kinds of school by word or by abbreviation; former names; ids.
 *
 * @returns best first; none for an empty query
 */
export function rankingOf<School extends Findable>(schools: readonly School[]): Ranking<School> {
  const prepared = schools.map((school) => ({
    school,
    id: school.id.toLowerCase(),
    today: formOf(school.name),
    former: school.former_names.map((name) => formOf(name, name)),
  }));
  return (query) => {
    const asked = formOf(query);
    if (asked.words.length === 0) return [];
    const id = query.trim().toLowerCase();
    const likeness = remembered(likenessOf);
    return prepared
      .map(({ school, id: own, today, former }) =>
        former.reduce<Match<School>>(
          (best, form) => {
            const score = FORMERLY * scoreOf(asked, form, likeness);
            return score > best.score ? { school, score, formerName: form.former } : best;
          },
          {
            school,
            score: Math.max(idScore(id, own), scoreOf(asked, today, likeness)),
            formerName: null,
          },
        ),
      )
      .filter(({ score }) => score >= WEAK)
      .sort((a, b) => b.score - a.score || (a.school.name < b.school.name ? -1 : 1));
  };
}

/** Lower case, without accents and punctuation, one spelling for what has several. */
function formOf(name: string, former: string | null = null): Form {
  const words = name
    .normalize('NFKD')
    .replace(/[\p{M}'’`´.]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => (SAME[word] ?? word).split(' '))
    .filter(Boolean)
    .map(plainWordMeant);
  const weight = words.reduce((sum, word) => sum + weightOf(word), 0);
  return { words, joined: words.join(''), weight, former };
}

/** `hihg` is no name: it is `high`, which tells little. Short ones could be names (`prez`). */
function plainWordMeant(word: string): string {
  if (word.length < 4) return word;
  return MISSPELT_PLAIN_WORDS.find((plain) => editDistance(word, plain).whole < 2) ?? word;
}

function weightOf(word: string): number {
  if (PLAIN_WORDS.includes(word)) return PLAIN_WEIGHT;
  return word.length === 1 ? INITIAL_WEIGHT : 1;
}

function idScore(asked: string, id: string): number {
  if (asked === id) return 2;
  return asked.length > 2 && id.startsWith(asked) ? 0.9 : 0;
}

type Likeness = (asked: string, word: string) => number;

/** Every word asked should be met; that one is met well counts too, for words that no name holds. */
function scoreOf(asked: Form, form: Form, likeness: Likeness): number {
  let met = 0;
  let best = 0;
  for (const [index, word] of asked.words.entries()) {
    const before = asked.words[index - 1];
    const after = asked.words[index + 1];
    const like = Math.max(
      RUN_TOGETHER * likeness(word, form.joined),
      ...form.words.map((other) => likeness(word, other)),
      ...(before ? form.words.map((other) => RUN_TOGETHER * likeness(before + word, other)) : []),
      ...(after ? form.words.map((other) => RUN_TOGETHER * likeness(word + after, other)) : []),
    );
    met += weightOf(word) * like;
    best = Math.max(best, weightOf(word) * like);
  }
  const byWord = EVERY_WORD * (met / asked.weight) + (1 - EVERY_WORD) * Math.min(1, best);
  const together = RUN_TOGETHER * likeness(asked.joined, form.joined);
  // Of names that hold what was asked, those that hold little else come first.
  const spare = Math.min(1, Math.max(0, form.weight - asked.weight));
  return Math.max(byWord, together) - 0.03 * spare;
}

/** 0 to 1: how well a word meets one that was typed and may be unfinished or misspelt. */
function likenessOf(asked: string, word: string): number {
  if (asked === word) return 1;
  if (word.startsWith(asked)) return 0.8 + (0.15 * asked.length) / word.length;
  const slips = slipsAllowed(asked);
  if (slips === 0 || asked.length > word.length + slips || foreign(asked, word) > slips) return 0;
  const { whole, start } = editDistance(asked, word.slice(0, asked.length + slips + 1));
  const rest = word.length > asked.length + slips + 1 ? 1 : 0;
  const distance = Math.min(whole + rest, start + 0.75) + (asked[0] === word[0] ? 0 : 0.25);
  return distance > slips + 0.5 ? 0 : 1 - distance / (asked.length + 1);
}

/** Letters that the word does not have: it is at least so far away, and counting them is quick. */
function foreign(asked: string, word: string): number {
  let count = 0;
  for (const letter of asked) if (!word.includes(letter)) count += 1;
  return count;
}

/** Letters that may be wrong in a word of this length. */
function slipsAllowed({ length }: string): number {
  return length < 3 ? 0 : length < 5 ? 1 : length < 8 ? 2 : length < 14 ? 3 : 4;
}

/** The same words return in many names: each pair is compared once a query. */
function remembered(compare: Likeness): Likeness {
  const known = new Map<string, number>();
  return (asked, word) => {
    const key = `${asked} ${word}`;
    const found = known.get(key) ?? compare(asked, word);
    known.set(key, found);
    return found;
  };
}
