import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Octokit } from '@octokit/rest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scratch } from '../command-line.ts';
import { type FakeGitHub, fakeGitHub } from './fake-github.ts';

const WORKFLOW =
  'name: Deploy\non:\n  workflow_dispatch:\n    inputs:\n      restate: {}\njobs: {}\n';
const repo = { owner: 'example', repo: 'tracker' };
let remote: string;
let hub: FakeGitHub;
const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: remote, encoding: 'utf8' }).trim();

/** A commit on a branch of the bare remote that adds one file. */
function commitFile(branch: string, path: string, from?: string): string {
  const blob = execFileSync('git', ['hash-object', '-w', '--stdin'], {
    cwd: remote,
    encoding: 'utf8',
    input: WORKFLOW,
  }).trim();
  const index = join(remote, `index-${branch.replaceAll('/', '-')}`);
  const env = { ...process.env, GIT_INDEX_FILE: index };
  const run = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: remote,
      encoding: 'utf8',
      env,
    }).trim();
  if (from) run('read-tree', from);
  run('update-index', '--add', '--cacheinfo', `100644,${blob},${path}`);
  const commit = run(
    'commit-tree',
    run('write-tree'),
    ...(from ? ['-p', from] : []),
    '-m',
    `Add ${path}`,
  );
  run('update-ref', `refs/heads/${branch}`, commit);
  return commit;
}

let main: string;
beforeEach(async () => {
  remote = join(await scratch(), 'remote.git');
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', remote]);
  main = commitFile('main', '.github/workflows/deploy.yml');
  hub = await fakeGitHub({ remote, settings: { actionsMayOpenPulls: true } });
});
afterEach(() => hub.close().catch(() => undefined));

const withToken = (permissions: Record<string, string>) =>
  new Octokit({ auth: hub.token(permissions), baseUrl: hub.url, log: silent });
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

describe('the fake GitHub', () => {
  it('remembers issues with their comments, and who closed them', async () => {
    const api = withToken({ issues: 'write' });
    const { data: issue } = await api.rest.issues.create({
      ...repo,
      title: 'Update fails',
      body: 'x',
    });
    await api.rest.issues.createComment({ ...repo, issue_number: issue.number, body: 'Still' });
    await api.rest.issues.update({ ...repo, issue_number: issue.number, body: 'y' });
    hub.issues.close(issue.number, 'alice');
    const { data } = await api.rest.issues.get({ ...repo, issue_number: issue.number });
    expect(data).toMatchObject({ state: 'closed', body: 'y', comments: 1 });
    expect([data.user?.login, data.closed_by?.login]).toEqual(['github-actions[bot]', 'alice']);
    const { data: open } = await api.rest.issues.listForRepo({ ...repo, state: 'open' });
    expect(open).toEqual([]);
    const comments = await api.rest.issues.listComments({ ...repo, issue_number: issue.number });
    expect(comments.data.map(({ body }) => body)).toEqual(['Still']);
    expect([hub.reads, hub.writes]).toEqual([3, 3]);
    await hub.close();
  });

  it('hands lists out in pages', async () => {
    for (let number = 1; number <= 5; number += 1)
      hub.issues.open({ title: `${number}`, body: '' });
    const api = withToken({ issues: 'read' });
    const all = await api.paginate(api.rest.issues.listForRepo, { ...repo, per_page: 2 });
    expect(all.map(({ title }) => title)).toEqual(['5', '4', '3', '2', '1']);
    expect(hub.reads).toBe(3);
    await hub.close();
  });

  it('reads a request’s head from the remote, merges it there, and closes it with its branch', async () => {
    const head = commitFile('held/update', 'new.csv', main);
    const api = withToken({ 'pull-requests': 'write', contents: 'write' });
    const open = { ...repo, title: 'Held', head: 'held/update', base: 'main', body: 'why' };
    const { data } = await api.rest.pulls.create(open);
    expect([data.head.sha, data.mergeable]).toEqual([head, true]);
    await expect(api.rest.pulls.create(open)).rejects.toThrow(/already exists/);
    const moved = commitFile('held/update', 'more.csv', head);
    const again = await api.rest.pulls.get({ ...repo, pull_number: data.number });
    expect(again.data.head.sha).toBe(moved);
    const files = await api.rest.pulls.listFiles({ ...repo, pull_number: data.number });
    expect(files.data.map(({ filename }) => filename)).toEqual(['more.csv', 'new.csv']);
    const merged = hub.pulls.merge(data.number, 'alice');
    expect(git('rev-parse', 'main')).toBe(merged);
    const other = commitFile('held/other', 'else.csv', merged);
    const second = await api.rest.pulls.create({ ...open, head: 'held/other' });
    await api.rest.git.deleteRef({ ...repo, ref: 'heads/held/other' });
    const gone = await api.rest.pulls.get({ ...repo, pull_number: second.data.number });
    expect([gone.data.state, gone.data.head.sha, gone.data.merged]).toEqual([
      'closed',
      other,
      false,
    ]);
    await hub.close();
  });

  it('makes a release’s tag when it is published, and spends an immutable one for good', async () => {
    hub.state.settings.immutableReleases = true;
    const api = withToken({ contents: 'write' });
    const tag = { ...repo, tag_name: 'data-2021-03-01' };
    const { data: draft } = await api.rest.repos.createRelease({ ...tag, draft: true });
    expect(hub.state.remote.commitOf('data-2021-03-01')).toBeUndefined();
    await expect(api.rest.repos.getReleaseByTag({ ...repo, tag: tag.tag_name })).rejects.toThrow();
    const upload = {
      ...repo,
      release_id: draft.id,
      name: 'cases.csv',
      data: 'a,b\n',
      baseUrl: draft.upload_url.replace(/\/repos\/.*/, ''),
    };
    const asset = await api.rest.repos.uploadReleaseAsset(upload);
    expect(asset.data.digest).toMatch(/^sha256:/);
    await expect(api.rest.repos.uploadReleaseAsset(upload)).rejects.toThrow();
    await api.rest.repos.updateRelease({ ...repo, release_id: draft.id, draft: false });
    expect(hub.state.remote.commitOf('data-2021-03-01')).toBe(main);
    const bytes = await api.rest.repos.getReleaseAsset({
      ...repo,
      asset_id: asset.data.id,
      headers: { accept: 'application/octet-stream' },
    });
    expect(Buffer.from(bytes.data as unknown as ArrayBuffer).toString()).toBe('a,b\n');
    await api.rest.repos.deleteRelease({ ...repo, release_id: draft.id });
    await expect(api.rest.repos.createRelease(tag)).rejects.toThrow(/immutable/);
    await hub.close();
  });

  it('queues a run for a dispatch, and refuses inputs that the file does not declare', async () => {
    const api = withToken({ actions: 'write', contents: 'read' });
    const ask = { ...repo, workflow_id: 'deploy.yml', ref: 'main' };
    await api.rest.actions.createWorkflowDispatch({ ...ask, inputs: { restate: 'true' } });
    expect(hub.pendingRuns()).toMatchObject([{ workflow: 'deploy.yml', commit: main }]);
    const runs = await api.rest.actions.listWorkflowRuns({ ...repo, workflow_id: 'deploy.yml' });
    expect(runs.data.workflow_runs).toMatchObject([{ status: 'queued', head_sha: main }]);
    await expect(
      api.rest.actions.createWorkflowDispatch({ ...ask, inputs: { other: 'x' } }),
    ).rejects.toThrow(/Unexpected inputs/);
    hub.state.workflowStates.set('deploy.yml', 'disabled_inactivity');
    await api.rest.actions.enableWorkflow({ ...repo, workflow_id: 'deploy.yml' });
    const { data } = await api.rest.actions.listRepoWorkflows(repo);
    expect(data.workflows).toMatchObject([{ name: 'Deploy', state: 'active' }]);
    await hub.close();
  });

  it('compares commits and reads files', async () => {
    commitFile('other', 'x.csv', main);
    const api = withToken({ contents: 'read' });
    const { data } = await api.rest.repos.compareCommitsWithBasehead({
      ...repo,
      basehead: 'main...other',
    });
    expect([data.status, data.ahead_by, data.commits.length]).toEqual(['ahead', 1, 1]);
    const content = await api.rest.repos.getContent({ ...repo, path: '.github/workflows' });
    expect(content.data).toMatchObject([{ name: 'deploy.yml' }]);
    await hub.close();
  });

  it('tells people about the repository, its Pages and its permissions, and a job no secrets', async () => {
    hub.state.settings.pages = { source: 'workflow', url: 'https://example.github.io/tracker/' };
    const api = new Octokit({ auth: hub.personalToken(), baseUrl: hub.url });
    expect((await api.rest.repos.get(repo)).data.default_branch).toBe('main');
    expect((await api.rest.repos.getPages(repo)).data.build_type).toBe('workflow');
    const { data } =
      await api.rest.actions.getGithubActionsDefaultWorkflowPermissionsRepository(repo);
    expect(data.can_approve_pull_request_reviews).toBe(true);
    await expect(
      withToken({ actions: 'write' }).rest.actions.listRepoSecrets(repo),
    ).rejects.toThrow(/not accessible by integration/);
    await hub.close();
  });

  it.each([
    ['a permission that the job lacks', { issues: 'read' }, /not accessible by integration/],
    ['a text that is too long', { issues: 'write' }, /Validation Failed/],
  ])('refuses %s', async (_, permissions, message) => {
    const long = { ...repo, title: 'x', body: 'x'.repeat(65_537) };
    await expect(withToken(permissions as never).rest.issues.create(long)).rejects.toThrow(message);
  });

  it('refuses requests by Actions where the repository forbids them', async () => {
    hub.state.settings.actionsMayOpenPulls = false;
    commitFile('held/update', 'new.csv', main);
    const api = withToken({ 'pull-requests': 'write' });
    const open = { ...repo, title: 'Held', head: 'held/update', base: 'main' };
    await expect(api.rest.pulls.create(open)).rejects.toThrow(/not permitted to create/);
  });

  it.each([
    ['an unknown name in a body', 'POST /repos/{owner}/{repo}/issues', { title: 'x', colour: 1 }],
    ['a wrong type', 'POST /repos/{owner}/{repo}/issues', { title: 'x', body: 5 }],
    ['an unknown query', 'GET /repos/{owner}/{repo}/issues', { statee: 'open' }],
    ['an unknown value of a query', 'GET /repos/{owner}/{repo}/issues', { state: 'opened' }],
  ])('fails the test for %s', async (_, route, more) => {
    await expect(
      withToken({ issues: 'write' }).request(route, { ...repo, ...more }),
    ).rejects.toThrow();
    await expect(hub.close()).rejects.toThrow(/Not as GitHub describes/);
  });

  it.each([
    ['server-error', 500, 0],
    ['rate-limit', 403, 0],
    ['hang-up', 500, 1],
  ] as const)('fails as told: %s', async (kind, status, issues) => {
    hub.fail({ with: kind, operation: 'issues/create' });
    const api = withToken({ issues: 'write' });
    await api.rest.issues.listForRepo(repo);
    await expect(api.rest.issues.create({ ...repo, title: 'x' })).rejects.toMatchObject({ status });
    expect(hub.issues.all()).toHaveLength(issues);
    await api.rest.issues.create({ ...repo, title: 'x' });
    await hub.close();
  });
});
