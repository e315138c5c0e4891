import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { gitHub } from '../../scripts/github/api.ts';
import { inertText } from '../../scripts/github/commit-message.ts';
import { gitIn } from '../../scripts/github/git.ts';
import { isSetUp, type Publication, publish } from '../../scripts/publish/publish.ts';
import { scratch } from '../command-line.ts';
import { instant, settingsOf } from '../world.ts';

/** What GitHub was asked, and what it, the sheet and Pages answer. */
const asked: string[] = [];
let runs: string[] = [];
let sheet = '';
let served: string | undefined;
const server = createServer((request, response) => {
  const url = request.url ?? '';
  if (url.startsWith('/sheet')) return response.end(sheet);
  if (url.startsWith('/site/build.json')) {
    if (served === undefined) return response.writeHead(404).end();
    return response.end(JSON.stringify({ commit: served, content_sha256: 'x' }));
  }
  asked.push(`${request.method} ${url.replace(/\?.*/, '')}`);
  if (request.method === 'POST') return response.writeHead(204).end();
  response.setHeader('content-type', 'application/json');
  const listed = runs.map((status, id) => ({ id, status, created_at: '2021-03-01T12:00:00Z' }));
  return response.end(JSON.stringify({ workflow_runs: listed }));
});
let host = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const DISPATCH = 'POST /repos/example/tracker/actions/workflows/deploy.yml/dispatches';
const HEADER = 'School,CPS School ID';
const sheetOf = (counts: Readonly<Record<string, number>>) =>
  [
    HEADER,
    ...Object.entries(counts).flatMap(([id, count]) => Array(count).fill(`School ${id},${id}`)),
  ].join('\n');
const sh = (dir: string, ...args: string[]) =>
  execFileSync('git', args, { cwd: dir, encoding: 'utf8' });

/** A bare remote, and the runner's checkout of it. */
async function repository(): Promise<{
  remote: string;
  checkout: string;
  clone: () => Promise<string>;
}> {
  const remote = join(await scratch(), 'remote.git');
  sh('.', 'init', '--quiet', '--bare', '--initial-branch=main', remote);
  const clone = async () => {
    const dir = join(await scratch(), 'checkout');
    sh('.', 'clone', '--quiet', remote, dir);
    sh(dir, 'config', 'user.name', 'A person');
    sh(dir, 'config', 'user.email', 'person@example.org');
    return dir;
  };
  const first = await clone();
  await mkdir(join(first, 'data'));
  const { $schema: _, ...settings } = settingsOf({
    source: { addresses: [`http://${host}/sheet`] },
  });
  await writeFile(join(first, 'data', 'district.json'), JSON.stringify(settings, null, 2));
  sh(first, 'checkout', '--quiet', '-b', 'main');
  sh(first, 'add', '.');
  sh(first, 'commit', '--quiet', '-m', 'Set up');
  sh(first, 'push', '--quiet', 'origin', 'main');
  return { remote, checkout: await clone(), clone };
}

function publication(checkout: string, now: string, more: Partial<Publication> = {}): Publication {
  const bodyFile = join(checkout, '..', 'body');
  return {
    update: {
      dataDir: join(checkout, 'data'),
      source: undefined,
      at: undefined,
      now: instant(now),
      accept: undefined,
      dryRun: false,
      allowHosts: [host],
      guardPrivateAddresses: true,
      onBody: (body) => writeFile(bodyFile, body),
    },
    bodyFile,
    branch: 'main',
    git: gitIn(checkout),
    github: gitHub({ repository: 'example/tracker', token: 'secret', apiUrl: `http://${host}` }),
    served: { url: `http://${host}/site/`, allowHosts: [host], guardPrivateAddresses: true },
    step: async (_title, action) => action(),
    say: () => undefined,
    pause: async () => undefined,
    ...more,
  };
}

let repo: Awaited<ReturnType<typeof repository>>;
const log = (format: string) => sh(repo.remote, 'log', `--format=${format}`, 'main').trim();
beforeEach(async () => {
  asked.length = 0;
  runs = [];
  served = undefined;
  repo = await repository();
  sheet = sheetOf({ 1: 3, 2: 1 });
  await publish(publication(repo.checkout, '2021-03-01'));
});

describe('a scheduled run', () => {
  it('commits the first read as the bot and has it deployed', () => {
    expect(log('%s|%an|%ae').split('\n')[0]).toBe(
      'data: 2021-03-01, read without news|github-actions[bot]|41898282+github-actions[bot]@users.noreply.github.com',
    );
    expect(asked).toEqual([DISPATCH]);
  });

  it('says in its commit what is new, and names the update in a trailer', async () => {
    sheet = sheetOf({ 1: 5, 2: 1 });
    const { commit } = await publish(publication(repo.checkout, '2021-03-02'));
    expect(sh(repo.remote, 'rev-parse', 'main').trim()).toBe(commit);
    expect(log('%B')).toMatch(
      /^data: 2021-03-02, \+2 new cases at 1 school\n\n {5}\+2 {2}School 1 \(1\)\n/,
    );
    expect(
      sh(repo.remote, 'log', '-1', '--format=%(trailers:key=Update,valueonly)', 'main').trim(),
    ).toBe('2021-03-02/1');
  });

  it('without news commits nothing, and dispatches nothing while the head is served', async () => {
    const head = sh(repo.checkout, 'rev-parse', 'HEAD').trim();
    served = head;
    asked.length = 0;
    const { commit } = await publish(publication(repo.checkout, '2021-03-01T20:00:00Z'));
    expect(commit).toBeUndefined();
    expect(sh(repo.remote, 'rev-parse', 'main').trim()).toBe(head);
    expect(asked).toEqual([]);
  });

  it('heals a site that is behind, unless a deployment is under way', async () => {
    served = 'f'.repeat(40);
    asked.length = 0;
    await publish(publication(repo.checkout, '2021-03-01T20:00:00Z'));
    expect(asked).toContain(DISPATCH);
    runs = ['in_progress'];
    asked.length = 0;
    await publish(publication(repo.checkout, '2021-03-01T21:00:00Z'));
    expect(asked).not.toContain(DISPATCH);
  });

  it('does its work again on the new head when somebody pushed meanwhile, and loses neither', async () => {
    const other = await repo.clone();
    await writeFile(join(other, 'NOTES.md'), 'mine\n');
    sh(other, 'add', '.');
    sh(other, 'commit', '--quiet', '-m', 'A note');
    sh(other, 'push', '--quiet', 'origin', 'main');
    sheet = sheetOf({ 1: 4, 2: 1 });
    const refused: string[] = [];
    const { commit } = await publish(
      publication(repo.checkout, '2021-03-02', { say: (text) => refused.push(text) }),
    );
    expect(refused.join()).toMatch(/Push 1 was refused/);
    expect(log('%s').split('\n').slice(0, 2)).toEqual([
      'data: 2021-03-02, +1 new cases at 1 school',
      'A note',
    ]);
    expect(sh(repo.remote, 'rev-parse', 'main').trim()).toBe(commit);
  });

  it('decides on the body it has read, however the sheet goes on', async () => {
    const other = await repo.clone();
    sh(other, 'commit', '--quiet', '--allow-empty', '-m', 'Later');
    sheet = sheetOf({ 1: 4, 2: 1 });
    const change = async (attempt: number) => {
      expect(attempt).toBe(1);
      sheet = sheetOf({ 1: 9, 2: 9 });
    };
    sh(other, 'push', '--quiet', 'origin', 'main');
    await publish(publication(repo.checkout, '2021-03-02', { pause: change }));
    expect(sh(repo.remote, 'show', 'main:data/cases.csv')).toContain('2021-03-02,1,1,1,4');
  });

  it('gives up after five refused pushes, with git’s own reason', async () => {
    await writeFile(
      join(repo.remote, 'hooks', 'pre-receive'),
      '#!/bin/sh\necho protected >&2\nexit 1\n',
      { mode: 0o755 },
    );
    sheet = sheetOf({ 1: 4, 2: 1 });
    const refused: string[] = [];
    const run = publish(
      publication(repo.checkout, '2021-03-02', { say: (text) => refused.push(text) }),
    );
    await expect(run).rejects.toThrow(/protected/);
    expect(refused).toHaveLength(4);
  });

  it('keeps a hold in held.json when its key changes and once a day, and says so to readers', async () => {
    sheet = sheetOf({ 1: 80, 2: 1 });
    const run = (now: string) => publish(publication(repo.checkout, now));
    const first = await run('2021-03-02T15:00:00Z');
    expect(first.report.outcome).toBe('held');
    expect(log('%s').split('\n')[0]).toBe('data: 2021-03-02, an update is held for a person');
    expect((await run('2021-03-02T16:00:00Z')).commit).toBeUndefined();
    expect((await run('2021-03-03T16:00:00Z')).commit).toBeDefined();
    sheet = sheetOf({ 1: 81, 2: 1 });
    expect((await run('2021-03-03T17:00:00Z')).commit).toBeDefined();
    const held = JSON.parse(await readFile(join(repo.checkout, 'data', 'held.json'), 'utf8'));
    expect(held.reasons[0]).toMatchObject({ guard: 'school-surge', since: '2021-03-02T15:00:00Z' });
    sheet = sheetOf({ 1: 4, 2: 1 });
    await run('2021-03-03T18:00:00Z');
    expect(sh(repo.remote, 'ls-tree', '--name-only', 'main', 'data/')).not.toContain('held.json');
  });

  it('never lets a name act in a commit message', async () => {
    sheet = `${sheetOf({ 1: 3, 2: 1 })}\n"[skip ci] fixes #1 @everyone $(touch pwned)",9`;
    await publish(publication(repo.checkout, '2021-03-02'));
    expect(log('%B')).not.toMatch(/[[\]#@$]/);
    expect(inertText('::set-output name=x::y')).not.toContain('::');
  });
});

describe('a repository that nobody has set up', () => {
  it('is told from one whose settings name it', async () => {
    const data = join(repo.checkout, 'data');
    expect(await isSetUp(data, 'Example/Tracker')).toBe(true);
    expect(await isSetUp(data, 'somebody/tracker')).toBe(false);
    expect(await isSetUp(join(data, 'nowhere'), 'example/tracker')).toBe(false);
  });
});
