const CLASSES = 5;

/** A class of figures: from its first to its last, both included. */
export interface HeatClass {
  /** 1 is the palest. */
  readonly rank: number;
  readonly from: number;
  readonly to: number;
}

/**
 * At most five classes from 1 to the highest figure, each about as many times as wide as the one
 * before: most days are small, and a few are not.
 *
 * @param highest the highest figure of a day; below 1 there is no class
 */
export function heatScale(highest: number): readonly HeatClass[] {
  if (highest < 1) return [];
  const starts = new Set(
    Array.from({ length: CLASSES }, (_, index) => Math.ceil(highest ** (index / CLASSES))),
  );
  const ascending = [...starts];
  return ascending.map((from, index) => ({
    rank: index + 1,
    from,
    to: (ascending[index + 1] ?? highest + 1) - 1,
  }));
}

/** The class of a figure; 0: it is none, or more was taken back than added. */
export function heatOf(scale: readonly HeatClass[], figure: number): number {
  return scale.findLast(({ from }) => figure >= from)?.rank ?? 0;
}
