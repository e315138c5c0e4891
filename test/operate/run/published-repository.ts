import { execFileSync } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gitIn } from '../../../scripts/github/git.ts';
import { gitHub } from '../../../scripts/github/github.ts';
import { evidenceIn } from '../../../scripts/operate/run/evidence.ts';
import type { Publication, RunFacts } from '../../../scripts/operate/run/publication.ts';
import { publish } from '../../../scripts/operate/run/scheduled-run.ts';
import { FETCH_LIMITS } from '../../../scripts/source/read-address.ts';
import { projectFolder, scratch } from '../../command-line.ts';
import { type FakeGitHub, fakeGitHub } from '../../harness/fake-github.ts';
import type { HubSettings } from '../../harness/hub-state.ts';
import { HURRIED, instant, settingsOf } from '../../world.ts';

/** What `permissions` of the update workflow grant. */
const PERMISSIONS = {
  contents: 'write',
  actions: 'write',
  issues: 'write',
  'pull-requests': 'write',
};

/** A set-up repository with a sheet, a GitHub and a public address, for whole scheduled runs. */
export interface PublishedRepository {
  readonly hub: FakeGitHub;
  /** Text of the sheet; undefined: the source answers 500. */
  sheet: string | undefined;
  /** What the public address serves as `build.json`; undefined: nothing. */
  served: object | undefined;
  /** Runs git in the bare remote; what it prints, trimmed. */
  git(...args: string[]): string;
  /** Subjects or other formats of main's commits, newest first. */
  log(format?: string): readonly string[];
  /** A person's clone of the remote. */
  clone(): Promise<Clone>;
  /** A scheduled run in a fresh, shallow checkout, as the runner makes one. */
  run(now: string, changes?: Changes): Promise<RunFacts>;
  close(): Promise<void>;
}

export type Changes = Partial<Omit<Publication, 'update'>> & {
  readonly update?: Partial<Publication['update']>;
  /** Happens once the body was read. */
  readonly afterBody?: () => Promise<unknown>;
};

export interface Clone {
  readonly dir: string;
  git(...args: string[]): string;
  /** Writes a file, commits it and pushes HEAD to a branch. */
  push(path: string, text: string, branch?: string): Promise<string>;
}

const HEADER = 'School,CPS School ID';

/** A line list of these counts. */
export function sheetOf(counts: Readonly<Record<string, number>>): string {
  const rows = Object.entries(counts).flatMap(([id, count]) =>
    Array<string>(count).fill(`School ${id},${id}`),
  );
  return [HEADER, ...rows].join('\n');
}

const sh = (dir: string, ...args: string[]) =>
  execFileSync('git', args, {
    cwd: dir,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();

export async function publishedRepository(
  options: {
    readonly hub?: Partial<HubSettings>;
    readonly settings?: object;
    /** Further hosts that runs may ask. */
    readonly allowHosts?: readonly string[];
  } = {},
): Promise<PublishedRepository> {
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/sheet')) {
      if (repo.sheet === undefined) return response.writeHead(500).end();
      return response.end(repo.sheet);
    }
    if (repo.served === undefined) return response.writeHead(404).end();
    return response.end(JSON.stringify(repo.served));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const remote = join(await scratch(), 'remote.git');
  sh('.', 'init', '--quiet', '--bare', '--initial-branch=main', remote);
  const clone = async (...how: string[]): Promise<Clone> => {
    const dir = join(await scratch(), 'checkout');
    sh('.', 'clone', '--quiet', ...how, `file://${remote}`, dir);
    const git = (...args: string[]) =>
      sh(dir, '-c', 'user.name=A person', '-c', 'user.email=person@example.org', ...args);
    const push = async (path: string, text: string, branch = 'main') => {
      await writeFile(join(dir, path), text);
      git('add', '.');
      git('commit', '--quiet', '-m', `Edit ${path}`);
      git('push', '--quiet', 'origin', `HEAD:${branch}`);
      return git('rev-parse', 'HEAD');
    };
    return { dir, git, push };
  };
  const first = await clone();
  const workflows = join('.github', 'workflows');
  await cp(join(projectFolder, workflows), join(first.dir, workflows), { recursive: true });
  await mkdir(join(first.dir, 'data'));
  const { $schema: _, ...settings } = settingsOf({
    source: { addresses: [`http://${host}/sheet`] },
    site: { title: 'Prairie Falls', languages: ['en', 'es'], url: `http://${host}/site/` },
    ...options.settings,
  });
  first.git('checkout', '--quiet', '-b', 'main');
  await first.push('data/district.json', `${JSON.stringify(settings, null, 2)}\n`);
  const hub = await fakeGitHub({ remote, ...(options.hub ? { settings: options.hub } : {}) });
  const github = gitHub({
    repository: 'example/tracker',
    token: hub.token(PERMISSIONS),
    apiUrl: hub.url,
    ...HURRIED,
  });
  let lastRun = 9000;
  const repo: PublishedRepository = {
    hub,
    sheet: sheetOf({ 1: 3, 2: 1 }),
    served: undefined,
    git: (...args) => sh(remote, ...args),
    log: (format = '%s') => sh(remote, 'log', `--format=${format}`, 'main').split('\n'),
    clone: () => clone(),
    run: async (now, { update, afterBody, ...changes } = {}) => {
      const at = instant(now);
      hub.at(at);
      lastRun += 1;
      const { dir } = await clone('--depth=1');
      const evidence = evidenceIn(join(dir, '..', 'evidence'));
      return publish({
        update: {
          dataDir: join(dir, 'data'),
          source: undefined,
          at: undefined,
          now: at,
          accept: undefined,
          dryRun: false,
          allowHosts: [host, ...(options.allowHosts ?? [])],
          guardPrivateAddresses: true,
          fetch: {
            limits: FETCH_LIMITS,
            patience: { retries: 0, firstWaitMilliseconds: 1, longestWaitMilliseconds: 1 },
          },
          onBody: async () => {
            await afterBody?.();
          },
          ...update,
        },
        evidence,
        rebuildOnly: false,
        branch: 'main',
        run: {
          id: lastRun,
          url: `https://github.com/example/tracker/actions/runs/${lastRun}`,
          isScheduled: true,
        },
        version: '1.2.3',
        repositoryUrl: 'https://github.com/example/tracker',
        git: gitIn(dir),
        github,
        channels: { env: {}, clock: () => at },
        step: async (_title, action) => action(),
        say: () => undefined,
        pause: async () => undefined,
        ...changes,
      });
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await hub.close();
    },
  };
  return repo;
}
