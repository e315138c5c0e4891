import { Cron } from 'croner';
import { addMinutes, type Instant, instantFromMilliseconds } from '../domain/reporting-date.ts';
import type { CronLine } from './workflow-files.ts';

const MINUTES_OF_WEEKS = 5 * 7 * 24 * 60;

/** When a schedule's lines ask for a run, in order, each instant once. */
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

/** When the schedule fires in the five weeks up to an instant: every weekday, and both clocks. */
export function recentFires(lines: readonly CronLine[], now: Instant): readonly Instant[] {
  return cronFires(lines, addMinutes(now, -MINUTES_OF_WEEKS), now);
}
