import { refuseUsage } from '../domain/refusal.ts';
import { addMinutes, type Instant, reportingDateAt } from '../domain/time.ts';
import type { Ledger } from '../ledger/model.ts';

const MINUTES_A_CLOCK_MAY_BE_OFF = 5;

/**
 * Checks whether a read may be recorded at an instant: the record only grows forward.
 *
 * @param asked the instant given with `--at`; undefined: use `now`
 * @param now the machine's clock
 * @param timeZone IANA name
 * @returns `newer-read` if another run has already recorded a newer read, so this one is dropped
 * @throws Refusal (exit 2) if `--at` lies in the future or before the ledger's newest instant, or if
 *   the ledger itself lies in the future
 */
export function checkInstant(
  ledger: Ledger,
  asked: Instant | undefined,
  now: Instant,
  timeZone: string,
): 'ok' | 'newer-read' {
  if (asked !== undefined && asked > now) {
    throw refuseUsage(
      'instant-in-the-future',
      `--at ${asked} lies in the future: the machine’s clock says ${now}`,
      'Nothing was read or written. Give an instant in the past.',
      { value: asked },
    );
  }
  const at = asked ?? now;
  const lastDate = ledger.days.at(-1)?.date;
  const lastDetected = ledger.updates.at(-1)?.detectedAt;
  const isBefore =
    (lastDate !== undefined && reportingDateAt(at, timeZone) < lastDate) ||
    (lastDetected !== undefined && at < lastDetected);
  if (!isBefore) return 'ok';

  const newest = lastDetected !== undefined && at < lastDetected ? lastDetected : lastDate;
  if (asked !== undefined) {
    throw refuseUsage(
      'instant-before-the-ledger',
      `--at ${at} lies before ${newest}, which the ledger already holds`,
      'Nothing was read or written. The ledger only grows forward: give a later instant, or start from an earlier state of data/.',
      { value: at },
    );
  }
  const soon = addMinutes(now, MINUTES_A_CLOCK_MAY_BE_OFF);
  const clockIsBehind = lastDetected !== undefined && lastDetected > soon;
  const dateIsAhead = lastDate !== undefined && lastDate > reportingDateAt(soon, timeZone);
  if (clockIsBehind || dateIsAhead) {
    throw refuseUsage(
      'ledger-in-the-future',
      `The ledger lies in the future: it holds ${newest}, and the machine’s clock says ${now}`,
      'Nothing was read or written. Check the machine’s clock; if the ledger is wrong, `git revert` the commit that added the line.',
      { file: 'data/updates.csv', value: newest },
    );
  }
  return 'newer-read';
}
