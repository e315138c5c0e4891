import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openIssues, type RepositoryWorld, repositoryWorld } from './repository-world.ts';

let world: RepositoryWorld;
beforeEach(async () => {
  world = await repositoryWorld({}, { actionsMayOpenPulls: true });
  world.sheet.shows({ 1: 60, 2: 60, 3: 60 });
  await world.runAll('update', { at: '2021-03-01T18:00:00Z' });
});
afterEach(() => world.close());

const at = (date: string, hour = 18) => `${date}T${hour}:00:00Z`;
const openPull = () => world.hub.pulls.all().find(({ state }) => state === 'open');

/** The sheet has begun again from zero. */
async function restarts(when = at('2021-03-02')): Promise<void> {
  world.sheet.shows({ 1: 2, 2: 1, 3: 1 });
  await world.runAll('update', { at: when });
}

describe('a suspected restart', () => {
  it('that is merged is declared, and counts from zero', async () => {
    await restarts();
    expect(world.file('data/district.json', 'held-update')).toMatch(
      /counterRestarts[^\]]*2021-03-02/s,
    );
    world.merge(openPull()?.number ?? 0);
    await world.settle({ at: at('2021-03-02', 19) });
    expect(world.cases()).toEqual([
      '2021-03-02,1,1,2,62',
      '2021-03-02,1,2,1,61',
      '2021-03-02,1,3,1,61',
    ]);
    world.sheet.shows({ 1: 3, 2: 1, 3: 1 });
    await world.runAll('update', { at: at('2021-03-02', 20) });
    expect(world.cases().at(-1)).toBe('2021-03-02,2,1,1,63');
    expect(world.pages.served).toBe(world.head());
  });

  it('that is closed stays undeclared', async () => {
    await restarts();
    world.hub.pulls.close(openPull()?.number ?? 0);
    await restarts(at('2021-03-03'));
    expect(world.cases()).toEqual([]);
    expect(openPull()).toBeUndefined();
    expect(world.file('data/district.json')).not.toMatch(/counterRestarts[^\]]*2021/s);
  });

  it('that a person declares on main meanwhile is published, and its request withdrawn', async () => {
    await restarts();
    const settings = JSON.parse(world.file('data/district.json') ?? '{}');
    const declared = { ...settings, counterRestarts: ['2021-03-02'] };
    world.push({ 'data/district.json': `${JSON.stringify(declared, null, 2)}\n` });
    await restarts(at('2021-03-02', 19));
    expect(world.cases()).toHaveLength(3);
    expect(openPull()).toBeUndefined();
    expect(world.file('data/held.json')).toBeUndefined();
  });
});

describe('a surge of the district', () => {
  it('that persists for a day is published without a person, and says so', async () => {
    // New cases may be no more than half of all on record.
    await world.close();
    world = await repositoryWorld({}, { actionsMayOpenPulls: true });
    world.sheet.shows({ 1: 100, 2: 100, 3: 100 });
    await world.run('update', { at: at('2021-03-01') });
    // An ordinary day, beside which the next one is a surge.
    world.sheet.shows({ 1: 101, 2: 100, 3: 100 });
    await world.run('update', { at: at('2021-03-02', 17) });
    world.sheet.shows({ 1: 141, 2: 140, 3: 140 });
    await world.runAll('update', { at: at('2021-03-03', 17) });
    expect(world.file('data/notices.csv')).toMatch(/held/);
    await world.runAll('update', { at: at('2021-03-04', 16) });
    await world.runAll('update', { at: at('2021-03-04', 19) });
    expect(world.cases()).toHaveLength(4);
    expect(world.file('data/notices.csv')).toMatch(/released/);
    expect(openPull()).toBeUndefined();
    expect(openIssues(world)).toEqual([]);
  });
});
