import {
  type Actor,
  type HubState,
  type Issue,
  notFound,
  type Pull,
  type Release,
  type Run,
} from './hub-state.ts';
import { followHeads, mergedTree, mergePull } from './pull-branches.ts';
import { startRun } from './routes/actions.ts';
import { addComment, changeIssue, openIssue } from './routes/issues.ts';

/** What people see and do on the site, without a call that would be counted. */
export interface People {
  readonly issues: {
    all(): readonly Issue[];
    open(facts: { title: string; body: string; labels?: string[]; by?: string }): Issue;
    close(number: number, by?: string): void;
    comment(number: number, body: string, by?: string): void;
  };
  readonly pulls: {
    all(): readonly (Issue & { readonly pull: Pull })[];
    merge(number: number, by?: string): string;
    close(number: number, by?: string): void;
  };
  readonly releases: { all(): readonly Release[] };
  /** Runs that were started and not run yet, oldest first. */
  pendingRuns(): readonly Run[];
  /**
   * Queues what a push to a pull request's branch starts: a run on the merge that GitHub makes of
   * it and the default branch as both are now.
   *
   * @param base the default branch's commit when the request was opened
   */
  startReview(workflow: string, branch: string, base?: string): Run;
  /** Queues a run of a workflow file, as the schedule, a push or a person does. */
  startRun(
    workflow: string,
    event: string,
    inputs?: Readonly<Record<string, string>>,
    branch?: string,
  ): Run;
}

const person = (login = 'owner'): Actor => ({ login, type: 'User', permissions: undefined });

export function peopleOf(state: HubState): People {
  const issueOf = (number: number): Issue => {
    const found = state.issues.find((issue) => issue.number === number);
    if (!found) throw notFound();
    return found;
  };
  return {
    issues: {
      all: () => state.issues.filter(({ pull }) => pull === undefined),
      open: ({ title, body, labels = [], by }) => {
        const issue = openIssue(state, person(by), { title, body, pull: undefined });
        issue.labels = labels;
        return issue;
      },
      close: (number, by) => changeIssue(state, person(by), issueOf(number), { state: 'closed' }),
      comment: (number, body, by) => {
        addComment(state, person(by), issueOf(number), body);
      },
    },
    pulls: {
      all: () => {
        followHeads(state);
        return state.issues.flatMap((issue) => {
          const { pull } = issue;
          return pull ? [Object.assign(issue, { pull })] : [];
        });
      },
      merge: (number, by) => {
        followHeads(state);
        return mergePull(state, issueOf(number), person(by));
      },
      close: (number, by) => changeIssue(state, person(by), issueOf(number), { state: 'closed' }),
    },
    releases: { all: () => state.releases },
    startReview: (workflow, branch, base) => {
      const { remote, settings } = state;
      const main = remote.git('rev-parse', settings.defaultBranch);
      const head = remote.git('rev-parse', `refs/heads/${branch}`);
      const tree = mergedTree(remote, main, head);
      if (tree === undefined) throw new Error(`${branch} conflicts with ${settings.defaultBranch}`);
      const parents = ['-p', main, '-p', head];
      const commit = remote.git(
        'commit-tree',
        tree,
        ...parents,
        '-m',
        `Merge ${head} into ${main}`,
      );
      remote.git('update-ref', 'refs/pull/1/merge', commit);
      const pull = { head, base: base ?? main };
      const facts = { workflow, event: 'pull_request', branch, commit, inputs: {}, pull };
      return startRun(state, { ...facts, by: person() });
    },
    pendingRuns: () => state.runs.filter(({ status }) => status === 'queued'),
    startRun: (workflow, event, inputs = {}, branch = state.settings.defaultBranch) =>
      startRun(state, {
        workflow,
        event,
        branch,
        commit: state.remote.git('rev-parse', `refs/heads/${branch}`),
        inputs,
        by: person(),
      }),
  };
}
