import { expect, it } from 'vitest';
import { publishedWorld } from '../repository-world.ts';

it('an unchanged hold costs no write to GitHub and no commit, a hundred runs long', async () => {
  const world = await publishedWorld({ actionsMayOpenPulls: true });
  world.sheet.shows({ 1: 90, 2: 1 });
  await world.runAll('update', { at: '2021-03-02T18:00:00Z' });
  const before = world.subjects(50).length;
  world.hub.calls.length = 0;
  for (let run = 0; run < 100; run += 1) {
    const at = new Date(Date.parse('2021-03-02T19:00:00Z') + run * 60_000).toISOString();
    expect((await world.run('update', { at })).conclusion).toBe('success');
  }
  expect(world.hub.writes).toBe(0);
  expect(world.hub.calls.length).toBeLessThanOrEqual(600);
  expect(world.subjects(50)).toHaveLength(before);
  const [pull] = world.hub.pulls.all().filter(({ state }) => state === 'open');
  expect(pull).toMatchObject({ edits: 0, comments: [] });
  await world.close();
});
