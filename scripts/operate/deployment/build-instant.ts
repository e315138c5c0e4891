import { type Instant, parseInstant } from '../../domain/time.ts';
import type { Ledger } from '../../ledger/model.ts';

/**
 * The instant that a commit is built for. It follows from the commit alone, so that a commit always
 * gives the same bytes: Pages knows a deployment by its commit, and a second content under the same
 * one would never be served. A date is closed on the site by the first commit of the next date.
 *
 * @param committed when the commit was made (ISO 8601), by the clock of whoever made it
 * @returns that, or the ledger's newest instant where such a clock is slow
 */
export function buildInstant(
  committed: string,
  ledger: Pick<Ledger, 'days' | 'updates' | 'held' | 'failing'>,
): Instant {
  const instants = [
    parseInstant(committed),
    ledger.days.at(-1)?.firstReadAt,
    ledger.updates.at(-1)?.detectedAt,
    ledger.held?.checkedAt,
    ledger.failing?.checkedAt,
  ];
  const newest = instants.filter((instant) => instant !== undefined && instant !== null).sort();
  const last = newest.at(-1);
  if (last === undefined) throw new RangeError(`"${committed}" is no instant`);
  return last;
}
