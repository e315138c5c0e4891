import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openIssues, publishedWorld, type RepositoryWorld } from './repository-world.ts';

let world: RepositoryWorld;
beforeEach(async () => {
  world = await publishedWorld();
});
afterEach(() => world.close());

const failing = () => world.file('data/failing.json');
/** The banner of the front page, if it says that the source cannot be read. */
const banner = () => world.pages.page('index.html')?.match(/could not be read since [^<]*/)?.[0];
const items = () => JSON.parse(world.pages.page('feeds/daily.json') ?? '{}').items as object[];
const failed = async (at: string) => {
  expect((await world.run('update', { at })).conclusion).toBe('failure');
};

describe('a source that is down', () => {
  it('for one run is nobody’s business', async () => {
    const head = world.head();
    world.sheet.answers('down', 503, 'text/plain');
    await failed('2021-03-02T18:00:00Z');
    expect([world.head(), world.hub.issues.all()]).toEqual([head, []]);
    world.sheet.shows({ 1: 5, 2: 1 });
    await world.run('update', { at: '2021-03-02T18:30:00Z' });
    expect(world.cases()).toEqual(['2021-03-02,1,1,2,5']);
    expect(world.hub.issues.all()).toEqual([]);
  });

  it('for three days is told from the third run on, by one issue and on the page, until it is back', async () => {
    // Yesterday's news is announced when its day is over, whether or not the source can be read.
    world.sheet.shows({ 1: 5, 2: 1 });
    await world.run('update', { at: '2021-03-02T16:00:00Z' });
    world.sheet.answers('down', 503, 'text/plain');
    await failed('2021-03-02T18:00:00Z');
    await failed('2021-03-02T18:30:00Z');
    expect([failing(), world.hub.issues.all()]).toEqual([undefined, []]);
    await failed('2021-03-02T19:00:00Z');
    expect(JSON.parse(failing() ?? '')).toMatchObject({ since: '2021-03-02T18:00:00Z' });
    expect(openIssues(world)).toHaveLength(1);
    await world.settle({ at: '2021-03-02T19:00:00Z' });
    expect(banner()).toMatch(/2 Mar|March 2/);
    const before = items().length;

    await failed('2021-03-03T18:00:00Z');
    await world.settle({ at: '2021-03-03T18:00:00Z' });
    expect(items()).toHaveLength(before + 1);
    expect(items()[0]).toMatchObject({ title: expect.stringContaining('2') });
    const head = world.head();
    await failed('2021-03-03T18:30:00Z');
    expect(world.head()).toBe(head);
    await failed('2021-03-04T18:00:00Z');
    await failed('2021-03-05T18:00:00Z');
    expect(openIssues(world)).toMatchObject([{ number: 1, comments: { length: 3 } }]);

    world.sheet.shows({ 1: 7, 2: 1 });
    await world.runAll('update', { at: '2021-03-05T19:00:00Z' });
    expect(world.hub.issues.all()).toMatchObject([
      { state: 'closed', title: expect.stringMatching(/^Over after 3 days and 1 hour: /) },
    ]);
    expect([failing(), banner()]).toEqual([undefined, undefined]);
    expect(world.cases()).toEqual(['2021-03-02,1,1,2,5', '2021-03-05,1,1,2,7']);
    expect(world.pages.served).toBe(world.head());
  });

  it('is kept for whoever looks into it; its alarm leaves a person’s issue of the same text alone', async () => {
    world.sheet.answers(
      '<html><form action="https://accounts.google.com/signin">',
      200,
      'text/html',
    );
    const run = await world.run('update', { at: '2021-03-02T18:00:00Z' });
    expect([...run.artifacts.keys()]).toEqual(['evidence-1']);
    expect([...(run.artifacts.get('evidence-1') ?? [])].map(([name]) => name)).toEqual(['body']);
    const [alarm] = openIssues(world);
    const { title = '', body = '' } = alarm ?? {};
    const labels = [...(alarm?.labels ?? []), 'alarm'];
    const theirs = world.hub.issues.open({ title, body: body ?? '', labels });
    await failed('2021-03-03T18:00:00Z');
    world.sheet.shows({ 1: 5, 2: 1 });
    await world.run('update', { at: '2021-03-03T19:00:00Z' });
    expect(alarm?.state).toBe('closed');
    expect(theirs).toMatchObject({ state: 'open', title, body, labels, edits: 0, comments: [] });
  });
});
