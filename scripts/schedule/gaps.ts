import { hoursBetween, type Instant } from '../domain/reporting-date.ts';
import type { ReadGaps } from '../ledger/model.ts';

/** @returns undefined for fewer than two instants: there is no gap yet */
export function gapsOf(instants: readonly Instant[]): ReadGaps | undefined {
  const sorted = [...instants].sort();
  const minutes = sorted
    .flatMap((instant, index) => {
      const before = sorted[index - 1];
      return before === undefined ? [] : [Math.round(hoursBetween(before, instant) * 60)];
    })
    .sort((a, b) => a - b);
  if (minutes.length === 0) return undefined;
  const rank = (share: number) => minutes[Math.ceil(minutes.length * share) - 1] ?? 0;
  return { medianMinutes: rank(0.5), p95Minutes: rank(0.95), longestMinutes: rank(1) };
}
