import { hoursBetween } from '../../domain/time.ts';
import { DEPLOY_WORKFLOW, UPDATE_WORKFLOW, workflowPage } from '../../domain/workflows.ts';
import type { GitHub } from '../../github/github.ts';
import { lookAtSchedule } from '../../operate/schedule/stopped-schedules.ts';
import { readWorkflowFiles, type WorkflowFile } from '../../operate/schedule/workflow-files.ts';
import {
  bad,
  type Check,
  type Diagnosis,
  good,
  NO_TOKEN,
  type Patient,
  warning,
} from './diagnosis.ts';

const FOLDER = '.github/workflows';

/** Whether the schedules work, and how the last runs and deployments went. */
export const runs: Check = {
  description: 'Every schedule is on and fires; the last runs and the last deployment went well',
  run: async (patient) => {
    const { github, settings } = patient;
    if (!github) return [NO_TOKEN];
    const states = new Map(
      (await github.repository.workflows()).map(({ path, state }) => [path, state]),
    );
    const found: Diagnosis[] = [];
    const files = await readWorkflowFiles(patient.project);
    for (const file of files.filter(({ crons }) => crons.length > 0)) {
      const path = `${FOLDER}/${file.file}`;
      found.push(stateOf(path, states.get(path), workflowPage(settings.repository, file.file)));
      found.push(await lastScheduled(github, file, patient));
    }
    for (const file of [UPDATE_WORKFLOW, DEPLOY_WORKFLOW]) {
      found.push(await lastEnded(github, file, workflowPage(settings.repository, file)));
    }
    return found;
  },
};

function stateOf(path: string, state: string | undefined, page: string): Diagnosis {
  if (state === 'active') return good(`${path} is on`);
  if (state === undefined) {
    return bad(
      `GitHub does not know ${path}`,
      'Push it to the default branch: only schedules there fire.',
    );
  }
  const why: Record<string, string> = {
    disabled_inactivity: 'GitHub has disabled it, because the repository was inactive for 60 days',
    disabled_fork: 'GitHub disables schedules in forks until somebody enables them',
    disabled_manually: 'somebody has disabled it',
  };
  return bad(`${path} is off: ${why[state] ?? state}`, `Press “Enable workflow”: ${page}`);
}

/** Judged as the alarm does. */
async function lastScheduled(
  github: GitHub,
  file: WorkflowFile,
  { now, settings }: Patient,
): Promise<Diagnosis> {
  const look = await lookAtSchedule(github.actions, file, now);
  const words =
    look.last === null
      ? `${file.file} has not been run by its schedule yet`
      : `${file.file} was last run by its schedule ${Math.round(hoursBetween(look.last, now))} h ago`;
  if (look.kind === 'stopped') {
    const page = `${settings.repository}/actions`;
    return bad(
      words,
      `Look at ${page}: if it is on and does not fire, edit its cron line and push.`,
    );
  }
  return look.last === null
    ? warning(
        words,
        'Wait for its next time; GitHub may be an hour late. A run started by hand proves nothing about the schedule.',
      )
    : good(words);
}

async function lastEnded(github: GitHub, file: string, page: string): Promise<Diagnosis> {
  const runs = await github.actions.runs(file, { status: 'completed', perPage: 5 });
  const last = runs.find(
    ({ conclusion }) => conclusion !== 'cancelled' && conclusion !== 'skipped',
  );
  if (!last) return warning(`No run of ${file} has ended yet`, `Start it by hand: ${page}`);
  if (last.conclusion === 'success') return good(`The last run of ${file} went well`);
  return bad(
    `The last run of ${file} ended with ${last.conclusion}`,
    `Its log says why: ${last.url}`,
  );
}
