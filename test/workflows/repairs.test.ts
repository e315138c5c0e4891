import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openIssues, publishedWorld, type RepositoryWorld } from './repository-world.ts';

let world: RepositoryWorld;
beforeEach(async () => {
  world = await publishedWorld();
  world.sheet.shows({ 1: 5, 2: 1 });
});
afterEach(() => world.close());

const noon = '2021-03-02T18:00:00Z';
const later = '2021-03-02T19:00:00Z';
const evening = '2021-03-02T22:00:00Z';
const titles = () => openIssues(world).map(({ title }) => title);

describe('“Re-run failed jobs” on a deployment that failed', () => {
  it('deploys what the first attempt built, and ends the alarm', async () => {
    const { settings } = world.hub.state;
    const { pages } = settings;
    const before = {
      'Run actions/deploy-pages@368f82528645a54fb793d4d04e342629a3f51346': () => {
        settings.pages = undefined;
      },
    };
    await world.run('update', { at: noon });
    const [failed] = await world.settle({ at: noon, trouble: { before } });
    expect(failed?.conclusion).toBe('failure');
    expect(titles()).toEqual(['Pages accepts no deployment']);
    settings.pages = pages;
    if (!failed) throw new Error('nothing was deployed');
    const again = await world.rerunFailed(failed, { at: later });
    expect(again.conclusion, again.log).toBe('success');
    expect(again.jobs.find(({ name }) => name === 'build')).toBe(failed.jobs[0]);
    expect(world.pages.served).toBe(world.head());
    expect(titles()).toEqual([]);
  });
});

describe('a repository that was renamed or transferred', () => {
  const called = (name: string) => {
    const settings = JSON.parse(world.file('data/district.json') ?? '');
    return { ...settings, repository: `https://github.com/${name}` };
  };
  const settle = (name: string) =>
    world.push({ 'data/district.json': `${JSON.stringify(called(name), null, 2)}\n` });

  it('says so in red as long as its settings have the former name, and goes on after that', async () => {
    settle('example/former');
    world.hub.state.settings.formerName = 'example/former';
    for (const run of [
      await world.run('update', { at: noon }),
      ...(await world.settle({ at: noon })),
    ]) {
      expect(run.conclusion).toBe('failure');
      const said = run.annotations.find(({ title }) => title === 'Renamed');
      expect(said?.message).toMatch(/is now example\/tracker.*"repository" and "site\.url"/);
    }
    expect(titles()).toEqual(['A run could not begin its work']);
    settle('example/tracker');
    await world.settle({ at: later });
    await world.runAll('update', { at: evening });
    expect(world.pages.served).toBe(world.head());
    expect(titles()).toEqual([]);
  });

  it.each([
    ['a copy that has the original’s ledger', 'original/tracker', undefined],
    ['a former name that somebody else has now', 'example/former', undefined],
  ])('is not %s, which ends green', async (_, named) => {
    settle(named);
    const run = await world.run('update', { at: noon });
    expect(run.conclusion).toBe('success');
    expect(run.annotations.map(({ title }) => title)).toEqual(['Not set up']);
  });
});

describe('a workflow that somebody disabled', () => {
  it('is named in red where it is needed, and what was read is deployed once it is enabled', async () => {
    world.hub.state.workflowStates.set('deploy.yml', 'disabled_manually');
    const run = await world.run('update', { at: noon });
    expect(run.conclusion).toBe('failure');
    const said = run.annotations.find(({ title }) => title === 'deploy-disabled');
    expect(said?.message).toMatch(/Press “Enable workflow”: \S+\/actions\/workflows\/deploy\.yml/);
    expect(openIssues(world)[0]?.body).toContain('Enable workflow');
    expect(world.cases()).toEqual(['2021-03-02,1,1,2,5']);
    world.hub.state.workflowStates.clear();
    await world.runAll('update', { at: later });
    expect(world.pages.served).toBe(world.head());
    expect(titles()).toEqual([]);
  });
});

describe('a default branch of another name', () => {
  it('has its whole day: news, a push by a person, a hold, the release of the day', async () => {
    const { remote, settings } = world.hub.state;
    remote.git('branch', '-m', 'main', 'trunk');
    remote.git('symbolic-ref', 'HEAD', 'refs/heads/trunk');
    settings.defaultBranch = 'trunk';
    settings.actionsMayOpenPulls = true;
    const runs = [await world.run('update', { at: noon }), ...(await world.settle({ at: noon }))];
    expect(runs.map(({ conclusion }) => conclusion)).toEqual(['success', 'success']);
    expect(world.pages.served).toBe(world.head());
    world.push({ 'NOTES.md': 'x\n' });
    await world.settle({ at: later });
    expect(world.pages.served).toBe(world.head());
    const head = world.head();
    world.push({ 'NOTES.md': 'y\n' }, 'On another branch', 'trunk');
    world.sheet.shows({ 1: 90, 2: 1 });
    await world.runAll('update', { at: evening });
    expect(world.head()).not.toBe(head);
    const [request] = world.hub.pulls.all();
    expect(request?.pull.base).toBe('trunk');
    expect(world.pages.page('cases/2021-03-02/index.html')).toContain('/blob/HEAD/data/cases.csv');
    world.merge(request?.number ?? 0);
    await world.settle({ at: '2021-03-03T14:00:00Z' });
    await world.runAll('update', { at: '2021-03-03T18:00:00Z' });
    expect(world.pages.served).toBe(world.head());
    expect(world.hub.releases.all().map(({ tag }) => tag)).toEqual(['data-2021-03-02']);
    expect(titles()).toEqual([]);
  });

  it('is the only one that is deployed: a push to another runs no job', async () => {
    world.hub.state.remote.git('branch', 'trial', 'main');
    world.push({ 'NOTES.md': 'x\n' }, 'A trial', 'trial');
    const [run] = await world.settle({ at: noon });
    expect(run?.jobs.map(({ result }) => result)).toEqual(Array(5).fill('skipped'));
  });
});
