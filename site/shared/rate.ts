/** The number of decimals of a rate in a sentence or a small table. */
const DECIMALS = 1;

/**
 * Cases per 100 pupils, or as many people as the settings say, rounded to one decimal, as sentences
 * and small tables print it.
 *
 * @param cases new cases of a window
 * @param enrollment people; null or 0: unknown
 * @param ratePer of how many people the rate is
 * @returns null if the enrollment is unknown, or if more cases were taken back than added
 */
export function rateOf(cases: number, enrollment: number | null, ratePer = 100): number | null {
  return cases < 0 ? null : perPeople(cases, enrollment, ratePer, DECIMALS);
}

/** The number of decimals of a share, wherever it is printed. */
const SHARE_DECIMALS = 1;

/**
 * A share of people in percent, rounded to one decimal, as every page prints it (`percentIn`) and the
 * map's classes compare it.
 *
 * @param part people; null: unknown
 * @param whole people; null or 0: unknown
 * @returns null if either is unknown
 */
export function shareOf(part: number | null, whole: number | null): number | null {
  return perPeople(part, whole, 100, SHARE_DECIMALS);
}

/**
 * A part of so many of a whole. It is rounded half up to the decimals that are printed, so that a
 * printed figure and the class derived from it agree.
 *
 * @param part cases or people; null: unknown
 * @param whole people; null: unknown, and so is 0, which registries write for it
 * @param per of how many the part is: 100 for a percentage
 * @param decimals number of decimals
 * @returns null if either is unknown: a guess would look like a fact
 */
export function perPeople(
  part: number | null,
  whole: number | null,
  per: number,
  decimals: number,
): number | null {
  if (part === null || whole === null || whole <= 0) return null;
  const unit = 10 ** decimals;
  // Multiply before dividing: both operands are then whole numbers, so an exact half stays exact.
  return Math.round((part * per * unit) / whole) / unit;
}
