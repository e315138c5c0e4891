import { openLedger } from '../../ledger/store.ts';
import { loadSettings } from '../../settings/load-settings.ts';
import type { Settings } from '../../settings/schema.ts';
import { deploymentTrouble } from '../alarm/deployment.ts';
import { shouldAlarm } from '../alarm/failed-read.ts';
import { keepAlarm } from '../alarm/keep-alarm.ts';
import { overdueReleases } from '../alarm/overdue-releases.ts';
import { failuresIn } from '../alarm/run-verdict.ts';
import { silence } from '../alarm/silence.ts';
import { type Judged, keyOf, type Trouble } from '../alarm/trouble.ts';
import { isRejection, judgedBy, troubleOfError } from '../alarm/trouble-of-error.ts';
import { readWorkflowFiles } from '../schedule/workflow-files.ts';
import { UPDATE_WORKFLOW } from './count-failures.ts';
import { DEPLOY_WORKFLOW } from './deploy.ts';
import { errorOf, type Progress, type Publication } from './publication.ts';

interface Judgement {
  readonly troubles: readonly Trouble[];
  readonly judged: ReadonlySet<Judged>;
}

/** Makes the one alarm say what is so after this run, whether it failed or not. */
export async function keepWatch(
  publication: Publication,
  progress: Progress,
): Promise<Partial<Progress>> {
  const { github, run, update } = publication;
  if (update.dryRun) return {};
  // Settings that cannot be read may be the very trouble that is told.
  const settings = await loadSettings(update.dataDir).catch(() => undefined);
  const ends = [
    endOfRun(publication, progress, settings),
    await endOfDeployment(publication, progress),
    settings ? await endOfSilence(publication, progress, settings) : NOTHING,
    endOfReleases(publication, progress),
  ];
  const told = await keepAlarm({
    github,
    troubles: ends.flatMap(({ troubles }) => troubles),
    judged: new Set(ends.flatMap(({ judged }) => [...judged])),
    now: update.now,
    timeZone: settings?.timeZone ?? 'UTC',
    runUrl: run.url,
  });
  return { findings: [...progress.findings, ...told], isAlarmKept: told.length === 0 };
}

const NOTHING: Judgement = { troubles: [], judged: new Set() };

/**
 * How the run itself ended. A read that failed once is no trouble yet, nor is it the end of one. A
 * success that the schedule started proves that it lives.
 */
function endOfRun(
  { run, update, rebuildOnly }: Publication,
  progress: Progress,
  settings: Settings | undefined,
): Judgement {
  const error = errorOf(progress);
  const { streak = { times: 1, since: update.now } } = progress;
  const isAsUsual = update.source === undefined && !rebuildOnly;
  const judged = new Set<Judged>(
    [...judgedBy(error)].filter((scope) => isAsUsual || scope === 'run'),
  );
  judged.delete('silence');
  if (error === undefined) {
    if (run.isScheduled) judged.add(keyOf({ scope: 'schedule', cause: UPDATE_WORKFLOW }));
    return { troubles: [], judged };
  }
  if (isRejection(error)) {
    const isDue = settings && shouldAlarm(error.code, streak, update.now, settings.alarm);
    if (!isAsUsual || !isDue) return NOTHING;
  }
  return { troubles: [troubleOfError(error, streak, run.url)], judged };
}

/** Whether the public address shows main; not asked in a run that has just started a deployment. */
async function endOfDeployment(
  { git, github, run, update }: Publication,
  { served, unseen, deployment, deployRuns }: Progress,
): Promise<Judgement> {
  if (deployment === 'served') return { troubles: [], judged: new Set(['deploy']) };
  if (deployRuns === undefined) return NOTHING;
  const files = await readWorkflowFiles(await git('rev-parse', '--show-toplevel'));
  const limits = files.find(({ file }) => file === DEPLOY_WORKFLOW)?.limits ?? new Map();
  const facts = { thisRun: run.id, limits };
  const trouble = deploymentTrouble({
    head: await git('rev-parse', 'HEAD'),
    served: served?.commit ?? undefined,
    unseen,
    runs: deployRuns,
    failures: await failuresIn(github.actions, deployRuns, facts),
    now: update.now,
  });
  // The deployment's own run may have told more; only being served ends that.
  return trouble ? { troubles: [trouble], judged: new Set(['deploy']) } : NOTHING;
}

async function endOfSilence(
  { update, run }: Publication,
  { report, rejection }: Progress,
  settings: Settings,
): Promise<Judgement> {
  const isRead = report?.checked_at != null && rejection === undefined;
  if (!isRead || update.source !== undefined) return NOTHING;
  const bounds = { notAfter: update.now, timeZone: settings.timeZone };
  const ledger = await openLedger(update.dataDir, bounds);
  const trouble = silence(ledger, settings, update.now, run.url);
  return { troubles: trouble ? [trouble] : [], judged: new Set(['silence']) };
}

/** Whether what is due is released. A run that did not come to every one cannot say that it is. */
function endOfReleases({ run, update }: Publication, { releases }: Progress): Judgement {
  if (releases === undefined) return NOTHING;
  const { failed, left } = releases;
  const trouble = overdueReleases({ failed, now: update.now, runUrl: run.url });
  if (trouble) return { troubles: [trouble], judged: new Set(['release']) };
  return left > 0 ? NOTHING : { troubles: [], judged: new Set(['release']) };
}
