import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkflowRun } from '../harness/run-workflow.ts';
import { gitIn } from './git-in.ts';
import {
  protectMain,
  publishedWorld,
  type RepositoryWorld,
  repositoryWorld,
} from './repository-world.ts';

let world: RepositoryWorld;
afterEach(() => world.close());

describe('the first run ever', () => {
  it('reads a baseline, commits it as the bot, and has it served', async () => {
    world = await repositoryWorld();
    world.sheet.shows({ 1: 3, 2: 1 });
    await world.runAll('update', { at: '2021-03-01T18:00:00Z' });
    expect(world.subjects(1)).toEqual(['data: 2021-03-01, read without news']);
    expect(world.file('data/schools.csv')).toContain('1,School 1,,,,,,3,');
    expect(world.pages.served).toBe(world.head());
    expect(world.hub.issues.all()).toEqual([]);
  });
});

describe('a later run', () => {
  beforeEach(async () => {
    world = await publishedWorld();
  });

  it('without news is green, pushes nothing, and asks GitHub at most six things', async () => {
    const head = world.head();
    const run = await world.runAll('update', { at: '2021-03-01T19:00:00Z' });
    expect(run.conclusion).toBe('success');
    expect([world.head(), world.hub.pendingRuns()]).toEqual([head, []]);
    expect(world.hub.calls.length).toBeLessThanOrEqual(6);
    expect(world.hub.writes).toBe(0);
  });

  it('with news says it in the commit, on the site and in the summary', async () => {
    world.sheet.shows({ 1: 5, 2: 1 });
    const run = await world.runAll('update', { at: '2021-03-02T18:00:00Z' });
    expect(world.subjects(1)).toEqual(['data: 2021-03-02, +2 new cases at 1 school']);
    expect(world.file('data/cases.csv')).toContain('2021-03-02,1,1,2,5');
    expect(world.pages.served).toBe(world.head());
    expect(world.pages.page('cases/2021-03-02/index.html')).toContain('School 1');
    expect(run.summary).toContain('School 1');
  });

  it('keeps what a person pushes meanwhile, and its own news', async () => {
    world.sheet.shows({ 1: 5, 2: 1 });
    const pushes = () => void world.push({ 'NOTES.md': 'mine\n' }, 'A note');
    const run = await world.run('update', {
      at: '2021-03-02T18:00:00Z',
      trouble: { before: { 'Update, commit, have it deployed': pushes } },
    });
    expect(run.conclusion).toBe('success');
    expect(world.subjects(2)).toEqual(['data: 2021-03-02, +2 new cases at 1 school', 'A note']);
    await world.settle({ at: '2021-03-02T18:05:00Z' });
    expect(world.pages.served).toBe(world.head());
  });

  it('does not count the same cases twice when two runs overlap', async () => {
    world.sheet.shows({ 1: 5, 2: 1 });
    // The other one starts, reads and pushes while this one waits for its installation.
    const at = '2021-03-02T18:00:00Z';
    const other = async () => {
      expect((await world.run('update', { at, slot: 'second' })).conclusion).toBe('success');
    };
    const run = await world.run('update', {
      at,
      trouble: { before: { 'Update, commit, have it deployed': other } },
    });
    expect(run.conclusion).toBe('success');
    expect(world.file('data/cases.csv')?.match(/^2021-03-02/gm)).toHaveLength(1);
  });

  it('that may not push is red with git’s own reason, and is told', async () => {
    world.sheet.shows({ 1: 5, 2: 1 });
    protectMain(world);
    const run = await world.run('update', { at: '2021-03-02T18:00:00Z' });
    expect(run.conclusion).toBe('failure');
    expect(run.annotations.map(({ message }) => message).join()).toMatch(/Protected branch/);
    expect(world.hub.issues.all()).toMatchObject([{ state: 'open' }]);
  });

  it('waits for others, of which none is lost: one started by hand accepts what is held', async () => {
    world.sheet.shows({ 1: 90, 2: 1 });
    const at = '2021-03-02T18:00:00Z';
    const held = await world.run('update', { at });
    expect(held.annotations.map(({ title }) => title)).toContain('held');
    const { counts_digest } = JSON.parse(world.file('data/held.json') ?? '');
    const startOthers = () => {
      const accept = { accept: counts_digest };
      world.queue('update', { at, event: 'workflow_dispatch', inputs: accept });
      world.queue('update', { at });
    };
    const before = { 'Update, commit, have it deployed': startOthers };
    await world.run('update', { at, trouble: { before } });
    expect(world.cases()).toEqual([]);
    await world.settle({ at });
    const runs = world.hub.state.runs.filter(({ workflow }) => workflow === 'update.yml');
    expect(runs.slice(-3).map(({ conclusion }) => conclusion)).toEqual(Array(3).fill('success'));
    expect(world.cases()).toEqual(['2021-03-02,1,1,87,90']);
  });
});

describe('a fork that nobody has set up', () => {
  const notices = ({ annotations }: WorkflowRun) => annotations.map(({ level }) => level);
  beforeEach(async () => {
    world = await repositoryWorld({ repository: 'https://github.com/original/tracker' });
  });

  it.each(['update', 'deploy', 'watch'])(
    'ends green with one notice, installs nothing, and asks GitHub nothing: %s',
    async (workflow) => {
      const head = world.head();
      const asked = { at: '2021-03-01T18:00:00Z', event: 'workflow_dispatch' } as const;
      const run = await world.run(workflow, { ...asked, trouble: { installationFails: true } });
      expect([run.conclusion, notices(run)]).toEqual(['success', ['notice']]);
      expect([world.head(), world.sheet.reads, world.hub.calls]).toEqual([head, 0, []]);
    },
  );

  it.each([0, 2])(
    'is told of nothing although the build of its site loses its runner after %i steps',
    async (lostAfterSteps) => {
      const asked = {
        at: '2021-03-01T18:00:00Z',
        event: 'push',
        trouble: { lostAfterSteps },
      } as const;
      const run = await world.run('deploy', asked);
      expect(run.conclusion).toBe('failure');
      expect(new Set(notices(run))).toEqual(new Set(['notice']));
      expect(world.hub.calls).toEqual([]);
    },
  );
});

describe('a run started on another branch than the default', () => {
  it.each(['update', 'deploy'])(
    'publishes nothing and says where to start it: %s',
    async (workflow) => {
      world = await publishedWorld();
      world.sheet.shows({ 1: 5, 2: 1 });
      const { served } = world.pages;
      gitIn(world.remote)('branch', 'trial', 'main');
      const head = world.push({ 'NOTES.md': 'mine\n' }, 'A trial', 'trial');
      const reads = world.sheet.reads;
      const asked = { at: '2021-03-02T18:00:00Z', event: 'workflow_dispatch' } as const;
      const run = await world.run(workflow, { ...asked, branch: 'trial' });
      expect([run.conclusion, run.annotations.map(({ level }) => level)]).toEqual([
        'success',
        ['warning'],
      ]);
      expect(run.annotations[0]?.message).toContain('start this workflow on main');
      expect([world.head('trial'), world.sheet.reads, world.pages.served]).toEqual([
        head,
        reads,
        served,
      ]);
      expect(world.hub.calls).toEqual([]);
    },
  );
});
