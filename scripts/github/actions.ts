import { type Instant, parseInstant } from '../domain/time.ts';
import type { Api } from './api.ts';

/** A run of a workflow, as GitHub lists it. */
export interface WorkflowRun {
  readonly id: number;
  readonly status: string;
  /** null while it is under way. */
  readonly conclusion: string | null;
  readonly headSha: string;
  readonly createdAt: Instant;
  readonly url: string;
}

/** A job of a run; instants are null where it never began or has not ended. */
export interface RunJob {
  readonly name: string;
  readonly conclusion: string | null;
  readonly startedAt: Instant | null;
  readonly completedAt: Instant | null;
}

/** Which runs to list. */
export interface RunFilter {
  /** What started a run: `schedule`, `push`, `workflow_dispatch`, … */
  readonly event?: string;
  readonly status?: 'success' | 'completed';
  /** 1 to 100. */
  readonly perPage: number;
}

/** Workflows and their runs. */
export interface Actions {
  /** Starts a workflow file on a branch. */
  dispatch(workflow: string, branch: string): Promise<void>;
  /** Enables a workflow file, which also restarts GitHub's 60 days without activity. */
  enable(workflow: string): Promise<void>;
  /**
   * What GitHub says of a workflow file: `active`, `disabled_inactivity`, …, and since when it is.
   */
  workflow(workflow: string): Promise<{ readonly state: string; readonly createdAt: Instant }>;
  /** The newest runs of a workflow file, newest first. */
  runs(workflow: string, filter: RunFilter): Promise<readonly WorkflowRun[]>;
  /**
   * All runs of a workflow file since an instant, newest first; GitHub lists a thousand at the
   * most.
   */
  runsSince(workflow: string, status: 'success', since: Instant): Promise<readonly WorkflowRun[]>;
  /** The jobs of a run's last attempt; none for a run that was superseded while it waited. */
  jobs(runId: number): Promise<readonly RunJob[]>;
}

const PAGE = 100;
const UNDER_WAY = new Set(['queued', 'in_progress', 'waiting', 'pending', 'requested']);

/** Whether a run has not ended yet. */
export function isUnderWay({ status }: Pick<WorkflowRun, 'status'>): boolean {
  return UNDER_WAY.has(status);
}

/** Whether a workflow was not started because somebody has disabled it. */
export function isDisabled(error: unknown): boolean {
  return error instanceof Error && /disabled workflow/i.test(error.message);
}

/**
 * `Actions` of one repository. A failed call throws Octokit's error: see `statusOf`, `isPassing`.
 */
export function actionsOf({ rest, paginate, at }: Api): Actions {
  return {
    runs: async (workflow, { perPage, event, status }) => {
      const { data } = await rest.actions.listWorkflowRuns({
        ...at,
        workflow_id: workflow,
        per_page: perPage,
        ...(event === undefined ? {} : { event }),
        ...(status === undefined ? {} : { status }),
      });
      return data.workflow_runs.map(runOf);
    },
    runsSince: async (workflow, status, since) => {
      const asked = { ...at, workflow_id: workflow, status, per_page: PAGE };
      const runs: WorkflowRun[] = [];
      for await (const { data } of paginate.iterator(rest.actions.listWorkflowRuns, asked)) {
        const recent = data.map(runOf).filter(({ createdAt }) => createdAt >= since);
        runs.push(...recent);
        if (recent.length < data.length) break;
      }
      return runs;
    },
    dispatch: async (workflow, branch) => {
      await rest.actions.createWorkflowDispatch({ ...at, workflow_id: workflow, ref: branch });
    },
    enable: async (workflow) => {
      await rest.actions.enableWorkflow({ ...at, workflow_id: workflow });
    },
    workflow: async (workflow) => {
      const { data } = await rest.actions.getWorkflow({ ...at, workflow_id: workflow });
      return { state: data.state, createdAt: instantOf(data.created_at, workflow) };
    },
    jobs: async (runId) => {
      const run = { ...at, run_id: runId, per_page: PAGE };
      const jobs = await paginate(rest.actions.listJobsForWorkflowRun, run);
      return jobs.map((job) => ({
        name: job.name,
        conclusion: job.conclusion,
        startedAt: parseInstant(job.started_at ?? '') ?? null,
        completedAt: parseInstant(job.completed_at ?? '') ?? null,
      }));
    },
  };
}

type ListedRun = Awaited<
  ReturnType<Api['rest']['actions']['listWorkflowRuns']>
>['data']['workflow_runs'][number];

function runOf(run: ListedRun): WorkflowRun {
  return {
    id: run.id,
    status: run.status ?? '',
    conclusion: run.conclusion,
    headSha: run.head_sha,
    createdAt: instantOf(run.created_at, `run ${run.id}`),
    url: run.html_url,
  };
}

function instantOf(text: string, what: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new RangeError(`${what} has no instant`);
  return instant;
}
