import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishedWorld, type RepositoryWorld } from './repository-world.ts';

let world: RepositoryWorld;
beforeEach(async () => {
  world = await publishedWorld({ actionsMayOpenPulls: true });
});
afterEach(() => world.close());

const at = '2021-03-02T18:00:00Z';
const dispatched = (inputs: Readonly<Record<string, string>>) =>
  world.run('update', { at, event: 'workflow_dispatch', inputs });

describe('a run that a person starts', () => {
  it('to rebuild only reads nothing, writes nothing, and has the site deployed', async () => {
    const head = world.push({ 'NOTES.md': 'mine\n' });
    // What that push began was lost.
    for (const run of world.hub.pendingRuns()) run.status = 'completed';
    const { reads } = world.sheet;
    const run = await dispatched({ 'rebuild-only': 'true' });
    expect(run.conclusion).toBe('success');
    expect([world.sheet.reads, world.head()]).toEqual([reads, head]);
    expect(world.pages.served).not.toBe(head);
    await world.settle({ at });
    expect(world.pages.served).toBe(head);
  });

  it.each([
    ['news', 5, /Would commit:\ndata: 2021-03-02, \+2 new cases at 1 school/],
    ['what would be held', 90, /held update’s branch and request: .*"build"/],
  ])('as a dry run says of %s what it would do, and does nothing', async (_, count, says) => {
    world.sheet.shows({ 1: count, 2: 1 });
    const head = world.head();
    const run = await dispatched({ 'dry-run': 'true' });
    expect(run.conclusion).toBe('success');
    expect(run.log).toMatch(says);
    expect([world.head(), world.head('held-update')]).toEqual([head, undefined]);
    expect([world.hub.writes, world.hub.pendingRuns()]).toEqual([0, []]);
  });

  it('may name another source, which is read once and told to nobody when it fails', async () => {
    const run = await dispatched({ source: `${world.pages.url}status/` });
    expect(run.conclusion).toBe('failure');
    expect([world.hub.writes, world.file('data/failing.json')]).toEqual([0, undefined]);
  });

  it('publishes what is held when its digest is given, and only then', async () => {
    world.sheet.shows({ 1: 90, 2: 1 });
    await world.run('update', { at });
    const held = JSON.parse(world.file('data/held.json') ?? '{}');
    await dispatched({ accept: '0'.repeat(64) });
    expect(world.cases()).toEqual([]);
    await dispatched({ accept: held.counts_digest ?? held.digest });
    expect(world.cases()).toEqual(['2021-03-02,1,1,87,90']);
    expect(world.file('data/held.json')).toBeUndefined();
  });
});
