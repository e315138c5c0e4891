import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishedWorld, type RepositoryWorld } from './repository-world.ts';

let world: RepositoryWorld;
beforeEach(async () => {
  world = await publishedWorld();
  world.sheet.shows({ 1: 5, 2: 1 });
});
afterEach(() => world.close());

const noon = '2021-03-02T18:00:00Z';
const later = '2021-03-02T19:00:00Z';

describe('the deploy workflow', () => {
  it('waits until what it has deployed is served', async () => {
    world.pages.nextIsLate(2);
    await world.run('update', { at: noon });
    const [deploy] = await world.settle({ at: noon });
    expect(deploy?.conclusion).toBe('success');
    expect(world.pages.served).toBe(world.head());
    expect(world.pages.deployments).toHaveLength(1);
  });

  it('is red when what was accepted is not served, and says which builds', async () => {
    world.pages.next('lost');
    await world.run('update', { at: noon });
    const [deploy] = await world.settle({ at: noon });
    expect(deploy?.conclusion).toBe('failure');
    expect(deploy?.annotations.map(({ message }) => message).join()).toMatch(
      /accepted but is not served/,
    );
    expect(world.hub.issues.all().filter(({ state }) => state === 'open')).toHaveLength(1);
  });

  it('never deploys other content under a commit that was used', async () => {
    await world.runAll('update', { at: noon });
    world.push({ 'NOTES.md': 'x\n' });
    await world.settle({ at: later });
    const commits = world.pages.deployments.map(({ commit }) => commit);
    expect(new Set(commits).size).toBe(commits.length);
    expect(world.pages.served).toBe(world.head());
  });
});
