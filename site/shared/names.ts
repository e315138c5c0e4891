/** The abbreviations that the district's sheets use for kinds of school. */
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/\bhigh school\b/g, 'hs'],
  [/\belementary school\b/g, 'es'],
  [/\bmiddle school\b/g, 'ms'],
];

/**
 * The exact form in which names are compared: lower case, single spaces, no punctuation, and `hs`,
 * `es` and `ms` for kinds of school. Names with the same form mean the same school. Ids are made of
 * it, so it never changes; `looseName` is where other spellings are brought together.
 */
export function normalizeName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’`´.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return ABBREVIATIONS.reduce((text, [long, short]) => text.replace(long, short), plain);
}

/** Spellings of the same words, and what is compared in their place. */
const RESPELLINGS: ReadonlyMap<string, string> = new Map([
  ['hs', 'high school'],
  ['es', 'elementary school'],
  ['ms', 'middle school'],
  ['elem', 'elementary'],
  ['acad', 'academy'],
  ['prep', 'preparatory'],
  ['ctr', 'center'],
  ['centre', 'center'],
  ['saint', 'st'],
  ['sainte', 'ste'],
  ['mount', 'mt'],
  ['fort', 'ft'],
  ['doctor', 'dr'],
  ['junior', 'jr'],
  ['senior', 'sr'],
  ['international', 'intl'],
  ['ii', '2'],
  ['iii', '3'],
]);
/** Letters that have no accent to take off, and how they are written without them. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
]);

/**
 * The words of a name, as the search and `looseName` compare them: lower case, without accents,
 * apostrophes and dots, `&` as `and`, and one spelling for each word that has several and
 * `High School`, `Saint` and `St`, `Mount` and `Mt`, `Acad` and `Academy`).
 */
export function nameWords(name: string): readonly string[] {
  return name
    .normalize('NFKD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøłđ]/g, (letter) => PLAIN_LETTERS.get(letter) ?? letter)
    .replace(/['’‘`´.]/g, '')
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .flatMap((word) => (RESPELLINGS.get(word) ?? word).split(' '))
    .filter(Boolean);
}

/** Words that names gain and lose without anybody noticing. */
const DROPPED: ReadonlySet<string> = new Set(['the', 'and']);
/** Kinds of school, after which *school* is often left out. */
const KINDS: ReadonlySet<string> = new Set(['high', 'elementary', 'middle']);

/**
 * The form that common respellings of a name share: its `nameWords` without *the* and *and*, without
 * *school* after its kind, and with initials written together (`J. F.` as `JF`). Two places may share
 * it by chance, so a name is looked up by its exact form first (`nameIndex`).
 */
export function looseName(name: string): string {
  const words = nameWords(name);
  const isPadding = (word: string, before: string | undefined) =>
    DROPPED.has(word) || (word === 'school' && before !== undefined && KINDS.has(before));
  const telling = words.filter((word, index) => !isPadding(word, words[index - 1]));
  let form = '';
  let wasInitial = false;
  for (const word of telling.length > 0 ? telling : words) {
    const isInitial = /^\p{L}$/u.test(word);
    form += form === '' || (wasInitial && isInitial) ? word : ` ${word}`;
    wasInitial = isInitial;
  }
  return form;
}

/** Words that so many names share that they say little about which of them is meant. */
export const PLAIN_WORDS: readonly string[] = [
  'high',
  'school',
  'elementary',
  'middle',
  'academy',
  'college',
  'preparatory',
  'the',
  'of',
  'and',
];

/** What something is called now, and what it was called before. */
export interface Names {
  readonly name: string;
  readonly former: readonly string[];
}

/** Finds things by name. Each search gives undefined if nothing is called so, or several things are. */
export interface NameIndex<Named> {
  /** By the exact form; names of today take precedence over former ones. */
  readonly exact: (name: string) => Named | undefined;
  /** By the form that common respellings share, if nothing has the exact form. */
  readonly loose: (name: string) => Named | undefined;
  /** By the exact form, otherwise by the loose one. */
  readonly find: (name: string) => Named | undefined;
}

/** Prepares looking things up by name. Loose forms are worked out at the first search for one. */
export function nameIndex<Named>(
  all: readonly Named[],
  namesOf: (named: Named) => Names,
): NameIndex<Named> {
  const today = new Map<string, Named | null>();
  const former = new Map<string, Named | null>();
  for (const named of all) {
    const names = namesOf(named);
    claim(today, normalizeName(names.name), named);
    for (const name of names.former) claim(former, normalizeName(name), named);
  }
  const holderOf = (form: string): Named | null | undefined => {
    const holder = today.get(form);
    return holder === undefined ? former.get(form) : holder;
  };
  let loosely: Map<string, Named | null> | undefined;
  const exact = (name: string) => holderOf(normalizeName(name)) ?? undefined;
  const loose = (name: string): Named | undefined => {
    if (holderOf(normalizeName(name)) !== undefined) return undefined;
    loosely ??= looseForms(all, namesOf);
    return loosely.get(looseName(name)) ?? undefined;
  };
  return { exact, loose, find: (name) => exact(name) ?? loose(name) };
}

function looseForms<Named>(
  all: readonly Named[],
  namesOf: (named: Named) => Names,
): Map<string, Named | null> {
  const forms = new Map<string, Named | null>();
  for (const named of all) {
    const { name, former } = namesOf(named);
    for (const one of [name, ...former]) claim(forms, looseName(one), named);
  }
  return forms;
}

/** Notes whose form it is; null: several things have it. A blank form is nobody's. */
function claim<Named>(forms: Map<string, Named | null>, form: string, named: Named): void {
  if (form === '') return;
  const holder = forms.get(form);
  if (holder === undefined) forms.set(form, named);
  else if (holder !== named) forms.set(form, null);
}

/** Control characters, line separators and marks that change the direction of text. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/**
 * Cleans a name for the ledger: every run of control characters becomes a space, and outer spaces are
 * removed.
 *
 * @returns the clean name, and whether anything but outer spaces changed, which should be reported
 */
export function cleanName(raw: string): { readonly name: string; readonly changed: boolean } {
  const trimmed = raw.trim();
  const name = trimmed.replace(CONTROL, ' ').trim();
  return { name, changed: name !== trimmed };
}
