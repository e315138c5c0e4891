import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { announceNews } from './announce-news.ts';
import { commitAndPush } from './commit-data.ts';
import { countFailures } from './count-failures.ts';
import { deploy } from './deploy.ts';
import { keepAlive, measureReads } from './keep-schedule.ts';
import { keepWatch } from './keep-watch.ts';
import {
  compareAnnounced,
  openLedgerOfRun,
  readSchedule,
  readSettings,
  seeSite,
} from './open-world.ts';
import { NOTHING_YET, type Publication, type PublishStep, type RunFacts } from './publication.ts';
import { learnAboutSchools, takeSnapshot, workOutNews } from './read-source.ts';
import { release } from './release.ts';
import { lookForRequest, reviewHeld } from './review-held.ts';

/** The steps of a scheduled run, in order. */
const PUBLISH_STEPS: readonly PublishStep[] = [
  { title: 'Read the schedule', kind: 'work', run: readSchedule },
  { title: 'Read the settings', kind: 'work', run: readSettings },
  { title: 'See what is served', kind: 'work', run: seeSite },
  { title: 'Compare announced days', kind: 'work', run: compareAnnounced },
  { title: 'Open the ledger', kind: 'work', run: openLedgerOfRun },
  { title: 'Read the source', kind: 'work', run: takeSnapshot },
  { title: 'Work out what is new', kind: 'work', run: workOutNews },
  { title: 'Look for the request', kind: 'announces', run: lookForRequest },
  { title: 'Learn about schools', kind: 'announces', run: learnAboutSchools },
  { title: 'Count failed reads', kind: 'work', run: countFailures },
  { title: 'Measure how often we read', kind: 'announces', run: measureReads },
  { title: 'Commit and push', kind: 'work', run: commitAndPush },
  { title: 'Bring the request up to date', kind: 'announces', run: reviewHeld },
  { title: 'Release closed dates', kind: 'announces', run: release },
  { title: 'Post to the channels', kind: 'announces', run: announceNews },
  { title: 'Deploy', kind: 'work', run: deploy },
  { title: 'Keep the schedules alive', kind: 'announces', run: keepAlive },
  { title: 'Count failures', kind: 'last', run: countFailures },
  { title: 'Keep the alarm', kind: 'last', run: keepWatch },
];

/**
 * Carries out one scheduled run. If a step fails, the others are skipped except for the last ones,
 * which report it; a failed announcement does not stop the run.
 *
 * @returns what was done, and what failed: nothing is thrown
 */
export async function publish(
  publication: Publication,
  steps: readonly PublishStep[] = PUBLISH_STEPS,
): Promise<RunFacts> {
  let facts = NOTHING_YET;
  for (const { title, kind, run } of steps) {
    if (facts.failure && kind !== 'last') continue;
    const soFar = facts;
    try {
      facts = { ...facts, ...(await publication.step(title, () => run(publication, soFar))) };
    } catch (error) {
      const failure = { step: title, error };
      facts =
        kind === 'work'
          ? { ...facts, failure }
          : { ...facts, troubles: [...facts.troubles, failure] };
    }
  }
  return facts;
}

/**
 * Whether the settings name this repository; a fork that nobody has set up does nothing. This
 * searches the text, as the workflows do, so that it also works for settings that cannot be parsed.
 *
 * @param repository `owner/name`
 */
export async function isSetUp(dataDir: string, repository: string): Promise<boolean> {
  const text = await readFile(join(dataDir, 'district.json'), 'utf8').catch(() => '');
  return text.toLowerCase().includes(`/${repository.toLowerCase()}"`);
}
