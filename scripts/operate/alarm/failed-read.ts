import { hoursBetween, type Instant, reportingDateAt } from '../../domain/time.ts';
import type { ReadFailure } from '../../ledger/model.ts';
import type { Settings } from '../../settings/schema.ts';
import { healsAlone } from '../../source/causes.ts';
import type { Streak } from './run-verdict.ts';

/**
 * Whether a failed read is worth an alarm: at once for a cause that never heals alone, else when it
 * failed so often in a row, or for so long.
 *
 * @param cause the refusal's code
 * @param streak from `failureStreak`, this read included
 */
export function shouldAlarm(
  cause: string,
  streak: Streak,
  now: Instant,
  { failedReads, failedHours }: Settings['alarm'],
): boolean {
  if (!healsAlone(cause)) return true;
  return streak.times >= failedReads || hoursBetween(streak.since, now) >= failedHours;
}

/**
 * What `failing.json` is to hold after a failed read that is worth an alarm. The publishing run
 * writes and commits it only when it is not the object that was given: when the cause changes, and
 * at the first failed read of each date. The first good read removes it.
 *
 * @param present what `failing.json` holds
 */
export function failingAfter(
  present: ReadFailure | null,
  cause: string,
  streak: Streak,
  now: Instant,
  timeZone: string,
): ReadFailure {
  if (present === null) return { cause, since: streak.since, checkedAt: now };
  const isSameDate =
    reportingDateAt(present.checkedAt, timeZone) === reportingDateAt(now, timeZone);
  if (present.cause === cause && isSameDate) return present;
  return { cause, since: present.since, checkedAt: now };
}
