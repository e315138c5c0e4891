import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFolder } from '../command-line.ts';
import { interpolateAll } from './expressions.ts';
import type { JobRequest } from './run-job.ts';
import type { WorkflowFile } from './workflow-file.ts';

/** Limits are this many times as long as the workflows say: they end what hangs, not what is slow. */
const PATIENCE = 20;

const standIns = join(dirname(fileURLToPath(import.meta.url)), 'stand-ins');

/**
 * What a runner sets, then what the file and the job do; nothing of this machine but what finds its
 * programs.
 */
export function jobEnvironment(
  { machine, run, file, job, id, contexts }: JobRequest,
  github: Readonly<Record<string, unknown>>,
  temp: string,
  workspace: string,
): Record<string, string> {
  const { hub, now, pace, trouble } = machine;
  const status = { success: true, failure: false, cancelled: false };
  const written = (env: WorkflowFile['env']) =>
    interpolateAll(env, { ...contexts, github, vars: {} }, status);
  const clock = join(standIns, 'other-clock.mjs');
  return {
    PATH: [standIns, dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(':'),
    HOME: machine.folder,
    LANG: 'C.UTF-8',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: hub.url,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: hub.state.repository,
    GITHUB_REPOSITORY_ID: String(github.repository_id),
    GITHUB_REPOSITORY_OWNER: hub.state.repository.split('/')[0] ?? '',
    GITHUB_REF: `refs/heads/${run.branch}`,
    GITHUB_REF_NAME: run.branch,
    GITHUB_REF_TYPE: 'branch',
    GITHUB_SHA: run.commit,
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_NUMBER: String(github.run_number),
    GITHUB_RUN_ATTEMPT: String(run.attempt),
    GITHUB_WORKFLOW: String(github.workflow),
    GITHUB_WORKFLOW_REF: `${hub.state.repository}/.github/workflows/${run.workflow}@refs/heads/${run.branch}`,
    GITHUB_JOB: id,
    GITHUB_EVENT_NAME: run.event,
    GITHUB_ACTOR: run.by.login,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    RUNNER_OS: 'Linux',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_DATE: now,
    GIT_COMMITTER_DATE: now,
    NODE_OPTIONS: `--import=${clock}`,
    // Only pushes of a job's token are held to what such a token may push.
    HARNESS_PUSHES_AS: 'token',
    HARNESS_NOW: now,
    HARNESS_PACE: String(pace),
    HARNESS_PATIENCE: String(PATIENCE),
    HARNESS_MODULES: join(projectFolder, 'node_modules'),
    ...(trouble.installationFails ? { HARNESS_INSTALLATION_FAILS: '1' } : {}),
    ...(trouble.installationHangs ? { HARNESS_INSTALLATION_HANGS: '1' } : {}),
    ...machine.env,
    ...written(file.env),
    ...written(job.env),
  };
}
