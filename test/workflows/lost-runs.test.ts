import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openIssues, publishedWorld, type RepositoryWorld } from './repository-world.ts';

let world: RepositoryWorld;
beforeEach(async () => {
  world = await publishedWorld();
  world.sheet.shows({ 1: 5, 2: 1 });
});
afterEach(() => world.close());

const PUBLISH = 'Update, commit, have it deployed';
const BUILD = 'Build the site';
const LOOK = 'Watch the schedules';
const at = '2021-03-02T18:00:00Z';
const later = '2021-03-02T19:00:00Z';

/** What must be the same however the run before went. */
const state = () => ({
  cases: world.file('data/cases.csv')?.trim().split('\n').slice(1),
  served: world.pages.served === world.head(),
  issues: openIssues(world).length,
});
const asIfNothingHadHappened = {
  cases: ['2021-03-02,1,1,2,5'],
  served: true,
  issues: 0,
};

async function runAgain(): Promise<void> {
  const run = await world.run('update', { at: later });
  expect(run.conclusion).toBe('success');
  const after = await world.settle({ at: later });
  for (const { conclusion, log } of after) {
    // What failed is in the log.
    expect(conclusion, log).toBe('success');
  }
}

describe('a run', () => {
  it('whose installation fails is told by what needs no installation, then closed', async () => {
    const run = await world.run('update', { at, trouble: { installationFails: true } });
    expect(run.conclusion).toBe('failure');
    expect(openIssues(world)).toHaveLength(1);
    await runAgain();
    expect(state()).toEqual(asIfNothingHadHappened);
    expect(world.hub.issues.all()[0]).toMatchObject({ state: 'closed' });
  });

  it.each([
    ['update', 'server-error', 'issues/list-for-repo', 2],
    ['deploy', 'server-error', 'issues/create', 3],
    ['watch', 'hang-up', 'issues/create', 1],
  ] as const)(
    'of %s whose installation fails is told once, though GitHub’s API stumbles (%s at %s)',
    async (workflow, fault, operation, times) => {
      world.hub.fail({ with: fault, operation, times });
      const trouble = { installationFails: true };
      await world.run(workflow, { at, event: 'workflow_dispatch', trouble });
      expect(openIssues(world)).toHaveLength(1);
      expect(world.hub.issues.all()).toHaveLength(1);
      expect(openIssues(world)[0]?.body).toMatch(/-start since=\S+ times=1 run=/);
      await world.run(workflow, { at: later, event: 'workflow_dispatch', trouble });
      expect(openIssues(world)[0]?.body).toMatch(/-start since=\S+ times=2 run=/);
    },
  );

  it.each([
    ['a look at the schedules that failed', 'watch', 'failure', {}],
    ['a look that a person cancelled', 'watch', 'cancelled', { cancelledBefore: LOOK }],
    ['a build that a person cancelled', 'deploy', 'cancelled', { cancelledBefore: BUILD }],
    ['an alarm over its limit', 'deploy', 'cancelled', { hangsAt: 'Keep the alarm' }],
  ] as const)(
    'could begin its work, so it is no case for the last resort: %s',
    async (_, workflow, conclusion, trouble) => {
      // Nobody can say what the schedule has started, however often GitHub is asked; or, once, whether
      // the alarm is open, which the deployment asks first.
      const asked =
        workflow === 'watch'
          ? { operation: 'actions/list-workflow-runs', times: 99 }
          : { operation: 'issues/list-for-repo', times: 4 };
      world.hub.fail({ with: 'server-error', ...asked });
      const run = await world.run(workflow, { at, event: 'workflow_dispatch', trouble });
      expect(run.conclusion).toBe(conclusion);
      expect(world.hub.issues.all()).toEqual([]);
    },
  );

  it('of watch that loses its runner is told, since nobody knows how far it came', async () => {
    const asked = { at, event: 'workflow_dispatch', trouble: { lostAfterSteps: 2 } } as const;
    await world.run('watch', asked);
    expect(openIssues(world)).toMatchObject([{ title: 'A run could not begin its work' }]);
  });

  it('that a person cancels alarms nobody', async () => {
    const run = await world.run('update', { at, trouble: { cancelledBefore: PUBLISH } });
    expect(run.conclusion).toBe('cancelled');
    expect(world.hub.issues.all()).toEqual([]);
  });

  it.each([1, 2])(
    'whose runner is lost after %i steps is made up for by the next',
    async (steps) => {
      const run = await world.run('update', { at, trouble: { lostAfterSteps: steps } });
      expect(run.conclusion).toBe('failure');
      await runAgain();
      expect(state()).toEqual(asIfNothingHadHappened);
    },
  );

  it.each(['server-error', 'rate-limit', 'hang-up'] as const)(
    'that meets a %s of GitHub’s API ends as if it had not, at latest with the next',
    async (kind) => {
      world.hub.fail({ with: kind, at: 1 });
      await world.run('update', { at });
      await runAgain();
      expect(state()).toEqual(asIfNothingHadHappened);
    },
  );
});

describe('a job over its limit', () => {
  it('of the deployment is told by the next update, which has the site deployed', async () => {
    await world.run('update', { at });
    const [deploy] = await world.settle({ at, trouble: { hangsAt: 'Build the site' } });
    expect([deploy?.conclusion, openIssues(world).length]).toEqual(['cancelled', 0]);
    await world.run('update', { at: later });
    expect(openIssues(world)).toMatchObject([{ title: 'The site does not show what is on main' }]);
    await world.settle({ at: later });
    expect(state()).toEqual(asIfNothingHadHappened);
  });

  it.each([
    ['counts as a failure', { hangsAt: PUBLISH }, 1],
    ['is told from a run that a person cancelled', { cancelledBefore: PUBLISH }, 0],
  ])('of the update %s', async (_, trouble, alarms) => {
    // The third failure in a row is the first that is worth an alarm.
    for (const minute of ['00', '20']) {
      await world.run('update', { at: `2021-03-02T18:${minute}:00Z`, trouble });
    }
    world.sheet.answers('down', 503, 'text/plain');
    await world.run('update', { at: '2021-03-02T18:40:00Z' });
    expect(openIssues(world)).toHaveLength(alarms);
  });
});
