import { type Instant, parseInstant } from '../domain/time.ts';
import type { Api } from './api.ts';

/** A run of a workflow, as GitHub lists it. */
export interface WorkflowRun {
  readonly id: number;
  readonly attempt: number;
  /** What started it: `schedule`, `push`, `workflow_dispatch`, … */
  readonly event: string;
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

export interface RunFilter {
  readonly event?: string;
  readonly status?: 'success' | 'completed';
  /** 1 to 100. */
  readonly perPage: number;
  readonly page?: number;
}

/** Workflows and their runs. */
export interface Actions {
  /** Starts a workflow file on a branch. */
  dispatch(workflow: string, branch: string): Promise<void>;
  /** Switches a workflow file on, which also begins GitHub's 60 days anew. */
  enable(workflow: string): Promise<void>;
  /** What GitHub says of a workflow file: `active`, `disabled_inactivity`, …, and since when it is. */
  workflow(workflow: string): Promise<{ readonly state: string; readonly createdAt: Instant }>;
  /** Runs of a workflow file, newest first. */
  runs(workflow: string, filter: RunFilter): Promise<readonly WorkflowRun[]>;
  /** The jobs of a run's last attempt; none for a run that was superseded while it waited. */
  jobs(runId: number): Promise<readonly RunJob[]>;
}

const UNDER_WAY = new Set(['queued', 'in_progress', 'waiting', 'pending', 'requested']);

/** Whether a run has not ended yet. */
export function isUnderWay({ status }: Pick<WorkflowRun, 'status'>): boolean {
  return UNDER_WAY.has(status);
}

export function actionsOf({ rest, at, ask, send }: Api): Actions {
  const runs: Actions['runs'] = async (workflow, filter) => {
    const { workflow_runs } = await ask(() =>
      rest.actions.listWorkflowRuns({
        ...at,
        workflow_id: workflow,
        per_page: filter.perPage,
        ...(filter.page === undefined ? {} : { page: filter.page }),
        ...(filter.event === undefined ? {} : { event: filter.event }),
        ...(filter.status === undefined ? {} : { status: filter.status }),
      }),
    );
    return workflow_runs.map((run) => ({
      id: run.id,
      attempt: run.run_attempt ?? 1,
      event: run.event,
      status: run.status ?? '',
      conclusion: run.conclusion,
      headSha: run.head_sha,
      createdAt: parseInstant(run.created_at) ?? fail(`run ${run.id} has no instant`),
      url: run.html_url,
    }));
  };
  return {
    runs,
    dispatch: async (workflow, branch) => {
      await send(() =>
        rest.actions.createWorkflowDispatch({ ...at, workflow_id: workflow, ref: branch }),
      );
    },
    enable: async (workflow) => {
      await ask(() => rest.actions.enableWorkflow({ ...at, workflow_id: workflow }));
    },
    workflow: async (workflow) => {
      const found = await ask(() => rest.actions.getWorkflow({ ...at, workflow_id: workflow }));
      const createdAt = parseInstant(found.created_at) ?? fail(`${workflow} has no instant`);
      return { state: found.state, createdAt };
    },
    jobs: async (runId) => {
      const { jobs } = await ask(() =>
        rest.actions.listJobsForWorkflowRun({ ...at, run_id: runId, per_page: 100 }),
      );
      return jobs.map((job) => ({
        name: job.name,
        conclusion: job.conclusion,
        startedAt: parseInstant(job.started_at ?? '') ?? null,
        completedAt: parseInstant(job.completed_at ?? '') ?? null,
      }));
    },
  };
}

function fail(message: string): never {
  throw new RangeError(message);
}
