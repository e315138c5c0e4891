import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { annotationsIn } from './annotations.ts';
import { holds, interpolate, interpolateAll, type Status } from './expressions.ts';
import type { Job, Run } from './hub-state.ts';
import { jobEnvironment } from './job-environment.ts';
import type { Artifacts, JobRun, Machine, Result, StepRun } from './machine.ts';
import { runStep } from './run-step.ts';
import type { StepDone } from './step-frame.ts';
import type { Permissions, StepFile, StepsJob, WorkflowFile } from './workflow-file.ts';

export interface JobRequest {
  readonly machine: Machine;
  readonly run: Run;
  /** The workflow that the job stands in. */
  readonly file: WorkflowFile;
  readonly id: string;
  readonly job: StepsJob;
  /** What its token may do. */
  readonly permissions: Permissions;
  /** `needs`, `inputs`, `matrix` and the run's part of `github`. */
  readonly contexts: Readonly<Record<string, unknown>>;
  readonly github: Readonly<Record<string, unknown>>;
  readonly artifacts: Artifacts;
  /** The job as the API shows it, kept current. */
  readonly shown: Job;
  readonly isFirst: boolean;
  /** How many steps the run has come to, over all its jobs. */
  readonly taken: { steps: number };
}

const titleOf = (step: StepFile) =>
  step.name ?? `Run ${step.uses ?? step.run?.trim().split('\n')[0] ?? ''}`;

/** How far a job has come. */
interface Progress {
  readonly request: JobRequest;
  readonly permissions: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly temp: string;
  readonly github: Readonly<Record<string, unknown>>;
  readonly token: string;
  readonly env: Record<string, string>;
  readonly steps: StepRun[];
  readonly byId: Record<string, object>;
  state: Result;
  summary: string;
  kill: () => void;
}

/** Runs the steps of one job on a fresh machine. */
export async function runJob(request: JobRequest): Promise<JobRun> {
  const { trouble, hub } = request.machine;
  const progress = begin(request);
  if (trouble.killedAtCall !== undefined && request.isFirst) {
    hub.fail({ with: 'kill', at: trouble.killedAtCall, kill: () => progress.kill() });
  }
  const { taken } = request;
  let isLost = false;
  for (const [index, step] of request.job.steps.entries()) {
    if (trouble.lostAfterSteps === taken.steps) {
      // It vanishes once: other jobs have runners of their own.
      taken.steps += request.job.steps.length;
      progress.state = 'failure';
      isLost = true;
      break;
    }
    taken.steps += 1;
    await takeStep(progress, step, index);
  }
  const { state, steps, summary } = progress;
  // A runner hands over the outputs of a job that failed too, when it ends: a lost one never does.
  const { outputs } = isLost ? {} : request.job;
  return {
    name: request.id,
    result: state,
    outputs: interpolateAll(outputs, contextsOf(progress), statusOf(progress)),
    steps,
    summary,
    annotations: steps.flatMap(({ log }) => annotationsIn(log)),
  };
}

function begin(request: JobRequest): Progress {
  const { machine } = request;
  const permissions = granted(request.run, request.permissions);
  const token = machine.hub.token(permissions);
  const workspace = join(machine.folder, 'work', 'tracker');
  const temp = join(machine.folder, 'temp');
  for (const folder of [join(machine.folder, 'work'), temp]) {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const folder of [workspace, temp]) mkdirSync(folder, { recursive: true });
  const github = { ...request.github, token, job: request.id, workspace };
  return {
    request,
    permissions,
    workspace,
    temp,
    github,
    token,
    env: jobEnvironment(request, github, temp, workspace),
    steps: [],
    byId: {},
    state: 'success',
    summary: '',
    kill: () => {},
  };
}

/** A pull request from a fork is granted nothing that writes, whatever its head asks for. */
function granted({ event }: Run, asked: Readonly<Record<string, string>>) {
  if (event !== 'pull_request') return asked;
  const levels = Object.entries(asked).map(([name, level]) => {
    if (name === 'id-token') return [name, 'none'];
    return [name, level === 'write' ? 'read' : level];
  });
  return Object.fromEntries(levels);
}

async function takeStep(progress: Progress, step: StepFile, index: number): Promise<void> {
  const { request } = progress;
  const { trouble } = request.machine;
  const name = titleOf(step);
  await trouble.before?.[name]?.();
  if (trouble.cancelledBefore === name) progress.state = 'cancelled';
  if (!holds(step.if, contextsOf(progress), statusOf(progress))) {
    return note(progress, step, index, 'skipped', undefined);
  }
  if (trouble.hangsAt === name) {
    progress.state = 'cancelled';
    return note(progress, step, index, 'cancelled', undefined);
  }
  const done = await runStep(step, {
    ...request,
    ...progress,
    contexts: contextsOf(progress),
    status: statusOf(progress),
    number: index,
    onStart: (kill) => {
      progress.kill = kill;
    },
  });
  return note(progress, step, index, done.failed ? 'failure' : 'success', done);
}

function note(
  progress: Progress,
  step: StepFile,
  index: number,
  outcome: Result,
  done: StepDone | undefined,
): void {
  const goesOn = interpolate(
    step['continue-on-error'] ?? false,
    contextsOf(progress),
    statusOf(progress),
  );
  const conclusion = outcome === 'failure' && goesOn === 'true' ? 'success' : outcome;
  if (conclusion === 'failure') progress.state = 'failure';
  Object.assign(progress.env, done?.env);
  if (done?.path.length) progress.env.PATH = [...done.path, progress.env.PATH].join(':');
  progress.summary += done?.summary ?? '';
  const outputs = done?.outputs ?? {};
  if (step.id) progress.byId[step.id] = { outputs, outcome, conclusion };
  const name = titleOf(step);
  progress.steps.push({ name, outcome, conclusion, outputs, log: done?.log ?? '' });
  progress.request.shown.steps.push({ name, number: index + 1, conclusion });
}

function statusOf({ state }: Progress): Status {
  return {
    success: state === 'success',
    failure: state === 'failure',
    cancelled: state === 'cancelled',
  };
}

function contextsOf({ request, github, env, byId, state, temp, token }: Progress) {
  return {
    ...request.contexts,
    github,
    env,
    steps: byId,
    job: { status: state },
    runner: { os: 'Linux', arch: 'X64', temp },
    secrets: { GITHUB_TOKEN: token },
    vars: {},
  };
}
