/** How many typing errors separate two words. */
export interface EditDistance {
  /** The distance to the whole word. */
  readonly whole: number;
  /** The distance to the nearest beginning of the word, for one that is still being typed. */
  readonly start: number;
}

/**
 * Counts the letters that were added, omitted, replaced or swapped with a neighbour (the optimal
 * string alignment distance, in which no letter is edited twice).
 */
export function editDistance(typed: string, word: string): EditDistance {
  let before: number[] = [];
  let last: number[] = Array.from({ length: word.length + 1 }, (_, index) => index);
  for (let row = 1; row <= typed.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= word.length; column += 1) {
      const same = typed[row - 1] === word[column - 1];
      const swapped = typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
      now[column] = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = last;
    last = now;
  }
  return { whole: last[word.length] ?? 0, start: Math.min(...last) };
}
