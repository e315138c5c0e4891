import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Acted, type Acting, ActionFailure } from './acting.ts';

const SAID =
  'echo "remote: Permission to this repository denied to github-actions[bot]." >&2; exit 128';
const DENIED = `sh -c '${SAID}'`;
/** Only for who hands git the job's token itself, since the checkout keeps none. */
const WITH_TOKEN = `sh -c 'case "$GIT_CONFIG_VALUE_0" in "AUTHORIZATION: basic "*) exec git receive-pack "$1" ;; esac; ${SAID}' --`;

/**
 * Clones at the commit that triggered the run, unless `ref` says otherwise. Where the machine has a
 * checkout of most of the same files, git begins with it and changes what differs.
 */
export function checkOut({ inputs, machine, run, permissions, ...acting }: Acting): Acted {
  const workspace = join(acting.workspace, inputs.path ?? '');
  if (!permissions.contents) throw new ActionFailure('fatal: repository not found');
  const { remote } = machine.hub.state;
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, {
      cwd: workspace,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  mkdirSync(workspace, { recursive: true });
  if (machine.checkout) begin(machine.checkout, workspace);
  else git('init', '--quiet', '--initial-branch=main');
  git('remote', 'add', 'origin', `file://${remote.path}`);
  if (permissions.contents !== 'write') git('config', 'remote.origin.receivepack', DENIED);
  else if (inputs['persist-credentials'] === 'false') {
    git('config', 'remote.origin.receivepack', WITH_TOKEN);
  }
  const wanted = inputs.ref || run.commit;
  const branch = remote.commitOf(`refs/heads/${wanted}`) ? wanted : undefined;
  if (!branch && !remote.commitOf(wanted)) {
    throw new ActionFailure(`A branch or tag with the name '${wanted}' could not be found`);
  }
  const depth = inputs['fetch-depth'] === '0' ? [] : [`--depth=${inputs['fetch-depth'] ?? 1}`];
  const spec = branch ? `+refs/heads/${branch}:refs/remotes/origin/${branch}` : wanted;
  const all =
    inputs['fetch-depth'] === '0' ? ['+refs/heads/*:refs/remotes/origin/*', '--tags'] : [];
  git(
    'fetch',
    '--quiet',
    ...(all.length > 0 ? [] : ['--no-tags']),
    ...depth,
    'origin',
    spec,
    ...all,
  );
  const start = branch ? `refs/remotes/origin/${branch}` : wanted;
  if (branch) git('checkout', '--quiet', '--force', '-B', branch, start);
  else if (inputs.ref) git('checkout', '--quiet', '--force', '--detach', start);
  else git('checkout', '--quiet', '--force', '-B', run.branch, start);
  return { log: `Checked out ${git('rev-parse', 'HEAD').trim()}` };
}

/** Its files as links to the same bytes; what git keeps of it as a copy, so that each is its own. */
function begin(checkout: string, workspace: string): void {
  execFileSync('cp', ['-al', `${checkout}/.`, workspace]);
  rmSync(join(workspace, '.git'), { recursive: true });
  cpSync(join(checkout, '.git'), join(workspace, '.git'), { recursive: true });
}
