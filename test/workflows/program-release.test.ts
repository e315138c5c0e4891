import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { becomeOriginal } from './as-original.ts';
import { gitIn } from './git-in.ts';
import { openIssues, publishedWorld, type RepositoryWorld } from './repository-world.ts';

let world: RepositoryWorld;
beforeEach(async () => {
  world = await publishedWorld();
});
afterEach(() => world.close());

const at = '2021-03-01T20:00:00Z';
const later = '2021-03-01T21:00:00Z';
const releases = () => world.hub.releases.all();
const release = (version: string, when = at) =>
  world.run('release', { at: when, event: 'workflow_dispatch', inputs: { version } });
const tagged = (tag: string) => world.hub.state.remote.commitOf(`refs/tags/${tag}`);

const said = ({ annotations }: Awaited<ReturnType<typeof release>>) =>
  annotations.map(({ message }) => message).join('\n');

describe('the program', () => {
  it('is released at the head, with the changelog’s words, and leaves *Latest* to the data', async () => {
    world.sheet.shows({ 1: 5, 2: 1 });
    await world.runAll('update', { at: '2021-03-02T18:00:00Z' });
    world.sheet.shows({ 1: 7, 2: 1 });
    await world.runAll('update', { at: '2021-03-03T18:00:00Z' });
    const head = becomeOriginal(world);
    const run = await release('1.2.0', '2021-03-03T19:00:00Z');
    expect([run.conclusion, run.annotations]).toEqual(['success', []]);
    expect(run.summary).toContain('https://github.com/example/tracker/releases/tag/v1.2.0');
    expect(tagged('v1.2.0')).toBe(head);
    expect(releases()).toMatchObject([
      { tag: 'data-2021-03-02', draft: false, isLatest: true },
      {
        tag: 'v1.2.0',
        name: 'v1.2.0',
        body: '### Added\n\n- [More](https://github.com/example/tracker/blob/v1.2.0/docs/more.md).',
        draft: false,
        isLatest: false,
      },
    ]);
    // Nor does it stand in the way of the next release of data.
    world.sheet.shows({ 1: 8, 2: 1 });
    await world.runAll('update', { at: '2021-03-04T18:00:00Z' });
    expect(releases().map(({ tag }) => tag)).toContain('data-2021-03-03');
    expect(openIssues(world)).toEqual([]);
  });

  it('is released once, however often a person asks', async () => {
    const head = becomeOriginal(world);
    await release('v1.2.0');
    const again = await release('1.2.0', later);
    expect(again.conclusion).toBe('success');
    expect(again.summary).toContain('Already released');
    expect([releases().length, tagged('v1.2.0')]).toEqual([1, head]);
  });

  it('has its release finished after an attempt that broke off', async () => {
    const head = becomeOriginal(world);
    world.hub.fail({ with: 'server-error', operation: 'repos/update-release', times: 4 });
    const broken = await release('1.2.0');
    expect(broken.conclusion).toBe('failure');
    expect(releases()).toMatchObject([{ tag: 'v1.2.0', draft: true }]);
    expect(tagged('v1.2.0')).toBeUndefined();
    const [draft] = releases();
    const again = await world.rerunFailed(broken, { at: later });
    expect(again.conclusion).toBe('success');
    expect(releases()).toMatchObject([{ id: draft?.id, tag: 'v1.2.0', draft: false }]);
    expect(tagged('v1.2.0')).toBe(head);
  });

  it('is not released under another version than its files name', async () => {
    becomeOriginal(world);
    const run = await release('1.3.0');
    expect(run.conclusion).toBe('failure');
    expect(said(run)).toMatch(/asked for 1\.3\.0, but package\.json is at 1\.2\.0/);
    expect([releases(), tagged('v1.3.0')]).toEqual([[], undefined]);
  });

  it('is not released under a tag that leads to another commit', async () => {
    const before = world.head() ?? '';
    gitIn(world.remote)(
      '-c',
      'user.name=A',
      '-c',
      'user.email=a@example.org',
      'tag',
      '-a',
      '-m',
      'x',
      'v1.2.0',
      before,
    );
    const head = becomeOriginal(world);
    const run = await release('1.2.0');
    expect(run.conclusion).toBe('failure');
    expect(said(run)).toContain(`The tag v1.2.0 leads to ${before}, but this is ${head}`);
    expect(releases()).toEqual([]);
  });

  it('is not released from a branch', async () => {
    becomeOriginal(world);
    world.push({ 'NOTES.md': 'x\n' }, 'A topic', 'main');
    gitIn(world.remote)('branch', 'topic', 'main');
    const run = await world.run('release', {
      at,
      event: 'workflow_dispatch',
      inputs: { version: '1.2.0' },
      branch: 'topic',
    });
    expect(run.conclusion).toBe('failure');
    expect(said(run)).toMatch(/released from main, but this run was started on topic/);
    expect(releases()).toEqual([]);
  });

  it('has a workflow file that changes meanwhile named as the reason', async () => {
    becomeOriginal(world);
    const waiting = world.queue('release', {
      at,
      event: 'workflow_dispatch',
      inputs: { version: '1.2.0' },
    });
    world.push({ '.github/workflows/more.yml': 'on: push\njobs: {}\n' });
    for (const run of world.hub.pendingRuns()) if (run !== waiting) run.status = 'completed';
    const [run] = await world.settle({ at });
    expect(run?.conclusion).toBe('failure');
    expect(run && said(run)).toMatch(/does not let a workflow release/);
    expect(tagged('v1.2.0')).toBeUndefined();
  });
});

describe('a copy', () => {
  it('releases nothing, says why, and is green', async () => {
    world.hub.calls.length = 0;
    const run = await release('1.2.0');
    expect(run.conclusion).toBe('success');
    expect(said(run)).toMatch(/https:\/\/github\.com\/.*, and this is a copy.*npm run upgrade/);
    expect([releases(), world.hub.calls]).toEqual([[], []]);
  });
});
