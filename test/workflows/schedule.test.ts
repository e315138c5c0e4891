import { afterEach, beforeEach, expect, it } from 'vitest';
import { openIssues, publishedWorld, type RepositoryWorld } from './repository-world.ts';

let world: RepositoryWorld;
beforeEach(async () => {
  world = await publishedWorld();
});
afterEach(() => world.close());

it('a schedule that has stopped is found by a run that it did not start, and over with the next that it does', async () => {
  const at = '2021-03-20T18:00:00Z';
  await world.runAll('update', { at, event: 'workflow_dispatch' });
  expect(openIssues(world)).toMatchObject([{ title: 'The schedule of update.yml has stopped' }]);
  // By hand again: that proves nothing.
  await world.run('update', { at: '2021-03-20T18:10:00Z', event: 'workflow_dispatch' });
  expect(openIssues(world)).toHaveLength(1);
  const run = await world.runAll('update', { at: '2021-03-20T18:17:00Z' });
  expect(run.conclusion).toBe('success');
  expect(openIssues(world)).toEqual([]);
});
