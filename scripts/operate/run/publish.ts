import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSettings } from '../../settings/load-settings.ts';
import { checkAnnounced } from '../deployment/check-announced.ts';
import { lookAtSite, servedUnknown } from '../deployment/served-build.ts';
import { commitAndPush } from './commit-and-push.ts';
import { countFailures } from './count-failures.ts';
import { deploy } from './deploy.ts';
import { keepWatch } from './keep-watch.ts';
import { keepAlive, lookAtWeek, measureReads } from './measure.ts';
import type { Progress, Publication, PublishStep } from './publication.ts';
import { release } from './release.ts';
import { lookForRequest, reviewHeld } from './review-held.ts';
import { updateLedger } from './update-ledger.ts';

/** A scheduled run from end to end, in order. */
export const PUBLISH_STEPS: readonly PublishStep[] = [
  { title: 'Read the settings', kind: 'work', run: readSettings },
  { title: 'See what is served', kind: 'work', run: seeServed },
  { title: 'Compare announced days', kind: 'work', run: compareAnnounced },
  { title: 'Look at the calendar', kind: 'work', run: lookAtWeek },
  { title: 'Update', kind: 'work', run: updateLedger },
  { title: 'Count failed reads', kind: 'work', run: countFailures },
  { title: 'Look for the request', kind: 'announces', run: lookForRequest },
  { title: 'Measure how often we read', kind: 'announces', run: measureReads },
  { title: 'Commit and push', kind: 'work', run: commitAndPush },
  { title: 'Bring the request up to date', kind: 'announces', run: reviewHeld },
  { title: 'Release closed dates', kind: 'announces', run: release },
  { title: 'Deploy', kind: 'work', run: deploy },
  { title: 'Keep the schedules alive', kind: 'announces', run: keepAlive },
  { title: 'Count failures', kind: 'last', run: countFailures },
  { title: 'Keep the alarm', kind: 'last', run: keepWatch },
];

/** Before the first step. */
export const NOTHING_YET: Progress = {
  served: undefined,
  unseen: undefined,
  report: undefined,
  rejection: undefined,
  streak: undefined,
  request: undefined,
  declined: null,
  commit: undefined,
  held: undefined,
  releases: undefined,
  deployRuns: undefined,
  deployment: 'none',
  opensWeek: false,
  cadence: undefined,
  isAlarmKept: false,
  findings: [],
  failure: undefined,
  troubles: [],
};

/**
 * One scheduled run. A step that fails ends it, but for the last ones, which tell of it; one that
 * only announces ends nothing.
 *
 * @returns what was done, and what it failed with: nothing is thrown
 */
export async function publish(
  publication: Publication,
  steps: readonly PublishStep[] = PUBLISH_STEPS,
): Promise<Progress> {
  let progress = NOTHING_YET;
  for (const { title, kind, run } of steps) {
    if (progress.failure && kind !== 'last') continue;
    const soFar = progress;
    try {
      const added = await publication.step(title, () => run(publication, soFar));
      progress = { ...progress, ...added };
    } catch (error) {
      const failure = { step: title, error };
      progress =
        kind === 'work'
          ? { ...progress, failure }
          : { ...progress, troubles: [...progress.troubles, failure] };
    }
  }
  return progress;
}

async function readSettings({ update }: Publication): Promise<Partial<Progress>> {
  await loadSettings(update.dataDir);
  return {};
}

async function seeServed(
  { served, update, run }: Publication,
  { findings }: Progress,
): Promise<Partial<Progress>> {
  const look = await lookAtSite(served, `${run.id}-${update.now}`);
  if (look.kind === 'build') return { served: look.build };
  return {
    unseen: look.kind === 'unknown' ? look.why : undefined,
    findings: [...findings, servedUnknown(served.url, look)],
  };
}

async function compareAnnounced(
  { update }: Publication,
  { served, findings }: Progress,
): Promise<Partial<Progress>> {
  return { findings: [...findings, ...(await checkAnnounced(update.dataDir, served))] };
}

/**
 * Whether the settings are for this repository: a fork that nobody has set up reads nothing. Asked of
 * the text, as the workflows ask it, so that settings which somebody broke are still somebody's.
 */
export async function isSetUp(dataDir: string, repository: string): Promise<boolean> {
  const text = await readFile(join(dataDir, 'district.json'), 'utf8').catch(() => '');
  return text.toLowerCase().includes(`/${repository.toLowerCase()}"`);
}
