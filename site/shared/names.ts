/** The abbreviations that the district's sheets use for kinds of school. */
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/\bhigh school\b/g, 'hs'],
  [/\belementary school\b/g, 'es'],
  [/\bmiddle school\b/g, 'ms'],
];

/**
 * The form in which names are compared: lower case, single spaces, no punctuation, and `hs`, `es`
 * and `ms` for kinds of school. Names with the same form mean the same school.
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
