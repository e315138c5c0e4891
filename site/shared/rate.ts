/** Digits after the point of a rate that stands in a sentence or a small table. */
const DECIMALS = 1;

/**
 * Cases per 100 pupils, rounded as a sentence prints it.
 *
 * @param cases of a window
 * @returns null where the enrollment is unknown, or more cases were taken back than added
 */
export function rateOf(cases: number, enrollment: number | null): number | null {
  return cases < 0 ? null : perHundred(cases, enrollment, DECIMALS);
}

/**
 * How many of every hundred, rounded half up as it is printed, so that a number and its class agree.
 *
 * @param part null: unknown
 * @param whole pupils; null or 0: unknown, as registries write it
 * @param decimals digits after the point
 * @returns null where it is unknown: a guess would look like a fact
 */
export function perHundred(
  part: number | null,
  whole: number | null,
  decimals: number,
): number | null {
  if (part === null || whole === null || whole <= 0) return null;
  const unit = 10 ** decimals;
  // Multiplied first: both sides are whole numbers, so that exactly half is not a little under it.
  return Math.round((part * 100 * unit) / whole) / unit;
}
