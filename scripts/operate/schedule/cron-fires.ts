import { Cron } from 'croner';
import {
  addMinutes,
  hoursBetween,
  type Instant,
  instantFromMilliseconds,
} from '../../domain/time.ts';
import type { ReadGaps } from '../../ledger/model.ts';
import type { CronLine } from './workflow-files.ts';

const MINUTES_OF_WEEKS = 5 * 7 * 24 * 60;

/**
 * When a schedule's cron lines fire after `from`, up to and including `to`.
 *
 * @returns ascending; an instant that several lines share is listed once
 */
export function cronFires(
  lines: readonly CronLine[],
  from: Instant,
  to: Instant,
): readonly Instant[] {
  const fires = new Set<Instant>();
  for (const { cron, timeZone } of lines) {
    const job = new Cron(cron, { timezone: timeZone });
    let next = job.nextRun(new Date(from));
    while (next !== null) {
      const fire = instantFromMilliseconds(next.getTime());
      if (fire > to) break;
      fires.add(fire);
      next = job.nextRun(next);
    }
  }
  return [...fires].sort();
}

/** When the schedule fired in the five weeks up to `now`: long enough for every weekday. */
export function recentFires(lines: readonly CronLine[], now: Instant): readonly Instant[] {
  return cronFires(lines, addMinutes(now, -MINUTES_OF_WEEKS), now);
}

/** Median, 95th percentile and longest gap in minutes; undefined for fewer than two instants. */
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
