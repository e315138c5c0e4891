/** Cases that a source shows for a school since its counter started: a whole number, 0 or more. */
export type CumulativeCount = number & { readonly __cumulativeCount: true };

const COUNT = /^(0|[1-9]\d{0,8})(\.0+)?$/;

/**
 * Parses a count written with digits only. A decimal part of zeros is accepted because spreadsheets
 * show whole numbers as `3.0` when the format of a column changes.
 *
 * @returns the count, or undefined for anything else (−1, 1.5, 1e309, `1,234`, blank)
 */
export function parseCumulativeCount(text: string): CumulativeCount | undefined {
  const trimmed = text.trim();
  return COUNT.test(trimmed) ? (Number.parseInt(trimmed, 10) as CumulativeCount) : undefined;
}

/** Like `parseCumulativeCount`, for a number read from JSON. */
export function cumulativeCount(value: number): CumulativeCount | undefined {
  return Number.isSafeInteger(value) && value >= 0 && value < 1e9
    ? (value as CumulativeCount)
    : undefined;
}
