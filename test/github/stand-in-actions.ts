import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Site } from './fake-pages.ts';
import type { Run } from './hub-state.ts';
import type { Artifacts, Machine } from './machine.ts';

/** What a stand-in for an action is given. */
export interface Acting {
  readonly inputs: Readonly<Record<string, string>>;
  readonly machine: Machine;
  readonly run: Run;
  readonly permissions: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly artifacts: Artifacts;
}

export interface Acted {
  readonly log: string;
  readonly outputs?: Readonly<Record<string, string>>;
}

/** An action that failed, in the words of its log. */
export class ActionFailure extends Error {}

interface StandIn {
  /** Inputs that it understands; any other is an error of the workflow. */
  readonly inputs: readonly string[];
  readonly act: (acting: Acting) => Acted;
}

const DENIED = `sh -c 'echo "remote: Permission to this repository denied to github-actions[bot]." >&2; exit 128'`;

/** Stand-ins for the actions that the workflows use, by name. */
export const STAND_INS: Readonly<Record<string, StandIn>> = {
  'actions/checkout': {
    inputs: ['ref', 'path', 'persist-credentials', 'fetch-depth'],
    act: checkOut,
  },
  'actions/setup-node': {
    inputs: ['node-version', 'node-version-file', 'package-manager-cache'],
    act: ({ inputs, workspace }) => {
      const file = inputs['node-version-file'];
      if (file && !existsSync(join(workspace, file))) {
        throw new ActionFailure(`The specified node version file at: ${file} does not exist`);
      }
      return { log: `Node.js ${process.version} stands in` };
    },
  },
  // Each runner begins without what another kept.
  'actions/cache': {
    inputs: ['path', 'key', 'restore-keys'],
    act: ({ inputs }) => ({ log: `Cache not found for input keys: ${inputs.key}` }),
  },
  'actions/upload-artifact': {
    inputs: [
      'name',
      'path',
      'if-no-files-found',
      'retention-days',
      'overwrite',
      'include-hidden-files',
    ],
    act: ({ inputs, workspace, artifacts }) => {
      const { name = 'artifact', path = '' } = inputs;
      if (artifacts.has(name) && inputs.overwrite !== 'true') {
        throw new ActionFailure(`an artifact with this name already exists on the workflow run`);
      }
      const files = filesAt(join(workspace, path));
      if (files.size === 0 && inputs['if-no-files-found'] === 'error') {
        throw new ActionFailure(`No files were found with the provided path: ${path}`);
      }
      if (files.size > 0) artifacts.set(name, files);
      return { log: `Uploaded ${files.size} files as ${name}` };
    },
  },
  'actions/download-artifact': {
    inputs: ['name', 'path'],
    act: ({ inputs, workspace, artifacts }) => {
      const { name = '', path = '.' } = inputs;
      const files = artifacts.get(name);
      if (!files) throw new ActionFailure(`Unable to find an artifact with the name: ${name}`);
      for (const [file, bytes] of files) {
        const to = join(workspace, path, file);
        mkdirSync(dirname(to), { recursive: true });
        writeFileSync(to, bytes);
      }
      return { log: `Downloaded ${name}` };
    },
  },
  'actions/upload-pages-artifact': {
    inputs: ['name', 'path', 'retention-days'],
    act: ({ inputs, workspace, artifacts }) => {
      const { name = 'github-pages', path = '_site' } = inputs;
      if (artifacts.has(name))
        throw new ActionFailure(`${name} already exists on the workflow run`);
      const files = filesAt(join(workspace, path));
      const shown = [...files].filter(([file]) => !/(^|\/)\./.test(file));
      if (shown.length === 0) throw new ActionFailure(`nothing to upload at ${path}`);
      artifacts.set(name, new Map(shown));
      return { log: `Uploaded ${shown.length} files as ${name}` };
    },
  },
  'actions/deploy-pages': {
    inputs: ['artifact_name', 'timeout', 'error_count'],
    act: deployPages,
  },
};

/** Clones at the commit that triggered the run, unless `ref` says otherwise. */
function checkOut({ inputs, machine, run, permissions, ...acting }: Acting): Acted {
  const workspace = join(acting.workspace, inputs.path ?? '');
  if (!permissions.contents) throw new ActionFailure('fatal: repository not found');
  const { remote } = machine.hub.state;
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: workspace,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  mkdirSync(workspace, { recursive: true });
  git('init', '--quiet', '--initial-branch=main');
  git('remote', 'add', 'origin', `file://${remote.path}`);
  if (inputs['persist-credentials'] === 'false' || permissions.contents !== 'write') {
    git('config', 'remote.origin.receivepack', DENIED);
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

function deployPages({ inputs, machine, run, permissions, artifacts }: Acting): Acted {
  if (permissions.pages !== 'write' || permissions['id-token'] !== 'write') {
    throw new ActionFailure(
      'Ensure GITHUB_TOKEN has permission "id-token: write" and "pages: write".',
    );
  }
  const { hub, pages } = machine;
  if (hub.state.settings.pages?.source !== 'workflow') {
    throw new ActionFailure(
      'Failed to create deployment (status: 404). Ensure GitHub Pages has been enabled',
    );
  }
  const name = inputs.artifact_name ?? 'github-pages';
  const site = artifacts.get(name);
  if (!site)
    throw new ActionFailure(`No artifacts named "${name}" were found for this workflow run.`);
  const answer = pages.deploy(run.commit, site);
  const { state } = hub;
  state.deployments.push({
    id: state.nextId(),
    commit: run.commit,
    status: answer,
    createdAt: state.now(),
  });
  if (answer !== 'succeed') throw new ActionFailure(`Deployment failed with: ${answer}`);
  return { log: `Reported success for ${run.commit}!`, outputs: { page_url: pages.url } };
}

function filesAt(path: string): Site {
  if (!existsSync(path)) return new Map();
  if (statSync(path).isFile())
    return new Map([[relative(dirname(path), path), readFileSync(path)]]);
  const names = readdirSync(path, { recursive: true, withFileTypes: true });
  return new Map(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(path, file), readFileSync(file)] as const),
  );
}
