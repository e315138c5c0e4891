import { addMinutes, type Instant } from '../../domain/time.ts';
import type { Actions } from '../../github/actions.ts';
import type { Cadence } from '../../ledger/model.ts';
import { gapsOf, recentFires } from './cron-fires.ts';
import type { WorkflowFile } from './workflow-files.ts';

const DAYS_MEASURED = 30;
const PAGE = 100;
const MOST_PAGES = 10;

/**
 * How often the source is really read, beside how often it is asked for: GitHub delays and drops
 * scheduled runs, so what was measured is what readers are told.
 *
 * @param update the file whose successful runs are reads
 * @returns undefined while there are fewer than two reads
 */
export async function measureCadence(
  actions: Pick<Actions, 'runs'>,
  update: WorkflowFile,
  now: Instant,
): Promise<Cadence | undefined> {
  const since = addMinutes(now, -DAYS_MEASURED * 24 * 60);
  const reads: Instant[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const runs = await actions.runs(update.file, { status: 'success', perPage: PAGE, page });
    const recent = runs.filter(({ createdAt }) => createdAt >= since);
    reads.push(...recent.map(({ createdAt }) => createdAt));
    if (recent.length < PAGE) break;
  }
  const measured = gapsOf(reads);
  const requested = gapsOf(recentFires(update.crons, now));
  if (measured === undefined || requested === undefined) return undefined;
  const lines = update.crons.map(({ cron, timeZone }) => `${cron} (${timeZone})`);
  return {
    measuredAt: now,
    days: DAYS_MEASURED,
    requested: { lines, ...requested },
    reads: reads.length,
    ...measured,
  };
}
