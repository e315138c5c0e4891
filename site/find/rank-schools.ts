import { nameWords, PLAIN_WORDS } from '../shared/names.ts';
import { editDistance } from './edit-distance.ts';

/** The properties by which a school can be found. */
export interface SearchableSchool {
  readonly id: string;
  readonly name: string;
  readonly former_names: readonly string[];
  /** What the source calls it, where its name is a longer one. */
  readonly sheet_name?: string | undefined;
}

/** A school that matches a query, and how well. */
export interface Match<School> {
  readonly school: School;
  /** How well the query is matched: 0 to 1, or 2 for a complete id. */
  readonly score: number;
  /** The former name that was matched; null if it was the current one, or the id. */
  readonly formerName: string | null;
}

/** Searches a list of schools that was prepared once; called on every keystroke. */
export type Ranking<School> = (query: string) => readonly Match<School>[];

/** Matches with a lower score have too little in common with what was typed. */
const WEAK = 0.5;
/** The weight of matching every word, as opposed to matching one word well. */
const EVERY_WORD = 0.6;
/** Factor for matches that are only found by running words together. */
const RUN_TOGETHER = 0.98;
/** Factor for matches of a former name. */
const FORMERLY = 0.97;
/** The weight of words that many schools share: they only decide between equal matches. */
const PLAIN_WEIGHT = 0.12;
const MISSPELT_PLAIN_WORDS = PLAIN_WORDS.filter((word) => word.length > 4 || word === 'high');
/** The weight of initials, which help a little but are easily mistyped. */
const INITIAL_WEIGHT = 0.3;
/** A current or former name, or what was typed, split into words. */
interface Form {
  readonly words: readonly string[];
  readonly joined: string;
  readonly weight: number;
  /** The name as it was, if it is a former one. */
  readonly former: string | null;
}

/**
 * Prepares a search over schools. It matches words in any order, unfinished, misspelt, run together
 * or split, with or without accents; kinds of school by word or abbreviation; former names; and ids.
 *
 * @returns a function that lists the matches of a query, best first; none for an empty query
 */
export function rankingOf<School extends SearchableSchool>(
  schools: readonly School[],
): Ranking<School> {
  const prepared = schools.map((school) => ({
    school,
    id: school.id.toLowerCase(),
    today: [school.name, ...(school.sheet_name ? [school.sheet_name] : [])].map((name) =>
      formOf(name),
    ),
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
            score: Math.max(
              idScore(id, own),
              ...today.map((form) => scoreOf(asked, form, likeness)),
            ),
            formerName: null,
          },
        ),
      )
      .filter(({ score }) => score >= WEAK)
      .sort((a, b) => b.score - a.score || (a.school.name < b.school.name ? -1 : 1));
  };
}

/** A name as it is compared; the ledger matches names by the same words. */
function formOf(name: string, former: string | null = null): Form {
  const words = nameWords(name).map(plainWordMeant);
  const weight = words.reduce((sum, word) => sum + weightOf(word), 0);
  return { words, joined: words.join(''), weight, former };
}

/** Corrects misspelt common words (`hihg`), which would otherwise weigh as much as a name. */
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

/** Every word should match; one good match also counts, in case other words occur in no name. */
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
  // Among names that contain the query, those that contain little else come first.
  const spare = Math.min(1, Math.max(0, form.weight - asked.weight));
  return Math.max(byWord, together) - 0.03 * spare;
}

/** How well a word matches one that was typed and may be unfinished or misspelt: 0 to 1. */
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

/**
 * Counts the letters that the word lacks: a lower bound of the edit distance that is quick to
 * compute.
 */
function foreign(asked: string, word: string): number {
  let count = 0;
  for (const letter of asked) if (!word.includes(letter)) count += 1;
  return count;
}

/** How many letters may be wrong in a word of this length. */
function slipsAllowed({ length }: string): number {
  return length < 3 ? 0 : length < 5 ? 1 : length < 8 ? 2 : length < 14 ? 3 : 4;
}

/** Caches comparisons during a query, because the same words occur in many names. */
function remembered(compare: Likeness): Likeness {
  const known = new Map<string, number>();
  return (asked, word) => {
    const key = `${asked} ${word}`;
    const found = known.get(key) ?? compare(asked, word);
    known.set(key, found);
    return found;
  };
}
