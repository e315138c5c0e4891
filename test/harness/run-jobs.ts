import { calledBy } from './calls.ts';
import { type Contexts, holds, interpolateAll, type Status } from './expressions.ts';
import type { Job, Run } from './hub-state.ts';
import type { Artifacts, JobRun, Machine, Result } from './machine.ts';
import { runJob } from './run-job.ts';
import {
  type CallingJob,
  callOf,
  type JobFile,
  type Permissions,
  type StepsJob,
  typedInputs,
  type WorkflowFile,
} from './workflow-file.ts';

const MINUTE_MILLISECONDS = 60_000;

/** What the jobs of a workflow are run with; those of a called one have a frame of their own. */
export interface JobsFrame {
  readonly machine: Machine;
  readonly run: Run;
  readonly github: Contexts;
  readonly inputs: Contexts;
  /** What the calling job has; undefined for the workflow that the run is of. */
  readonly allowed?: Permissions;
  /** Before the name of each job, as GitHub shows it: `caller / ` for called ones. */
  readonly prefix: string;
  readonly artifacts: Artifacts;
  /** How many steps the run has come to, over all its jobs. */
  readonly taken: { steps: number };
  /** Jobs of an earlier attempt that are not run again, by id. */
  readonly kept?: ReadonlyMap<string, JobRun>;
}

/**
 * Runs the jobs of a workflow in the order of their needs, one after the other.
 *
 * @returns how each ended, by its id
 */
export async function runJobs(
  file: WorkflowFile,
  frame: JobsFrame,
): Promise<ReadonlyMap<string, JobRun>> {
  const done = new Map<string, JobRun>();
  for (const [id, job] of inOrder(file.jobs)) {
    const kept = frame.kept?.get(id);
    if (kept) {
      done.set(id, kept);
      continue;
    }
    const needs = Object.fromEntries(
      job.needs.map((name) => [name, pick(done.get(name) ?? skipped(name))]),
    );
    const contexts = { needs, inputs: frame.inputs, strategy: {} };
    const status = statusAfter(job, file.jobs, done);
    const isDue = holds(job.if, { ...contexts, github: frame.github, vars: {} }, status);
    const permissions = job.permissions ?? file.permissions ?? frame.allowed ?? {};
    if (!isDue) done.set(id, skipped(id));
    else if ('uses' in job) done.set(id, await runCall(id, job, contexts, permissions, frame));
    else done.set(id, await runOwn(id, job, file, contexts, permissions, frame));
  }
  return done;
}

/**
 * What "Re-run failed jobs" leaves as it is: all but the jobs that failed or were cancelled, and
 * those that need them.
 */
export function keptJobs(
  { jobs }: WorkflowFile,
  before: readonly JobRun[],
): ReadonlyMap<string, JobRun> {
  const again = new Set<string>();
  for (const [id, { needs }] of inOrder(jobs)) {
    const result = before.find(({ name }) => name === id)?.result;
    const isBad = result === 'failure' || result === 'cancelled';
    if (isBad || needs.some((name) => again.has(name))) again.add(id);
  }
  return new Map(before.filter(({ name }) => !again.has(name)).map((job) => [job.name, job]));
}

/** How the jobs of a workflow ended together: what its run concludes, or the job that calls it. */
export function resultOf(jobs: Iterable<JobRun>): Result {
  const results = [...jobs].map(({ result }) => result);
  if (results.includes('failure')) return 'failure';
  return results.includes('cancelled') ? 'cancelled' : 'success';
}

/** Runs a job, once for each combination of its matrix; their result is one for all. */
async function runOwn(
  id: string,
  job: StepsJob,
  file: WorkflowFile,
  contexts: Contexts,
  permissions: Permissions,
  frame: JobsFrame,
): Promise<JobRun> {
  const { machine, run, prefix } = frame;
  const ends: JobRun[] = [];
  for (const matrix of job.strategy?.matrix ?? [{}]) {
    const values = Object.values(matrix);
    const name = `${job.name ?? id}${values.length > 0 ? ` (${values.join(', ')})` : ''}`;
    const shown = showJob(machine, run, `${prefix}${name}`, job.environment);
    const asked = {
      ...frame,
      file,
      id,
      job,
      permissions,
      contexts: { ...contexts, matrix },
      shown,
    };
    const ended = await runJob({ ...asked, isFirst: run.jobs.length === 1 });
    shown.status = 'completed';
    shown.conclusion = ended.result;
    shown.completedAt = endOf(ended, job, machine.hub.state.now());
    ends.push(ended);
  }
  return together(id, ends, Object.assign({}, ...ends.map(({ outputs }) => outputs)));
}

/** Several jobs as the one that others need. */
const together = (name: string, ends: readonly JobRun[], outputs: JobRun['outputs']): JobRun => ({
  name,
  result: resultOf(ends),
  outputs,
  steps: ends.flatMap(({ steps }) => steps),
  summary: ends.map(({ summary }) => summary).join(''),
  annotations: ends.flatMap(({ annotations }) => annotations),
});

/**
 * A called workflow sees the caller's `github`, and of its other contexts only what `with` hands
 * over; whether its own jobs run is decided among themselves.
 */
async function runCall(
  id: string,
  job: CallingJob,
  contexts: Contexts,
  permissions: Permissions,
  frame: JobsFrame,
): Promise<JobRun> {
  const { github, run, machine } = frame;
  const called = calledBy(job, machine.hub.state.remote, run.commit);
  const call = called && callOf(called);
  if (!called || !call) throw new Error(`${job.uses} cannot be called`);
  const given = interpolateAll(job.with, { ...contexts, github, vars: {} }, ALL_IS_WELL);
  const inputs = typedInputs(call.inputs, given);
  const prefix = `${frame.prefix}${job.name ?? id} / `;
  const { kept: _, ...fresh } = frame;
  const jobs = await runJobs(called, { ...fresh, inputs, prefix, allowed: permissions });
  const ends = [...jobs.values()];
  const picked = Object.fromEntries([...jobs].map(([name, each]) => [name, pick(each)]));
  const seen = { github, inputs, vars: {}, jobs: picked };
  const values = Object.entries(call.outputs).map(([name, { value }]) => [name, value]);
  const outputs = interpolateAll(Object.fromEntries(values), seen, ALL_IS_WELL);
  return together(id, ends, outputs);
}

const ALL_IS_WELL: Status = { success: true, failure: false, cancelled: false };

function showJob(
  { hub }: Machine,
  run: Run,
  name: string,
  environment: StepsJob['environment'],
): Job {
  const job: Job = {
    id: hub.state.nextId(),
    name,
    status: 'in_progress',
    conclusion: null,
    startedAt: hub.state.now(),
    completedAt: null,
    environment: typeof environment === 'object' ? environment.name : environment,
    steps: [],
  };
  run.jobs.push(job);
  return job;
}

/** A job with a step that hangs goes on until its limit. */
function endOf({ steps }: JobRun, { 'timeout-minutes': limit }: StepsJob, now: string): string {
  const hung = steps.some(({ outcome }) => outcome === 'cancelled');
  return hung ? new Date(Date.parse(now) + limit * MINUTE_MILLISECONDS).toISOString() : now;
}

/** Jobs such that each comes after those that it needs. */
function inOrder(jobs: WorkflowFile['jobs']): readonly (readonly [string, JobFile])[] {
  const ordered = new Map<string, JobFile>();
  const place = (id: string) => {
    const job = jobs[id];
    if (!job) throw new Error(`a job needs "${id}", which is not there`);
    for (const needed of job.needs) if (!ordered.has(needed)) place(needed);
    ordered.set(id, job);
  };
  for (const id of Object.keys(jobs)) if (!ordered.has(id)) place(id);
  return [...ordered];
}

/** `success()` and `failure()` of a job look at all of its ancestors. */
function statusAfter(
  job: JobFile,
  jobs: WorkflowFile['jobs'],
  done: ReadonlyMap<string, JobRun>,
): Status {
  const ancestors = (of: JobFile): string[] =>
    of.needs.flatMap((name) => [name, ...ancestors(jobs[name] ?? of)]);
  const results = ancestors(job).map((name) => done.get(name)?.result);
  return {
    success: results.every((result) => result === 'success'),
    failure: results.includes('failure'),
    cancelled: false,
  };
}

const pick = ({ result, outputs }: JobRun) => ({ result, outputs });

const skipped = (name: string): JobRun => ({
  name,
  result: 'skipped',
  outputs: {},
  steps: [],
  summary: '',
  annotations: [],
});
