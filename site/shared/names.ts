/** Abbreviations that the district's sheets use for the kinds of school. */
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/\bhigh school\b/g, 'hs'],
  [/\belementary school\b/g, 'es'],
  [/\bmiddle school\b/g, 'ms'],
];

/**
 * The form in which names are compared: lower case, single spaces, no punctuation, `HS`, `ES` and
 * `MS` for the kinds of school. Two names with the same form are the same school.
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

/** Control characters, line separators and marks that turn the direction of text. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/**
 * A name as it may enter the ledger: every run of control characters is one space, outer blanks go.
 *
 * @returns the clean name, and whether anything but outer blanks was replaced (to be reported)
 */
export function cleanName(raw: string): { readonly name: string; readonly changed: boolean } {
  const trimmed = raw.trim();
  const name = trimmed.replace(CONTROL, ' ').trim();
  return { name, changed: name !== trimmed };
}
