import type { Finding } from '../../domain/finding.ts';
import { DEPLOY_WORKFLOW } from '../../domain/workflows.ts';
import { AS_BOT, type Git, GitFailure } from '../../github/git.ts';
import type { GitHub } from '../../github/github.ts';

/** Marks the empty commit that a deployment goes on under, and names the one that is burnt. */
const TRAILER = 'Burnt';

/** An outage of Pages is not healed by commits: after so many in a row a person is told instead. */
const MOST_IN_A_ROW = 3;

export type Renewal =
  | { readonly kind: 'commit'; readonly message: string }
  /** Somebody pushed meanwhile: their commit is fresh, and its own deployment is on its way. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'enough' };

/**
 * Whether a burnt deployment goes on under a marked empty commit.
 *
 * @param burnt the commit that is accepted but not served
 * @param head the commit that the branch is at now
 * @param messages of the branch's last commits, newest first
 */
export function planRenewal(burnt: string, head: string, messages: readonly string[]): Renewal {
  if (burnt !== head) return { kind: 'moved' };
  const isMarked = (message: string) => new RegExp(`^${TRAILER}: [0-9a-f]{40}$`, 'm').test(message);
  const inARow = messages.findIndex((message) => !isMarked(message));
  if ((inARow === -1 ? messages.length : inARow) >= MOST_IN_A_ROW) return { kind: 'enough' };
  const message = `deploy: a commit of its own for what Pages does not serve\n\n${TRAILER}: ${burnt}\n`;
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
 * Has the content of a burnt deployment deployed under a commit of its own.
 *
 * @returns the commit that it goes on under, `moved` when the branch has a newer one, or blank; and
 *   what to say of it: a finding where a person should look
 */
export async function renewDeployment(
  deployment: BurntDeployment,
): Promise<{ readonly renewed: string; readonly told: string | Finding }> {
  const { github, branch, burnt } = deployment;
  const { renewal, commit } = await renewCommit(deployment);
  if (commit !== undefined) {
    await github.actions.dispatch(DEPLOY_WORKFLOW, branch);
    const told = `Pages will not serve ${burnt}; the same content goes out as ${commit}`;
    return { renewed: commit, told };
  }
  if (renewal.kind === 'moved') {
    const told = `${branch} has moved on; what was pushed is deployed under its own commit`;
    return { renewed: 'moved', told };
  }
  return {
    renewed: '',
    told: {
      level: 'warning',
      code: 'not-renewed',
      message: 'Several commits in a row are accepted by Pages and not served',
      tip: 'The alarm tells a person; the next data commit is deployed under its own.',
    },
  };
}

/**
 * Carries a renewal out: pushes the empty commit, never with force.
 *
 * @returns the new commit; undefined when nothing was pushed
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
