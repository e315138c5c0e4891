import type { Finding } from '../../domain/finding.ts';
import { DEPLOY_WORKFLOW } from '../../domain/workflows.ts';
import { AS_BOT, type Git, GitFailure } from '../../github/git.ts';
import type { GitHub } from '../../github/github.ts';

/** Marks an empty commit made for a deployment, and names the burnt commit that it replaces. */
const TRAILER = 'Burnt';

/**
 * Commits do not cure an outage of Pages: after this many in a row, the alarm is raised instead.
 */
const MOST_IN_A_ROW = 3;

/**
 * What to do about a burnt deployment: make a new commit, leave it to the newer commit on the
 * branch, or give up.
 */
export type Renewal =
  | { readonly kind: 'commit'; readonly message: string }
  /** Somebody has pushed since. Their commit has not been used yet and gets its own deployment. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'enough' };

/**
 * Plans whether a burnt deployment is repeated under a marked empty commit.
 *
 * @param burnt the commit that Pages accepted but does not serve
 * @param head the commit that the branch is at now
 * @param messages messages of the branch's last commits, newest first
 */
export function planRenewal(burnt: string, head: string, messages: readonly string[]): Renewal {
  if (burnt !== head) return { kind: 'moved' };
  const isMarked = (message: string) => new RegExp(`^${TRAILER}: [0-9a-f]{40}$`, 'm').test(message);
  const inARow = messages.findIndex((message) => !isMarked(message));
  if ((inARow === -1 ? messages.length : inARow) >= MOST_IN_A_ROW) return { kind: 'enough' };
  const message = `deploy: a new commit for what Pages does not serve\n\n${TRAILER}: ${burnt}\n`;
  return { kind: 'commit', message };
}

/** A deployment that Pages accepted and will not serve. */
export interface BurntDeployment {
  readonly git: Git;
  readonly github: Pick<GitHub, 'actions'>;
  readonly branch: string;
  /** Its commit. */
  readonly burnt: string;
}

/**
 * Deploys the content of a burnt deployment again, under a new empty commit.
 *
 * @returns `renewed`: the new commit, `moved` if the branch has a newer one already, or blank; and
 *   what to report: a finding if a person should take a look
 */
export async function renewDeployment(
  deployment: BurntDeployment,
): Promise<{ readonly renewed: string; readonly report: string | Finding }> {
  const { github, branch, burnt } = deployment;
  const { renewal, commit } = await renewCommit(deployment);
  if (commit !== undefined) {
    await github.actions.dispatch(DEPLOY_WORKFLOW, branch);
    const report = `Pages will not serve ${burnt}; the same content is deployed as ${commit}`;
    return { renewed: commit, report };
  }
  if (renewal.kind === 'moved') {
    const report = `${branch} has moved on; what was pushed gets its own deployment`;
    return { renewed: 'moved', report };
  }
  return {
    renewed: '',
    report: {
      level: 'warning',
      code: 'not-renewed',
      message: 'Pages has accepted several commits in a row and serves none of them',
      tip: 'The alarm is raised; the next data commit gets its own deployment.',
    },
  };
}

/**
 * Plans the renewal and, if it needs a commit, pushes an empty one without force.
 *
 * @returns the plan, and the new commit; undefined if nothing was pushed
 */
export async function renewCommit({
  git,
  branch,
  burnt,
}: Omit<BurntDeployment, 'github'>): Promise<{
  readonly renewal: Renewal;
  readonly commit: string | undefined;
}> {
  await git('fetch', '--quiet', `--depth=${MOST_IN_A_ROW + 1}`, 'origin', branch);
  const head = await git('rev-parse', 'FETCH_HEAD');
  const log = await git('log', '-z', `--max-count=${MOST_IN_A_ROW + 1}`, '--format=%B', head);
  const renewal = planRenewal(burnt, head, log.split('\0'));
  if (renewal.kind !== 'commit') return { renewal, commit: undefined };
  const tree = await git('rev-parse', `${head}^{tree}`);
  const commit = await git(...AS_BOT, 'commit-tree', tree, '-p', head, '-m', renewal.message);
  try {
    await git('push', '--quiet', 'origin', `${commit}:refs/heads/${branch}`);
  } catch (error) {
    if (
      error instanceof GitFailure &&
      /rejected|fetch first|non-fast-forward/.test(error.message)
    ) {
      return { renewal: { kind: 'moved' }, commit: undefined };
    }
    throw error;
  }
  return { renewal, commit };
}
