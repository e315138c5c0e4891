import { hoursBetween, type Instant, reportingDateAt } from '../../domain/time.ts';
import type { ReadFailure } from '../../ledger/model.ts';
import type { Settings } from '../../settings/schema.ts';
import { healsAlone } from '../../source/causes.ts';
import type { Streak } from './run-verdict.ts';

/**
 * Whether a failed read is worth an alarm: immediately if its cause never goes away by itself,
 * otherwise once reads have failed `failedReads` times in a row or for `failedHours` hours.
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
 * What `failing.json` should hold after a failed read that is worth an alarm. It changes only when
 * the cause changes and with the first failed read of each date; otherwise `present` itself is
 * returned, and the run commits nothing. The first good read removes the file.
 *
 * @param present what `failing.json` holds now; null: the file does not exist
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
