import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { projectFolder } from '../command-line.ts';
import { readWorkflow } from '../harness/workflow-file.ts';
import { becomeOriginal } from './as-original.ts';
import { openIssues, publishedWorld, type RepositoryWorld } from './repository-world.ts';

const folder = join(projectFolder, '.github', 'workflows');
const at = '2021-03-02T18:00:00Z';

/** Whether all is well in a scenario that needs the permission. */
type Scenario = (world: RepositoryWorld) => Promise<boolean>;

const publishes: Scenario = async (world) => {
  world.sheet.shows({ 1: 5, 2: 1 });
  const run = await world.run('update', { at });
  const after = await world.settle({ at });
  return (
    [run, ...after].every(({ conclusion }) => conclusion === 'success') &&
    world.pages.served === world.head() &&
    world.pages.page('cases/2021-03-02/index.html') !== undefined
  );
};
/** Without trouble, nobody has to look after the alarm. */
const staysQuiet: Scenario = async (world) => {
  world.sheet.shows({ 1: 5, 2: 1 });
  await world.run('update', { at });
  const [deploy] = await world.settle({ at });
  return deploy?.jobs.find(({ name }) => name === 'alarm')?.result === 'skipped';
};
const tells =
  (workflow: string): Scenario =>
  async (world) => {
    await world.run(workflow, { at, trouble: { installationFails: true } });
    return openIssues(world).length === 1;
  };
const asksForReview: (mayOpenPulls: boolean) => Scenario = (mayOpenPulls) => async (world) => {
  world.hub.state.settings.actionsMayOpenPulls = mayOpenPulls;
  world.sheet.shows({ 1: 90, 2: 1 });
  await world.run('update', { at });
  const asked = mayOpenPulls ? world.hub.pulls.all() : openIssues(world);
  return asked.some(({ title }) => title.includes('2021-03-02'));
};
const checksOut: (job: string, event: 'workflow_dispatch' | 'pull_request') => Scenario =
  (job, event) => async (world) => {
    const trouble = { hangsAt: job === 'test' ? 'Run every check' : BOTH };
    const run = await world.run('checks', { at, event, trouble });
    const done = run.jobs.find(({ name }) => name === job);
    return done?.steps[0]?.outcome === 'success' && done.steps[1]?.outcome === 'success';
  };
const BOTH = 'Install what a build of the base needs';

/** Pages loses a deployment: the same content goes out under a commit of its own. */
const renews: Scenario = async (world) => {
  world.pages.next('lost');
  world.sheet.shows({ 1: 5, 2: 1 });
  await world.runAll('update', { at });
  return world.pages.served === world.head() && openIssues(world).length === 0;
};
/** The schedule has started nothing for more than two weeks. */
const watches =
  (workflow: 'watch' | 'deploy'): Scenario =>
  async (world) => {
    await world.run('update', { at });
    await world.run(workflow, { at: '2021-03-20T18:00:00Z', event: 'workflow_dispatch' });
    // Where its own code could not run, the last resort opens another one.
    return openIssues(world).some(({ title }) => title.includes('schedule'));
  };
const watched = watches('watch');
const watchTells = tells('watch');

/** Pages was never on: a quiet run starts no deployment, and one that is started says why it ends. */
const isPatient: Scenario = async (world) => {
  for (const { jobs } of world.hub.state.runs) jobs.length = 0;
  world.hub.state.settings.pages = undefined;
  world.push({ 'NOTES.md': 'x\n' });
  const [deploy] = await world.settle({ at });
  await world.run('update', { at: '2021-03-01T20:00:00Z' });
  return deploy?.conclusion === 'success' && world.hub.pendingRuns().length === 0;
};
const noticesThatPagesIsOff: Scenario = async (world) => {
  world.hub.state.settings.pages = undefined;
  await world.run('deploy', { at, event: 'workflow_dispatch' });
  return openIssues(world).some(({ title }) => title.includes('Pages'));
};
const noticesThatNobodyCanReachIt: Scenario = async (world) => {
  const { url } = world.pages;
  world.hub.state.settings.pages = { source: 'workflow', url, domain: 'covid.example.org' };
  world.pages.goDark();
  world.push({ 'NOTES.md': 'x\n' });
  await world.settle({ at: '2021-03-03T18:00:00Z' });
  // By then the schedule has stopped too, so the title names both.
  return openIssues(world).some(({ body }) => body?.includes('cannot be reached'));
};

const releasesTheProgram: Scenario = async (world) => {
  becomeOriginal(world);
  await world.run('release', { at, event: 'workflow_dispatch', inputs: { version: '1.2.0' } });
  return world.hub.releases.all().some(({ tag, draft }) => tag === 'v1.2.0' && !draft);
};

/** For each permission that a job asks for, a scenario that fails without it. */
const NEEDED_BY: Readonly<Record<string, Scenario>> = {
  'update.yml update contents': publishes,
  'update.yml update actions': publishes,
  'update.yml update issues': asksForReview(false),
  'update.yml update pages': isPatient,
  'update.yml update pull-requests': asksForReview(true),
  'update.yml last-resort issues': tells('update'),
  'deploy.yml build contents': publishes,
  'deploy.yml build pages': isPatient,
  'deploy.yml build deployments': noticesThatPagesIsOff,
  'deploy.yml build actions': staysQuiet,
  'deploy.yml build issues': staysQuiet,
  'deploy.yml deploy contents': renews,
  'deploy.yml deploy pages': publishes,
  'deploy.yml deploy id-token': publishes,
  'deploy.yml deploy deployments': noticesThatNobodyCanReachIt,
  'deploy.yml alarm issues': watches('deploy'),
  'deploy.yml alarm contents': watches('deploy'),
  'deploy.yml alarm actions': watches('deploy'),
  'deploy.yml renew contents': renews,
  'deploy.yml renew actions': renews,
  'deploy.yml last-resort issues': tells('deploy'),
  'release.yml release contents': releasesTheProgram,
  'watch.yml watch contents': watched,
  'watch.yml watch actions': watched,
  'watch.yml watch issues': watched,
  'watch.yml last-resort issues': watchTells,
  'last-resort.yml alarm issues': watchTells,
  'checks.yml test contents': checksOut('test', 'workflow_dispatch'),
  'checks.yml review contents': checksOut('review', 'pull_request'),
};

const asked = readdirSync(folder).flatMap((name) => {
  const { jobs } = readWorkflow(readFileSync(join(folder, name), 'utf8'));
  return Object.entries(jobs).flatMap(([job, { permissions = {} }]) =>
    Object.entries(permissions).map(([permission, level]) => ({ name, job, permission, level })),
  );
});

let world: RepositoryWorld;
afterEach(() => world.close());

/** A world whose workflow lacks one permission, or has less of it. */
async function without(name: string, job: string, permission: string): Promise<void> {
  world = await publishedWorld();
  const document = parseDocument(readFileSync(join(folder, name), 'utf8'));
  document.deleteIn(['jobs', job, 'permissions', permission]);
  world.push({ [`.github/workflows/${name}`]: String(document) });
  // What that push would deploy is beside the point.
  for (const run of world.hub.pendingRuns()) run.status = 'completed';
}

describe('every permission of a job', () => {
  it('has a scenario that needs it', async () => {
    world = await publishedWorld();
    const keys = asked.map(({ name, job, permission }) => `${name} ${job} ${permission}`);
    expect(keys.toSorted()).toEqual(Object.keys(NEEDED_BY).toSorted());
  });

  it('is enough for what the scenarios do', async () => {
    const first = new Map(Object.entries(NEEDED_BY).map(([name, scenario]) => [scenario, name]));
    for (const [scenario, permission] of first) {
      world = await publishedWorld();
      expect([permission, await scenario(world)]).toEqual([permission, true]);
    }
  });

  it.each(asked)('is needed: $name $job $permission', async ({ name, job, permission }) => {
    await without(name, job, permission);
    const scenario = NEEDED_BY[`${name} ${job} ${permission}`];
    expect(await scenario?.(world)).toBe(false);
  });
});
