import { reject } from './causes.ts';

/** Falls that a running total may have: corrections, one in four of its changes at most. */
const SHARE_OF_FALLS = 0.25;
const FALLS_TO_BE_SURE = 3;
/** So many rises without one fall are no news from day to day. */
const RISES_TO_BE_SURE = 10;

interface Trend {
  readonly rises: number;
  readonly falls: number;
}

/**
 * @param series each place's figures, days ascending
 * @param instead the setting by which such figures are read
 * @throws Refusal (exit 3) when figures that should be running totals keep falling
 */
export function refuseFallingTotals(series: Iterable<readonly number[]>, instead: string): void {
  const { rises, falls } = trendOf(series);
  if (falls < FALLS_TO_BE_SURE || falls <= (rises + falls) * SHARE_OF_FALLS) return;
  throw reject(
    'not-a-running-total',
    `The figures are no running totals: from day to day they fall ${falls} times and rise ${rises} times. If they are new on each day, set ${instead}`,
  );
}

/** The opposite: figures that should be new on each day only ever grow, so their sum is not a count. */
export function refuseGrowingNews(series: Iterable<readonly number[]>, instead: string): void {
  const { rises, falls } = trendOf(series);
  if (falls > 0 || rises < RISES_TO_BE_SURE) return;
  throw reject(
    'misread-rows',
    `The figures look like running totals, not like new cases: from day to day they rise ${rises} times and never fall, and their sum would count every case again each day. Set ${instead}`,
  );
}

function trendOf(series: Iterable<readonly number[]>): Trend {
  let [rises, falls] = [0, 0];
  for (const figures of series) {
    for (let index = 1; index < figures.length; index += 1) {
      const change = (figures[index] ?? 0) - (figures[index - 1] ?? 0);
      if (change > 0) rises += 1;
      if (change < 0) falls += 1;
    }
  }
  return { rises, falls };
}
