import { parse } from 'yaml';
import { z } from 'zod';
import { supersede } from '../concurrency.ts';
import { HubRefusal, type HubState, invalid, type Job, notFound, type Run } from '../hub-state.ts';
import { bodyOf, type Call, paged, type Routes, userOf } from '../route.ts';

const FOLDER = '.github/workflows';
const dispatch = z.object({
  ref: z.string(),
  inputs: z.record(z.string(), z.unknown()).default({}),
});
const trigger = z
  .object({ inputs: z.record(z.string(), z.object({}).loose()).nullish() })
  .nullish();
const file = z.object({ name: z.string(), on: z.record(z.string(), z.unknown()) });

/** A stable number for a file, as GitHub gives each workflow one. */
const idOf = (name: string) =>
  [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 1_000_000;

function workflowFacts(state: HubState, name: string) {
  const path = `${FOLDER}/${name}`;
  return {
    id: idOf(name),
    name: titleOf(state, name),
    path,
    state: state.workflowStates.get(name) ?? 'active',
    html_url: `https://github.com/${state.repository}/blob/${state.settings.defaultBranch}/${path}`,
    created_at: addedAt(state, path),
  };
}

function titleOf({ remote, settings }: HubState, name: string): string {
  return file.parse(parse(remote.file(settings.defaultBranch, `${FOLDER}/${name}`) ?? '')).name;
}

/** When a file came to main: GitHub takes it for a workflow since then. */
function addedAt({ remote, settings }: HubState, path: string): string {
  const dates = remote
    .git('log', '--diff-filter=A', '--format=%aI', settings.defaultBranch, '--', path)
    .split('\n');
  return new Date(dates.at(-1) ?? '').toISOString();
}

function nameOf({ state, params }: Call): string {
  const wanted = params.workflow_id ?? '';
  const names = state.remote.list(state.settings.defaultBranch, FOLDER);
  const found = names.find((name) => name === wanted || String(idOf(name)) === wanted);
  if (!found) throw notFound();
  return found;
}

function runFacts(state: HubState, run: Run) {
  return {
    id: run.id,
    name: titleOf(state, run.workflow),
    path: `${FOLDER}/${run.workflow}`,
    workflow_id: idOf(run.workflow),
    event: run.event,
    head_branch: run.branch,
    head_sha: run.commit,
    run_number: state.runs.filter(({ workflow }) => workflow === run.workflow).indexOf(run) + 1,
    run_attempt: run.attempt,
    status: run.status,
    conclusion: run.conclusion,
    created_at: run.createdAt,
    run_started_at: run.createdAt,
    updated_at: run.updatedAt,
    actor: userOf(run.by),
    triggering_actor: userOf(run.by),
    html_url: `https://github.com/${state.repository}/actions/runs/${run.id}`,
  };
}

const jobFacts = (state: HubState, run: Run, job: Job) => ({
  id: job.id,
  run_id: run.id,
  run_attempt: run.attempt,
  head_sha: run.commit,
  name: job.name,
  status: job.status,
  conclusion: job.conclusion,
  created_at: job.startedAt,
  started_at: job.startedAt,
  completed_at: job.completedAt,
  html_url: `https://github.com/${state.repository}/actions/runs/${run.id}/job/${job.id}`,
  steps: job.steps.map((step) => ({
    ...step,
    status: step.conclusion === null ? 'in_progress' : 'completed',
  })),
});

function runOf({ state, params }: Call): Run {
  const found = state.runs.find(({ id }) => id === Number(params.run_id));
  if (!found) throw notFound();
  return found;
}

function listRuns(call: Call, runs: readonly Run[]) {
  const { query, state } = call;
  const status = query.get('status');
  const since = query.get('created')?.replace(/^>=?/, '') ?? '';
  const found = runs
    .filter((run) => !query.has('event') || run.event === query.get('event'))
    .filter((run) => !query.has('branch') || run.branch === query.get('branch'))
    .filter((run) => !query.has('head_sha') || run.commit === query.get('head_sha'))
    .filter((run) => status === null || run.status === status || run.conclusion === status)
    .filter((run) => run.createdAt >= since)
    .toReversed();
  const { page, headers } = paged(call, found);
  const facts = {
    total_count: found.length,
    workflow_runs: page.map((run) => runFacts(state, run)),
  };
  return { status: 200, facts, headers };
}

export const actionRoutes: Routes = {
  'actions/list-repo-workflows': {
    needs: ['actions', 'read'],
    answer: (call) => {
      const names = call.state.remote.list(call.state.settings.defaultBranch, FOLDER);
      const { page, headers } = paged(call, names);
      const workflows = page.map((name) => workflowFacts(call.state, name));
      return { status: 200, facts: { total_count: names.length, workflows }, headers };
    },
  },
  'actions/get-workflow': {
    needs: ['actions', 'read'],
    answer: (call) => ({ status: 200, facts: workflowFacts(call.state, nameOf(call)) }),
  },
  'actions/enable-workflow': {
    needs: ['actions', 'write'],
    answer: (call) => {
      const name = nameOf(call);
      call.state.workflowStates.delete(name);
      call.state.enabled.push(name);
      return { status: 204 };
    },
  },
  'actions/create-workflow-dispatch': {
    needs: ['actions', 'write'],
    answer: (call) => {
      const { state, actor } = call;
      const name = nameOf(call);
      const { ref, inputs } = bodyOf(call, dispatch);
      const branch = ref.replace(/^refs\/heads\//, '');
      const commit = state.remote.commitOf(`refs/heads/${branch}`);
      if (!commit) throw invalid(`No ref found for: ${ref}`);
      const text = state.remote.file(commit, `${FOLDER}/${name}`) ?? '';
      const { on } = file.parse(parse(text));
      if (!('workflow_dispatch' in on)) {
        throw invalid(`Workflow does not have 'workflow_dispatch' trigger`);
      }
      const declared = trigger.parse(on.workflow_dispatch)?.inputs ?? {};
      const strange = Object.keys(inputs).filter((key) => !(key in declared));
      if (strange.length > 0)
        throw invalid(`Unexpected inputs provided: ${JSON.stringify(strange)}`);
      if (state.workflowStates.has(name)) {
        throw new HubRefusal(403, `Cannot trigger a 'workflow_dispatch' on a disabled workflow`);
      }
      startRun(state, {
        workflow: name,
        event: 'workflow_dispatch',
        branch,
        commit,
        inputs,
        by: actor,
      });
      return { status: 204 };
    },
  },
  'actions/list-workflow-runs': {
    needs: ['actions', 'read'],
    answer: (call) => {
      const name = nameOf(call);
      return listRuns(
        call,
        call.state.runs.filter(({ workflow }) => workflow === name),
      );
    },
  },
  'actions/list-workflow-runs-for-repo': {
    needs: ['actions', 'read'],
    answer: (call) => listRuns(call, call.state.runs),
  },
  'actions/get-workflow-run': {
    needs: ['actions', 'read'],
    answer: (call) => ({ status: 200, facts: runFacts(call.state, runOf(call)) }),
  },
  'actions/list-jobs-for-workflow-run': {
    needs: ['actions', 'read'],
    answer: (call) => {
      const run = runOf(call);
      const { page, headers } = paged(call, run.jobs);
      const jobs = page.map((job) => jobFacts(call.state, run, job));
      return { status: 200, facts: { total_count: run.jobs.length, jobs }, headers };
    },
  },
};

/** Queues a run: what a dispatch, a schedule or a person's push begins. It may supersede another. */
export function startRun(
  state: HubState,
  facts: Pick<Run, 'workflow' | 'event' | 'branch' | 'commit' | 'inputs' | 'by' | 'pull'>,
): Run {
  const run: Run = {
    ...facts,
    id: state.nextId(),
    attempt: 1,
    status: 'queued',
    conclusion: null,
    createdAt: state.now(),
    updatedAt: state.now(),
    jobs: [],
  };
  state.runs.push(run);
  supersede(state, run);
  return run;
}
