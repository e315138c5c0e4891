import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitIn } from './git-in.ts';
import { openIssues, publishedWorld, type RepositoryWorld } from './repository-world.ts';

let world: RepositoryWorld;
beforeEach(async () => {
  world = await publishedWorld();
  world.sheet.shows({ 1: 5, 2: 1 });
  await world.run('update', { at: '2021-03-02T18:00:00Z' });
  world.sheet.shows({ 1: 7, 2: 1 });
});
afterEach(() => world.close());

const wednesday = '2021-03-03T18:00:00Z';
const later = '2021-03-03T19:00:00Z';
const releases = () => world.hub.releases.all();

describe('a date that is over', () => {
  it('is released once, with the ledger as it was pushed and its checksums', async () => {
    expect(releases()).toEqual([]);
    await world.run('update', { at: wednesday });
    const [release] = releases();
    expect(releases()).toMatchObject([{ tag: 'data-2021-03-02', draft: false }]);
    expect(release?.name).toContain('+2');
    const texts = new Map(
      release?.assets.map(({ name, bytes }) => [name, bytes.toString('utf8')] as const),
    );
    expect(texts.get('cases.csv')?.trimEnd()).toBe(world.file('data/cases.csv'));
    for (const line of texts.get('SHA256SUMS')?.trim().split('\n') ?? []) {
      const [sum, name = ''] = line.split('  ');
      const digest = createHash('sha256').update(texts.get(name) ?? '');
      expect([name, sum]).toEqual([name, digest.digest('hex')]);
    }
    world.hub.calls.length = 0;
    await world.run('update', { at: later });
    expect(world.hub.calls.filter(({ id }) => id.includes('release'))).toEqual([]);
    expect(releases()).toHaveLength(1);
  });

  it('whose release fails half-way is published all the same, and released by the next run', async () => {
    world.hub.fail({ with: 'server-error', operation: 'repos/upload-release-asset', at: 3 });
    const run = await world.run('update', { at: wednesday });
    expect(run.conclusion).toBe('success');
    expect(run.annotations.map(({ message }) => message).join()).toMatch(/could not be made/);
    expect(releases()).toMatchObject([{ draft: true, assets: { length: 2 } }]);
    expect(world.cases()).toEqual(['2021-03-02,1,1,2,5', '2021-03-03,1,1,2,7']);
    const [head, draft, waiting] = [world.head(), releases()[0]?.id, world.hub.pendingRuns()];
    expect(waiting.at(-1)).toMatchObject({ workflow: 'deploy.yml', commit: head });

    const next = await world.run('update', { at: later });
    expect(next.conclusion).toBe('success');
    expect(releases()).toMatchObject([{ id: draft, tag: 'data-2021-03-02', draft: false }]);
    expect(releases()[0]?.assets.map(({ name }) => name)).toContain('SHA256SUMS');
    expect([world.head(), world.hub.pendingRuns()]).toEqual([head, waiting]);
    expect(openIssues(world)).toEqual([]);
  });
});

describe('a change of a workflow file', () => {
  const touched = (path: string) => `${world.file(path)}\n# Another version of an action\n`;
  const WATCH = '.github/workflows/watch.yml';

  it('does not keep a draft from being completed that was begun before it', async () => {
    world.hub.fail({ with: 'server-error', operation: 'repos/upload-release-asset', at: 3 });
    await world.run('update', { at: wednesday });
    const [draft] = releases();
    const old = draft?.target;
    expect(draft?.draft).toBe(true);
    world.push({ [WATCH]: touched(WATCH) }, 'Actions: bump');
    const run = await world.run('update', { at: later });
    expect(run.annotations.filter(({ title }) => title === 'not-released')).toEqual([]);
    expect(releases()).toMatchObject([{ tag: 'data-2021-03-02', draft: false, isLatest: true }]);
    expect(releases()[0]?.target).not.toBe(old);
  });

  it('that lands while a held update is pushed is made up for by the next run, and mails nobody', async () => {
    world.hub.state.settings.actionsMayOpenPulls = true;
    world.sheet.shows({ 1: 90, 2: 1 });
    await world.run('update', { at: wednesday });
    gitIn(world.remote)('branch', '-D', 'held-update');
    const before = {
      'Update, commit, have it deployed': () => {
        world.push({ [WATCH]: touched(WATCH) }, 'Actions: bump');
      },
    };
    const run = await world.run('update', { at: later, trouble: { before } });
    expect(run.conclusion, run.log).toBe('success');
    expect(run.annotations.map(({ message }) => message).join()).toMatch(
      /without .workflows. perm/,
    );
    expect(world.head('held-update')).toBeUndefined();
    await world.run('update', { at: '2021-03-03T20:00:00Z' });
    expect(world.head('held-update')).toBeDefined();
    expect(openIssues(world)).toEqual([]);
  });
});
