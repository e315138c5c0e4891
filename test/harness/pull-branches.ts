import type { BareRemote } from './bare-remote.ts';
import { type Actor, HubRefusal, type HubState, type Issue } from './hub-state.ts';
import { changeIssue } from './routes/issues.ts';

/** Follows the branches: a head that moved, one that is gone (which closes its request). */
export function followHeads(state: HubState): void {
  for (const issue of state.issues) {
    if (!issue.pull || issue.state === 'closed') continue;
    const commit = state.remote.commitOf(`refs/heads/${issue.pull.head}`);
    if (commit) issue.pull.headCommit = commit;
    else {
      issue.state = 'closed';
      issue.closedAt = state.now();
    }
  }
}

/** The tree of both sides merged, or undefined when they conflict. */
export function mergedTree(remote: BareRemote, base: string, head: string): string | undefined {
  try {
    return remote.git('merge-tree', '--write-tree', base, head).split('\n')[0];
  } catch {
    return undefined;
  }
}

/** Merges as the green button does; @returns the merge commit */
export function mergePull(state: HubState, issue: Issue, by: Actor): string {
  const { remote } = state;
  if (!issue.pull || issue.state === 'closed')
    throw new HubRefusal(405, 'Pull Request is not mergeable');
  const base = remote.git('rev-parse', `refs/heads/${issue.pull.base}`);
  const tree = mergedTree(remote, base, issue.pull.headCommit);
  if (tree === undefined) throw new HubRefusal(405, 'Pull Request is not mergeable');
  const message = `Merge pull request #${issue.number} from ${issue.pull.head}`;
  const commit = remote.git(
    'commit-tree',
    tree,
    '-p',
    base,
    '-p',
    issue.pull.headCommit,
    '-m',
    message,
  );
  remote.git('update-ref', `refs/heads/${issue.pull.base}`, commit, base);
  issue.pull.mergedAt = state.now();
  issue.pull.mergeCommit = commit;
  changeIssue(state, by, issue, { state: 'closed' });
  return commit;
}
