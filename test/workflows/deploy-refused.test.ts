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
  it('alarms when several commits in a row are not served, says which builds, and closes', async () => {
    // Each run deploys twice: the second try under a used commit is never served either.
    world.pages.next('lost', 'lost', 'lost', 'lost', 'lost', 'lost', 'lost');
    await world.run('update', { at: noon });
    const runs = await world.settle({ at: noon });
    expect(runs.map(({ conclusion }) => conclusion)).toEqual(Array(4).fill('failure'));
    expect(openIssues()).toHaveLength(1);
    expect(openIssues()[0]?.body).toMatch(/accepted but is not served/);
    world.sheet.shows({ 1: 6, 2: 1 });
    world.pages.next();
    await world.runAll('update', { at: later });
    expect(world.pages.served).toBe(world.head());
    expect(openIssues()).toEqual([]);
  });

  it('refuses a ledger that changes an announced day, unless it is told to restate', async () => {
    await world.runAll('update', { at: noon });
    await world.runAll('update', { at: '2021-03-03T18:00:00Z' });
    const served = world.pages.served;
    world.push({ 'data/updates.csv': null, 'data/cases.csv': null, 'data/days.csv': null });
    const [refused] = await world.settle({ at: '2021-03-03T19:00:00Z' });
    expect(refused?.conclusion).toBe('failure');
    expect(world.pages.served).toBe(served);
    expect(openIssues()[0]?.title).toBe('The ledger on main is refused');
    const inputs = { restate: 'true' };
    const asked = { at: '2021-03-03T20:00:00Z', event: 'workflow_dispatch', inputs } as const;
    expect((await world.run('deploy', asked)).conclusion).toBe('success');
    expect(world.pages.served).toBe(world.head());
    expect(openIssues()).toEqual([]);
  });
});
