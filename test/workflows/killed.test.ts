import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectFolder } from '../command-line.ts';
import { readWorkflow, stepsOf } from '../harness/workflow-file.ts';
import { openIssues, publishedWorld, type RepositoryWorld } from './repository-world.ts';

const ASSETS = ['SHA256SUMS', 'cases.csv', 'days.csv', 'schools.csv', 'updates.csv'];

let world: RepositoryWorld;
beforeEach(async () => {
  world = await publishedWorld();
  world.sheet.shows({ 1: 5, 2: 1 });
  await world.run('update', { at: '2021-03-02T18:00:00Z' });
});
afterEach(() => world.close());

/** Does it in a world of its own, and then what the next runs do. @returns how all is after them */
async function thenTheNextRun(
  again: () => Promise<RepositoryWorld>,
  happens: (its: RepositoryWorld) => Promise<unknown>,
) {
  const its = await again();
  await happens(its);
  const at = '2021-03-03T19:00:00Z';
  expect((await its.run('update', { at })).conclusion).toBe('success');
  const after = await its.settle({ at });
  const outcome = {
    ended: after.map(({ conclusion }) => conclusion).filter((end) => end !== 'success'),
    cases: its.cases(),
    served: its.pages.served === its.head(),
    releases: its.hub.releases
      .all()
      .map(({ tag, draft, assets }) => [tag, draft, assets.map(({ name }) => name).toSorted()]),
    alarms: openIssues(its).map(({ title }) => title),
  };
  await its.close();
  return outcome;
}

describe('a run that releases', () => {
  it('that is killed at any of its calls to GitHub is made up for by the next', async () => {
    const at = '2021-03-03T18:00:00Z';
    world.sheet.shows({ 1: 7, 2: 1 });
    await world.settle({ at: '2021-03-02T18:00:00Z' });
    const again = world.keep();
    let calls = 0;
    const whole = await thenTheNextRun(again, async (its) => {
      await its.run('update', { at });
      calls = its.hub.calls.length;
    });
    expect(whole.releases).toEqual([['data-2021-03-02', false, ASSETS]]);
    for (let call = 1; call <= calls; call += 1) {
      const killed = await thenTheNextRun(again, (its) =>
        its.run('update', { at, trouble: { killedAtCall: call } }),
      );
      expect([call, killed]).toEqual([call, whole]);
    }
  });
});

describe('a deployment', () => {
  it('that loses its runner after any of its steps is made up for by the next update', async () => {
    const text = readFileSync(join(projectFolder, '.github', 'workflows', 'deploy.yml'), 'utf8');
    const { build, deploy } = readWorkflow(text).jobs;
    const steps = [build, deploy].flatMap(stepsOf).length;
    const at = '2021-03-02T18:10:00Z';
    const again = world.keep();
    const whole = await thenTheNextRun(again, (its) => its.settle({ at }));
    expect(whole).toMatchObject({ ended: [], served: true, alarms: [] });
    for (let step = 0; step < steps; step += 1) {
      const lost = await thenTheNextRun(again, async (its) => {
        const [run] = await its.settle({ at, trouble: { lostAfterSteps: step } });
        expect([step, run?.conclusion]).toEqual([step, 'failure']);
      });
      expect([step, lost]).toEqual([step, whole]);
    }
  });
});
