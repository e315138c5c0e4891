/** The first few items of a long list, and how many were left out. */
export interface ShortList<Item> {
  readonly shown: readonly Item[];
  /** How many items were left out; 0 when all are shown. */
  readonly rest: number;
}

/**
 * Cuts a list to its first `most` items and counts the rest.
 *
 * @param most the largest number of items to show
 */
export function shortened<Item>(items: readonly Item[], most: number): ShortList<Item> {
  return { shown: items.slice(0, most), rest: Math.max(0, items.length - most) };
}

/**
 * A list as part of a sentence: `a, b, and 12 more`.
 *
 * @param most the largest number of words to show
 * @param by the separator between two words
 * @param last the text before the number of words left out
 */
export function listed(
  words: readonly string[],
  most: number,
  { by = ', ', last = `${by}and ` }: { readonly by?: string; readonly last?: string } = {},
): string {
  const { shown, rest } = shortened(words, most);
  return `${shown.join(by)}${rest > 0 ? `${last}${rest} more` : ''}`;
}
