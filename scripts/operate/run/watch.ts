import type { Finding } from '../../domain/finding.ts';
import type { Instant } from '../../domain/time.ts';
import { DEPLOY_WORKFLOW } from '../../domain/workflows.ts';
import type { GitHub } from '../../github/github.ts';
import { loadSettings } from '../../settings/load-settings.ts';
import { type DeployResult, deployTroubles } from '../alarm/deploy-troubles.ts';
import { type AlarmOfRun, dueActions, keepAlarm } from '../alarm/keep-alarm.ts';
import { failureStreak } from '../alarm/run-verdict.ts';
import type { Scope, Trouble } from '../alarm/trouble.ts';
import { stoppedSchedules } from '../schedule/stopped-schedules.ts';
import { readWorkflowFiles, type WorkflowFile } from '../schedule/workflow-files.ts';

/** A run that the schedule did not start. It can judge the schedules and its own deployment. */
export interface Watch {
  readonly github: GitHub;
  /** The checkout, with its workflow files. */
  readonly project: string;
  readonly dataDir: string;
  /** How this run's deployment ended; undefined: it has none. */
  readonly end: DeployResult | undefined;
  readonly run: { readonly id: number; readonly url: string };
  readonly now: Instant;
}

/**
 * Checks the schedules and the run's own deployment, and brings the alarm up to date.
 *
 * @returns what is wrong, and a finding if the alarm could not be updated
 */
export async function watch(
  looked: Watch,
): Promise<{ readonly troubles: readonly Trouble[]; readonly findings: readonly Finding[] }> {
  const alarm = await alarmOf(looked);
  return { troubles: alarm.troubles, findings: await keepAlarm(alarm) };
}

/**
 * Whether `watch` would have nothing to write: no trouble to report, and none that is over.
 *
 * @throws if GitHub cannot be asked
 */
export async function hasNothingToSay(looked: Watch): Promise<boolean> {
  return (await dueActions(await alarmOf(looked))).length === 0;
}

async function alarmOf(looked: Watch): Promise<AlarmOfRun> {
  const { github, project, dataDir, run, now } = looked;
  const files = await readWorkflowFiles(project);
  const stopped = await stoppedSchedules(github.actions, files, now, run.url);
  const deployment = await judgeDeployment(looked, files);
  const troubles = [...stopped, ...deployment.troubles];
  // Unreadable settings may be the very trouble that the alarm is about.
  const settings = await loadSettings(dataDir).catch(() => undefined);
  return {
    github,
    troubles,
    judged: new Set<Scope>(['schedule', ...deployment.judged]),
    now,
    timeZone: settings?.timeZone ?? 'UTC',
    runUrl: run.url,
  };
}

async function judgeDeployment(
  { github, end, run, now }: Watch,
  files: readonly WorkflowFile[],
): Promise<{ readonly judged: readonly Scope[]; readonly troubles: readonly Trouble[] }> {
  const nothing = { judged: [], troubles: [] };
  if (end === undefined) return nothing;
  const limits = files.find(({ file }) => file === DEPLOY_WORKFLOW)?.limits ?? new Map();
  const streak =
    end.result === 'success'
      ? { times: 0, since: now }
      : await failureStreak(github.actions, DEPLOY_WORKFLOW, { thisRun: run.id, limits, now });
  return deployTroubles(end, streak, run.url) ?? nothing;
}
