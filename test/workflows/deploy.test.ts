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
const openIssues = () => world.hub.issues.all().filter(({ state }) => state === 'open');

describe('the deploy workflow', () => {
  it('waits until what it has deployed is served', async () => {
    world.pages.nextIsLate(2);
    await world.run('update', { at: noon });
    const [deploy] = await world.settle({ at: noon });
    expect(deploy?.conclusion).toBe('success');
    expect(world.pages.served).toBe(world.head());
    expect(world.pages.deployments).toHaveLength(1);
  });

  it.each(['lost', 'cancelled'] as const)(
    'goes on under a commit of its own when its own is %s, and mails nobody',
    async (fate) => {
      world.pages.next(fate);
      await world.run('update', { at: noon });
      const [first, second] = await world.settle({ at: noon });
      expect([first?.conclusion, second?.conclusion]).toEqual(['failure', 'success']);
      expect(world.subjects(2)[0]).toBe('deploy: a new commit for what Pages does not serve');
      expect(world.pages.served).toBe(world.head());
      expect(openIssues()).toEqual([]);
    },
  );

  it('deploys nothing when the commit is served already', async () => {
    await world.runAll('update', { at: noon });
    const before = world.pages.deployments.length;
    await world.run('deploy', { at: later, event: 'workflow_dispatch' });
    expect(world.pages.deployments).toHaveLength(before);
    expect(openIssues()).toEqual([]);
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
