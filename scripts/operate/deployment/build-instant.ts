import { type Instant, parseInstant } from '../../domain/time.ts';
import type { Ledger } from '../../ledger/model.ts';

/**
 * The instant as of which a commit is built. It depends on the commit alone, so that building a
 * commit always gives the same bytes: Pages identifies a deployment by its commit, and would never
 * serve different content under the same one. On the site a date is therefore closed by the first
 * commit of the next date.
 *
 * @param committed the commit's time (ISO 8601), by the clock of whoever made it
 * @returns that time, or the ledger's newest instant if that is later because the clock was slow
 * @throws RangeError if the ledger is empty and `committed` cannot be parsed
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
  if (last === undefined) throw new RangeError(`"${committed}" is not an instant`);
  return last;
}
