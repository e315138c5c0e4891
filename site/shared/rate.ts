/** The number of decimals of a rate in a sentence or a small table. */
const DECIMALS = 1;

/**
 * Cases per 100 pupils, rounded to one decimal, as sentences and small tables print it.
 *
 * @param cases new cases of a window
 * @param enrollment pupils; null or 0: unknown
 * @returns null if the enrollment is unknown, or if more cases were taken back than added
 */
export function rateOf(cases: number, enrollment: number | null): number | null {
  return cases < 0 ? null : perHundred(cases, enrollment, DECIMALS);
}

/**
 * A part per hundred of a whole. It is rounded half up to the decimals that are printed, so that a
 * printed figure and the class derived from it agree.
 *
 * @param part cases or pupils; null: unknown
 * @param whole pupils; null: unknown, and so is 0, which registries write for it
 * @param decimals number of decimals
 * @returns null if either is unknown: a guess would look like a fact
 */
export function perHundred(
  part: number | null,
  whole: number | null,
  decimals: number,
): number | null {
  if (part === null || whole === null || whole <= 0) return null;
  const unit = 10 ** decimals;
  // Multiply before dividing: both operands are then whole numbers, so an exact half stays exact.
  return Math.round((part * 100 * unit) / whole) / unit;
}
