import type { Annotation } from './annotations.ts';
import { refusalOf } from './calls.ts';
import { githubContext } from './github-context.ts';
import type { Run } from './hub-state.ts';
import type { Artifacts, JobRun, Machine, Result } from './machine.ts';
import { keptJobs, resultOf, runJobs } from './run-jobs.ts';
import { inputsOf, readWorkflow } from './workflow-file.ts';

export interface WorkflowRun {
  readonly run: Run;
  /** `startup_failure`: GitHub would not start it; it has no jobs, and its log says why. */
  readonly conclusion: Result | 'startup_failure';
  /** One that calls a workflow has the steps of all the jobs that it called. */
  readonly jobs: readonly JobRun[];
  readonly annotations: readonly Annotation[];
  readonly summary: string;
  /** What was uploaded: files by artifact. */
  readonly artifacts: Artifacts;
  /** Everything that its steps printed. */
  readonly log: string;
}

/**
 * Runs a queued run of a workflow with the file as it is at the commit that triggered the run.
 *
 * @param before the attempt before this one, where a person has run its failed jobs again. Its
 *   artifacts are still there
 */
export async function runWorkflow(
  run: Run,
  machine: Machine,
  before?: WorkflowRun,
): Promise<WorkflowRun> {
  const { state } = machine.hub;
  const text = state.remote.file(run.commit, `.github/workflows/${run.workflow}`) ?? '';
  const file = readWorkflow(text);
  const refusal = refusalOf(file, state.remote, run.commit);
  if (refusal !== undefined) {
    end(run, 'startup_failure', state.now());
    const log = `The workflow is not valid. ${refusal}`;
    const nothing = { jobs: [], annotations: [], summary: '', artifacts: new Map() };
    return { run, conclusion: 'startup_failure', ...nothing, log };
  }
  run.status = 'in_progress';
  const artifacts: Artifacts = new Map(before?.artifacts);
  const kept = before && keptJobs(file, before.jobs);
  if (kept) forget(run, kept);
  const done = await runJobs(file, {
    machine,
    run,
    github: githubContext(state, run, file),
    inputs: run.event === 'workflow_dispatch' ? inputsOf(file, run.inputs) : {},
    prefix: '',
    artifacts,
    taken: { steps: 0 },
    ...(kept ? { kept } : {}),
  });
  const jobs = [...done.values()];
  const conclusion = resultOf(jobs);
  end(run, conclusion, state.now());
  return {
    run,
    conclusion,
    jobs,
    annotations: jobs.flatMap(({ annotations }) => annotations),
    summary: jobs.map(({ summary }) => summary).join(''),
    artifacts,
    log: jobs.flatMap(({ steps }) => steps.map(({ log }) => log)).join('\n'),
  };
}

/** The API shows each job's last attempt. */
function forget({ jobs }: Run, kept: ReadonlyMap<string, JobRun>): void {
  const left = jobs.filter(({ name }) => kept.has(name.replace(/ [(/].*$/, '')));
  jobs.splice(0, jobs.length, ...left);
}

function end(run: Run, conclusion: string, now: string): void {
  run.status = 'completed';
  run.conclusion = conclusion;
  run.updatedAt = now;
}
