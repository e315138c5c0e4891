import { type HubState, REPOSITORY_ID, type Run } from './hub-state.ts';
import type { WorkflowFile } from './workflow-file.ts';

/** The `github` context of a run, but for what its jobs add. */
export function githubContext(
  { repository, runs, url, settings }: HubState,
  run: Run,
  file: WorkflowFile,
) {
  const same = runs.filter(({ workflow }) => workflow === run.workflow);
  return {
    repository,
    repository_id: String(REPOSITORY_ID),
    repository_owner: repository.split('/')[0],
    server_url: 'https://github.com',
    api_url: url,
    ref: `refs/heads/${run.branch}`,
    ref_name: run.branch,
    ref_type: 'branch',
    sha: run.commit,
    run_id: String(run.id),
    run_number: String(same.indexOf(run) + 1),
    run_attempt: String(run.attempt),
    workflow: file.name,
    event_name: run.event,
    actor: run.by.login,
    triggering_actor: run.by.login,
    event: {
      inputs: run.inputs,
      repository: { default_branch: settings.defaultBranch, fork: settings.parent !== undefined },
      ...(run.event === 'pull_request'
        ? {
            pull_request: {
              base: { sha: run.pull?.base },
              head: { sha: run.pull?.head },
            },
          }
        : {}),
    },
  };
}
