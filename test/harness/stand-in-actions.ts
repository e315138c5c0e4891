import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type Acted, type Acting, ActionFailure } from './acting.ts';
import { checkOut } from './check-out.ts';
import type { Site } from './fake-pages.ts';

interface StandIn {
  /** Inputs that it understands; any other is an error of the workflow. */
  readonly inputs: readonly string[];
  readonly act: (acting: Acting) => Acted;
}

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
      const files = filesAt(resolve(workspace, path));
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

function deployPages({ inputs, machine, run, permissions, artifacts }: Acting): Acted {
  if (permissions.pages !== 'write' || permissions['id-token'] !== 'write') {
    throw new ActionFailure(
      'Ensure GITHUB_TOKEN has permission "id-token: write" and "pages: write".',
    );
  }
  const { hub, pages } = machine;
  const { settings } = hub.state;
  if (!settings.pages) {
    throw new ActionFailure(
      'Failed to create deployment (status: 404). Ensure GitHub Pages has been enabled',
    );
  }
  if (settings.pages.source !== 'workflow') {
    throw new ActionFailure(
      'Failed to create deployment (status: 400). Invalid deployment branch and no branch protection rules set in the environment. Deployments are only allowed from gh-pages',
    );
  }
  const name = inputs.artifact_name ?? 'github-pages';
  const site = artifacts.get(name);
  if (!site)
    throw new ActionFailure(`No artifacts named "${name}" were found for this workflow run.`);
  const answer = pages.deploy(run.commit, site);
  // The action names the address as soon as a deployment is created, and then waits for its end.
  const outputs = { page_url: settings.pages.url };
  if (answer !== 'succeed') {
    throw new ActionFailure(`Deployment failed with: ${answer}`, outputs);
  }
  return { log: `Reported success for ${run.commit}!`, outputs };
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
