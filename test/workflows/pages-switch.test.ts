import { afterEach, describe, expect, it } from 'vitest';
import {
  openIssues,
  publishedWorld,
  type RepositoryWorld,
  repositoryWorld,
} from './repository-world.ts';

let world: RepositoryWorld;
afterEach(() => world.close());

const first = '2021-03-01T18:00:00Z';
const noon = '2021-03-02T18:00:00Z';
const later = '2021-03-02T19:00:00Z';
const OFF = { pages: undefined };
const branch = () => ({ pages: { source: 'legacy' as const, url: world.pages.url } });
const SWITCH = /Choose “GitHub Actions” under Settings → Pages → Source/;
const titles = () => openIssues(world).map(({ title }) => title);

describe('somebody who has not chosen what Pages publishes', () => {
  const newcomer = async (isFromBranch: boolean) => {
    world = await repositoryWorld({}, OFF);
    if (isFromBranch) Object.assign(world.hub.state.settings, branch());
    world.sheet.shows({ 1: 3, 2: 1 });
  };

  it.each([
    ['is off, and the first run is a push of data', false, 'deploy', 'push', 'pages-off'],
    ['is off, and the first run is Update', false, 'update', 'workflow_dispatch', 'pages-off'],
    ['publishes a branch', true, 'update', 'workflow_dispatch', 'pages-from-branch'],
  ] as const)(
    'is told so and mailed nothing where it %s',
    async (_, isBranch, workflow, event, code) => {
      await newcomer(isBranch);
      const before = world.subjects();
      const begun = await world.run(workflow, { at: first, event });
      const runs = [begun, ...(await world.settle({ at: first }))];
      expect(runs.map(({ conclusion }) => conclusion)).toEqual(runs.map(() => 'success'));
      const said = runs.flatMap(({ annotations }) => annotations);
      expect(said.map(({ title }) => title)).toContain(code);
      expect(said.find(({ title }) => title === code)).toMatchObject({ level: 'notice' });
      expect(said.find(({ title }) => title === code)?.message).toMatch(SWITCH);
      expect(world.subjects().filter((subject) => subject.startsWith('deploy:'))).toEqual([]);
      expect(world.subjects()).toHaveLength(before.length + (workflow === 'update' ? 1 : 0));
      expect(world.pages.deployments).toEqual([]);
      expect(openIssues(world)).toEqual([]);
    },
  );

  it('starts no deployment with each further run, and has one as soon as Pages is on', async () => {
    await newcomer(false);
    await world.runAll('update', { at: first });
    const quiet = await world.run('update', { at: '2021-03-01T19:00:00Z' });
    expect(quiet.conclusion).toBe('success');
    expect(quiet.summary).toContain('Pages is not set to publish it');
    expect(world.hub.pendingRuns()).toEqual([]);
    world.hub.state.settings.pages = { source: 'workflow', url: world.pages.url };
    await world.runAll('update', { at: '2021-03-01T20:00:00Z' });
    expect(world.pages.served).toBe(world.head());
  });
});

describe('a site that was published', () => {
  it.each([
    ['Pages is switched off', () => OFF, 'Pages has been switched off'],
    ['Pages publishes a branch', branch, 'Pages publishes a branch instead of the site'],
  ])(
    'raises the alarm when %s, commits nothing, and ends it when it is back',
    async (_, to, title) => {
      world = await publishedWorld();
      const on = { pages: world.hub.state.settings.pages };
      Object.assign(world.hub.state.settings, to());
      world.sheet.shows({ 1: 5, 2: 1 });
      await world.run('update', { at: noon });
      const [deploy] = await world.settle({ at: noon });
      expect(deploy?.conclusion).toBe('failure');
      expect(titles()).toEqual([title]);
      expect(openIssues(world)[0]?.body).toMatch(SWITCH);
      expect(world.subjects()[0]).not.toContain('deploy:');
      await world.runAll('update', { at: later });
      expect(titles()).toEqual([title]);
      Object.assign(world.hub.state.settings, on);
      await world.runAll('update', { at: '2021-03-02T20:00:00Z' });
      expect(world.pages.served).toBe(world.head());
      expect(openIssues(world)).toEqual([]);
    },
  );

  it('makes no commit for an address that nobody can reach', async () => {
    world = await publishedWorld();
    world.sheet.shows({ 1: 5, 2: 1 });
    const run = await world.run('update', { at: noon });
    expect(run.conclusion).toBe('success');
    world.pages.goDark();
    const [deploy, ...others] = await world.settle({ at: noon });
    expect([deploy?.conclusion, others]).toEqual(['failure', []]);
    expect(world.subjects()[0]).not.toContain('deploy:');
    expect(titles()).toEqual(['The site’s address cannot be reached']);
  });

  it('makes no commit for a deployment that Pages did not accept', async () => {
    world = await publishedWorld();
    world.sheet.shows({ 1: 5, 2: 1 });
    await world.run('update', { at: noon });
    const before = { 'Run actions/deploy-pages@368f82528645a54fb793d4d04e342629a3f51346': turnOff };
    const [deploy, ...others] = await world.settle({ at: noon, trouble: { before } });
    expect([deploy?.conclusion, others]).toEqual(['failure', []]);
    expect(world.subjects()[0]).not.toContain('deploy:');
    expect(titles()).toEqual(['Pages accepts no deployment']);
  });
  const turnOff = () => {
    world.hub.state.settings.pages = undefined;
  };
});

describe('a domain of the site’s own that does not lead to Pages yet', () => {
  it('is a warning on the first day, without a commit or an alarm, and trouble later', async () => {
    world = await repositoryWorld();
    const url = world.pages.url;
    world.hub.state.settings.pages = { source: 'workflow', url, domain: 'covid.example.org' };
    world.pages.goDark();
    world.sheet.shows({ 1: 3, 2: 1 });
    await world.run('update', { at: '2021-03-01T18:00:00Z' });
    const [deploy, ...others] = await world.settle({ at: '2021-03-01T18:00:00Z' });
    expect([deploy?.conclusion, others]).toEqual(['success', []]);
    expect(deploy?.annotations.map(({ title }) => title)).toContain('domain-not-ready');
    expect(openIssues(world)).toEqual([]);
    world.sheet.shows({ 1: 5, 2: 1 });
    await world.runAll('update', { at: '2021-03-03T18:00:00Z' });
    expect(titles()).toEqual(['The site’s address cannot be reached']);
    expect(world.subjects().filter((subject) => subject.startsWith('deploy:'))).toEqual([]);
    world.pages.goDark(false);
    await world.runAll('update', { at: '2021-03-03T19:00:00Z' });
    expect(openIssues(world)).toEqual([]);
  });
});
