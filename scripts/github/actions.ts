import type { Api } from './api.ts';

/** Workflows and their runs. */
export interface Actions {
  /** Starts a workflow file on a branch. */
  dispatch(workflow: string, branch: string): Promise<void>;
  /** Whether a run of a workflow file is queued or under way. */
  isRunning(workflow: string): Promise<boolean>;
}

const UNDER_WAY = new Set(['queued', 'in_progress', 'waiting', 'pending', 'requested']);

export function actionsOf({ rest, at, ask, send }: Api): Actions {
  return {
    dispatch: async (workflow, branch) => {
      await send(() =>
        rest.actions.createWorkflowDispatch({ ...at, workflow_id: workflow, ref: branch }),
      );
    },
    isRunning: async (workflow) => {
      const { workflow_runs } = await ask(() =>
        rest.actions.listWorkflowRuns({ ...at, workflow_id: workflow, per_page: 10 }),
      );
      return workflow_runs.some(({ status }) => UNDER_WAY.has(status ?? ''));
    },
  };
}
