import { addMinutes, type Instant } from '../../domain/time.ts';
import type { Actions } from '../../github/actions.ts';
import type { Cadence } from '../../ledger/model.ts';
import { gapsOf, recentFires } from './cron-fires.ts';
import type { WorkflowFile } from './workflow-files.ts';

const DAYS_MEASURED = 30;

/**
 * Measures how often the source is really read, and compares it with the schedule. GitHub delays
 * and drops scheduled runs, so readers are shown what was measured.
 *
 * @param update the workflow file whose successful runs are reads
 * @returns undefined while there are fewer than two reads in 30 days
 */
export async function measureCadence(
  actions: Pick<Actions, 'runsSince'>,
  update: WorkflowFile,
  now: Instant,
): Promise<Cadence | undefined> {
  const since = addMinutes(now, -DAYS_MEASURED * 24 * 60);
  const runs = await actions.runsSince(update.file, 'success', since);
  const measured = gapsOf(runs.map(({ createdAt }) => createdAt));
  const requested = gapsOf(recentFires(update.crons, now));
  if (measured === undefined || requested === undefined) return undefined;
  const lines = update.crons.map(({ cron, timeZone }) => `${cron} (${timeZone})`);
  return {
    measuredAt: now,
    days: DAYS_MEASURED,
    requested: { lines, ...requested },
    reads: runs.length,
    ...measured,
  };
}
