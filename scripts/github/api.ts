import { Octokit } from '@octokit/rest';
import pRetry from 'p-retry';

/** What the tracker asks of GitHub: one method each, so that a test can count and refuse them. */
export interface GitHub {
  /** Starts a workflow file on a branch. */
  dispatch(workflow: string, branch: string): Promise<void>;
  /** Whether a run of a workflow file is queued or under way. */
  isRunning(workflow: string): Promise<boolean>;
}

export interface GitHubAccess {
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  readonly apiUrl: string;
}

const UNDER_WAY = new Set(['queued', 'in_progress', 'waiting', 'pending', 'requested']);
const RETRIES = 3;

/** The one door to GitHub's API. Server errors and rate limits are asked again. */
export function gitHub({ repository, token, apiUrl }: GitHubAccess): GitHub {
  const [owner = '', repo = ''] = repository.split('/');
  const octokit = new Octokit({ auth: token, baseUrl: apiUrl });
  const ask = <T>(call: () => Promise<T>) =>
    pRetry(call, { retries: RETRIES, minTimeout: 500, randomize: true, shouldRetry });
  return {
    dispatch: async (workflow, branch) => {
      await ask(() =>
        octokit.rest.actions.createWorkflowDispatch({
          owner,
          repo,
          workflow_id: workflow,
          ref: branch,
        }),
      );
    },
    isRunning: async (workflow) => {
      const { data } = await ask(() =>
        octokit.rest.actions.listWorkflowRuns({
          owner,
          repo,
          workflow_id: workflow,
          per_page: 10,
        }),
      );
      return data.workflow_runs.some(({ status }) => UNDER_WAY.has(status ?? ''));
    },
  };
}

function shouldRetry({ error }: { readonly error: Error }): boolean {
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 500;
  return status >= 500 || status === 429;
}
