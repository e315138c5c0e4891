import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openIssues, publishedWorld, type RepositoryWorld } from './repository-world.ts';

let world: RepositoryWorld;
beforeEach(async () => {
  world = await publishedWorld({ actionsMayOpenPulls: true });
});
afterEach(() => world.close());

const BRANCH = 'held-update';
const tuesday = (hour: number) => `2021-03-02T${hour}:00:00Z`;
const wednesday = (hour: number) => `2021-03-03T${hour}:00:00Z`;
const pulls = () => world.hub.pulls.all();
const openPulls = () => pulls().filter(({ state }) => state === 'open');
const onBranch = () => world.file('data/cases.csv', BRANCH)?.trim().split('\n').slice(1);

/** A sheet in which school 1 has so many cases more that a person must look. */
async function holds(count = 90, at = tuesday(18)): Promise<void> {
  world.sheet.shows({ 1: count, 2: 1 });
  const run = await world.run('update', { at });
  expect(run.conclusion).toBe('success');
}

describe('a held update', () => {
  it('waits as one request with its branch, is refreshed, and is withdrawn when the source recovers', async () => {
    await holds();
    expect(openPulls()).toMatchObject([{ pull: { head: BRANCH, base: 'main' } }]);
    expect(onBranch()).toEqual(['2021-03-02,1,1,87,90']);
    expect(world.cases()).toEqual([]);
    expect(world.file('data/held.json')).toContain('school-surge');
    await world.settle({ at: tuesday(18) });
    expect(world.pages.served).toBe(world.head());
    await holds(91, tuesday(19));
    expect(onBranch()).toEqual(['2021-03-02,1,1,88,91']);
    expect(pulls()).toHaveLength(1);
    world.sheet.shows({ 1: 4, 2: 1 });
    await world.run('update', { at: tuesday(20) });
    expect(openPulls()).toEqual([]);
    expect(pulls()[0]?.comments).toHaveLength(1);
    expect(world.head(BRANCH)).toBeUndefined();
    expect(world.file('data/held.json')).toBeUndefined();
    expect(world.cases()).toEqual(['2021-03-02,1,1,1,4']);
    expect(openIssues(world)).toEqual([]);
  });

  it('goes on waiting while the source shows an old copy of the sheet', async () => {
    world.sheet.shows({ 1: 4, 2: 1 });
    await world.runAll('update', { at: tuesday(16) });
    await holds(91, tuesday(17));
    const held = world.file('data/held.json');
    world.sheet.shows({ 1: 3, 2: 1 });
    const run = await world.run('update', { at: tuesday(18) });
    expect(run.conclusion).toBe('success');
    expect(world.cases()).toEqual(['2021-03-02,1,1,1,4']);
    expect(world.file('data/old-copy.json')).toContain('2021-03-02T18:00:00Z');
    expect(world.file('data/held.json')).toBe(held);
    expect([openPulls().length, onBranch()?.at(-1)]).toEqual([1, '2021-03-02,2,1,87,91']);
    await holds(92, tuesday(19));
    expect(world.file('data/old-copy.json')).toBeUndefined();
    expect(world.file('data/held.json')).toContain('"since": "2021-03-02T17:00:00Z"');
    expect(openPulls()).toHaveLength(1);
  });

  it('moves to the new date at midnight, in the same request', async () => {
    await holds();
    await holds(90, wednesday(18));
    expect(onBranch()).toEqual(['2021-03-03,1,1,87,90']);
    expect(pulls()).toHaveLength(1);
    expect(openPulls()[0]?.title).toContain('2021-03-03');
  });

  it('is published as reviewed when it is merged, though main moved meanwhile', async () => {
    await holds();
    world.push({ 'NOTES.md': 'mine\n' });
    await world.settle({ at: tuesday(19) });
    world.merge(openPulls()[0]?.number ?? 0);
    const [deploy] = await world.settle({ at: tuesday(20) });
    expect(deploy?.conclusion).toBe('success');
    expect(world.cases()).toEqual(['2021-03-02,1,1,87,90']);
    expect(world.file('data/held.json')).toBeUndefined();
    const quiet = await world.runAll('update', { at: tuesday(21) });
    expect(quiet.conclusion).toBe('success');
    expect(world.cases()).toHaveLength(1);
    expect(world.pages.served).toBe(world.head());
    expect(openPulls()).toEqual([]);
  });

  it('keeps what a reviewer has committed, through two more runs, until it is merged', async () => {
    await holds();
    const theirs = world.push({ 'NOTES.md': 'looked at it\n' }, 'Looked at it', BRANCH);
    await holds(91, tuesday(19));
    await holds(91, tuesday(20));
    expect(world.file('NOTES.md', BRANCH)).toBe('looked at it');
    expect(world.hub.state.remote.git('merge-base', theirs, BRANCH)).toBe(theirs);
    expect(onBranch()).toEqual(['2021-03-02,1,1,87,90']);
    world.merge(openPulls()[0]?.number ?? 0);
    await world.settle({ at: tuesday(21) });
    await holds(91, tuesday(22));
    expect(world.cases()).toEqual(['2021-03-02,1,1,87,90', '2021-03-02,2,1,1,91']);
    await world.settle({ at: tuesday(22) });
    expect(world.pages.served).toBe(world.head());
  });

  it('that a person closes stays closed while it is the same, and another one is asked anew', async () => {
    await holds();
    world.hub.pulls.close(openPulls()[0]?.number ?? 0);
    await holds(90, tuesday(19));
    expect(world.file('data/held.json')).toContain('"declined"');
    await holds(90, '2021-03-04T18:00:00Z');
    expect([pulls().length, openPulls().length]).toEqual([1, 0]);
    expect(world.cases()).toEqual([]);
    await holds(95, '2021-03-04T19:00:00Z');
    expect(openPulls()).toHaveLength(1);
    expect(pulls()).toHaveLength(2);
  });

  it('merged after its date was announced is refused, reverted, and held again under its own date', async () => {
    // Read without news first: the date is on record, and announced once it is over.
    await world.run('update', { at: tuesday(16) });
    await holds();
    world.push({ 'NOTES.md': 'mine\n' }, 'Looked at it', BRANCH);
    await holds(90, wednesday(18));
    await world.settle({ at: wednesday(18) });
    expect(openPulls()[0]?.comments.length).toBeGreaterThan(0);
    world.merge(openPulls()[0]?.number ?? 0);
    const served = world.pages.served;
    const [refusedDeploy] = await world.settle({ at: wednesday(19) });
    expect(refusedDeploy?.conclusion).toBe('failure');
    expect(world.pages.served).toBe(served);
    const refused = await world.run('update', { at: wednesday(20) });
    expect(refused.conclusion).toBe('failure');
    expect(refused.log).toMatch(/git revert/);
    world.revert();
    await world.settle({ at: wednesday(21) });
    await holds(90, wednesday(22));
    expect(onBranch()).toEqual(['2021-03-03,1,1,87,90']);
    expect(openPulls()).toHaveLength(1);
  });
});

describe('what may be one place', () => {
  const renamed = async (counts: Record<string, number>, at: string) => {
    world.sheet.shows(counts, { 9: 'School 1' });
    expect((await world.run('update', { at })).conclusion).toBe('success');
  };
  const aliases = () =>
    Object.fromEntries(
      (world.file('data/schools.csv') ?? '')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => [line.split(',')[0], line.split(',').at(-1)]),
    );

  it('is one once the request is merged: an alias, and no case is new', async () => {
    await renamed({ 9: 3, 2: 1 }, tuesday(18));
    expect(world.file('data/held.json')).toContain('possible-rename');
    expect(onBranch()).toBeUndefined();
    expect(openPulls()[0]?.body).toContain('says that what may be one place is one');
    world.merge(openPulls()[0]?.number ?? 0);
    await renamed({ 9: 4, 2: 1 }, tuesday(20));
    expect(world.cases()).toEqual(['2021-03-02,1,1,1,4']);
    expect(aliases()).toEqual({ 1: 'id:9', 2: '' });
    expect(openPulls()).toEqual([]);
  });

  it('is two once the request is closed, whatever the counts are by then', async () => {
    await renamed({ 9: 3, 2: 1 }, tuesday(18));
    world.hub.pulls.close(openPulls()[0]?.number ?? 0);
    await renamed({ 9: 4, 2: 1 }, tuesday(20));
    expect(world.cases()).toEqual(['2021-03-02,1,1,-3,0', '2021-03-02,1,9,4,4']);
    expect(aliases()).toEqual({ 1: '', 2: '', 9: '' });
    expect(world.file('data/held.json')).toBeUndefined();
    expect(world.head(BRANCH)).toBeUndefined();
    expect(pulls()).toHaveLength(1);
    await renamed({ 9: 5, 2: 1 }, tuesday(21));
    expect(world.cases()).toHaveLength(3);
  });
});

describe('where Actions may open no pull requests', () => {
  it('an issue with the ready branch does it all', async () => {
    await world.close();
    world = await publishedWorld();
    await holds();
    expect(pulls()).toEqual([]);
    expect(openIssues(world)).toHaveLength(1);
    expect(openIssues(world)[0]?.body).toContain(`compare/main...${BRANCH}`);
    expect(onBranch()).toEqual(['2021-03-02,1,1,87,90']);
    world.hub.calls.length = 0;
    await holds(90, tuesday(19));
    expect(world.hub.writes).toBe(0);
    world.sheet.shows({ 1: 4, 2: 1 });
    await world.run('update', { at: tuesday(20) });
    expect(openIssues(world)).toEqual([]);
    expect(world.head(BRANCH)).toBeUndefined();
  });
});
