/** The first few of a long list, and how many were left out. */
export interface Shortened<Item> {
  readonly shown: readonly Item[];
  /** 0 when all of them are shown. */
  readonly rest: number;
}

/** @param most how many items a reader is shown */
export function shortened<Item>(items: readonly Item[], most: number): Shortened<Item> {
  return { shown: items.slice(0, most), rest: Math.max(0, items.length - most) };
}

/**
 * A list in one sentence: `a, b, and 12 more`.
 *
 * @param most how many words a reader is shown
 * @param by what stands between two of them
 * @param last what stands before the number of those left out
 */
export function listed(
  words: readonly string[],
  most: number,
  { by = ', ', last = `${by}and ` }: { readonly by?: string; readonly last?: string } = {},
): string {
  const { shown, rest } = shortened(words, most);
  return `${shown.join(by)}${rest > 0 ? `${last}${rest} more` : ''}`;
}
