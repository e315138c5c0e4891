import type { Annotation } from './annotations.ts';
import { holds, type Status } from './expressions.ts';
import { githubContext } from './github-context.ts';
import type { Job, Run } from './hub-state.ts';
import type { Artifacts, JobRun, Machine, Result } from './machine.ts';
import { runJob } from './run-job.ts';
import { inputsOf, type JobFile, readWorkflow, type WorkflowFile } from './workflow-file.ts';

const MINUTE_MILLISECONDS = 60_000;

export interface WorkflowRun {
  readonly run: Run;
  readonly conclusion: Result;
  readonly jobs: readonly JobRun[];
  readonly annotations: readonly Annotation[];
  readonly summary: string;
  /** Everything that its steps printed. */
  readonly log: string;
}

/**
 * Runs a queued run of a workflow: its jobs in order of their needs, one after the other, with the
 * file as it is at the commit that triggered the run.
 */
export async function runWorkflow(run: Run, machine: Machine): Promise<WorkflowRun> {
  const { hub } = machine;
  const { state } = hub;
  const text = state.remote.file(run.commit, `.github/workflows/${run.workflow}`) ?? '';
  const file = readWorkflow(text);
  const github = githubContext(state, run, file);
  const inputs = run.event === 'workflow_dispatch' ? inputsOf(file, run.inputs) : {};
  const artifacts: Artifacts = new Map();
  const done = new Map<string, JobRun>();
  const taken = { steps: 0 };
  run.status = 'in_progress';
  for (const [id, job] of inOrder(file.jobs)) {
    const needs = Object.fromEntries(
      job.needs.map((name) => [name, pick(done.get(name) ?? skipped(name))]),
    );
    const contexts = { needs, inputs, strategy: {}, matrix: {} };
    const status = statusAfter(job, file.jobs, done);
    if (!holds(job.if, { ...contexts, github, vars: {} }, status)) {
      done.set(id, skipped(id));
      continue;
    }
    const shown = showJob(machine, run, id);
    const finished = await runJob({
      machine,
      run,
      file,
      id,
      job,
      contexts,
      github,
      artifacts,
      shown,
      isFirst: run.jobs.length === 1,
      taken,
    });
    shown.status = 'completed';
    shown.conclusion = finished.result;
    shown.completedAt = endOf(finished, job, state.now());
    done.set(id, finished);
  }
  const jobs = [...done.values()];
  const conclusion = concluded(jobs);
  run.status = 'completed';
  run.conclusion = conclusion;
  run.updatedAt = state.now();
  return {
    run,
    conclusion,
    jobs,
    annotations: jobs.flatMap(({ annotations }) => annotations),
    summary: jobs.map(({ summary }) => summary).join(''),
    log: jobs.flatMap(({ steps }) => steps.map(({ log }) => log)).join('\n'),
  };
}

function showJob({ hub }: Machine, run: Run, name: string): Job {
  const job: Job = {
    id: hub.state.nextId(),
    name,
    status: 'in_progress',
    conclusion: null,
    startedAt: hub.state.now(),
    completedAt: null,
    steps: [],
  };
  run.jobs.push(job);
  return job;
}

/** A job with a step that hangs goes on until its limit. */
function endOf({ steps }: JobRun, { 'timeout-minutes': limit }: JobFile, now: string): string {
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

function concluded(jobs: readonly JobRun[]): Result {
  const results = jobs.map(({ result }) => result);
  if (results.includes('failure')) return 'failure';
  return results.includes('cancelled') ? 'cancelled' : 'success';
}
