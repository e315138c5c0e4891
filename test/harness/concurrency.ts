import { interpolate } from './expressions.ts';
import { githubContext } from './github-context.ts';
import type { HubState, Run } from './hub-state.ts';
import { inputsOf, readWorkflow, type WorkflowFile } from './workflow-file.ts';

/**
 * GitHub keeps one run of a group under way and one waiting: who comes later supersedes who waits,
 * which then ends as cancelled, without a job. With `queue: max`, a hundred may wait.
 */
export function supersede(state: HubState, newcomer: Run): void {
  const group = groupOf(state, newcomer);
  if (group === undefined || fileOf(state, newcomer)?.concurrency?.queue === 'max') return;
  const rivals = state.runs.filter(
    (run) => run !== newcomer && run.status !== 'completed' && groupOf(state, run) === group,
  );
  const [, ...waiting] = rivals.toSorted((a, b) => rank(a) - rank(b));
  for (const run of waiting) {
    run.status = 'completed';
    run.conclusion = 'cancelled';
    run.updatedAt = state.now();
  }
}

/** Who is under way comes before who waits; of those that wait, the first begins. */
const rank = ({ status, id }: Run) => (status === 'in_progress' ? 0 : id);

function fileOf({ remote }: HubState, run: Run): WorkflowFile | undefined {
  const text = remote.file(run.commit, `.github/workflows/${run.workflow}`);
  return text?.includes('concurrency:') ? readWorkflow(text) : undefined;
}

function groupOf(state: HubState, run: Run): string | undefined {
  const file = fileOf(state, run);
  if (!file?.concurrency) return undefined;
  const contexts = {
    github: githubContext(state, run, file),
    inputs: inputsOf(file, run.inputs),
    vars: {},
  };
  const status = { success: true, failure: false, cancelled: false };
  return interpolate(file.concurrency.group, contexts, status).toLowerCase();
}
