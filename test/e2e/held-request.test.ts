import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitHub } from '../../scripts/github/github.ts';
import { errorOf, planOf } from '../../scripts/operate/run/publication.ts';
import {
  type PublishedRepository,
  publishedRepository,
  sheetOf,
} from '../operate/run/published-repository.ts';
import { HURRIED } from '../world.ts';

const ORDINARY = { 1: 300, 2: 100 };
const SURGE = { 1: 380, 2: 100 };
const BIGGER_SURGE = { 1: 390, 2: 100 };

let repo: PublishedRepository;
const start = async (options: Parameters<typeof publishedRepository>[0] = {}) => {
  repo = await publishedRepository({
    hub: { actionsMayOpenPulls: true },
    // These holds wait for a person; that time ends them has tests of its own.
    settings: { guards: { surgeReleaseHours: 1000 } },
    ...options,
  });
  repo.sheet = sheetOf(ORDINARY);
  await repo.run('2021-03-01T15:00:00Z');
};
afterEach(() => repo.close());

const pulls = () => repo.hub.pulls.all();
const branchHead = () =>
  repo.git('for-each-ref', '--format=%(objectname)', 'refs/heads/held-update');
const file = (revision: string, name: string) => repo.git('show', `${revision}:data/${name}`);
const held = () => JSON.parse(file('main', 'held.json'));
const hasHeld = () => repo.git('ls-tree', '--name-only', 'main', 'data/').includes('held.json');
/** Writes to the API and new commits of anything since a moment. */
const quiet = async (run: () => Promise<unknown>) => {
  repo.hub.calls.length = 0;
  repo.served = { commit: repo.git('rev-parse', 'main'), content_sha256: 'x' };
  const before = repo.git('for-each-ref');
  await run();
  expect(repo.git('for-each-ref')).toBe(before);
  expect(
    repo.hub.calls.filter(({ method, id }) => method !== 'GET' && !id.startsWith('actions/')),
  ).toEqual([]);
};
/** GitHub with a listing that does not show yet what was opened just now. */
const lagging = () => {
  const token = repo.hub.token({
    contents: 'write',
    actions: 'write',
    issues: 'write',
    'pull-requests': 'write',
  });
  const github = gitHub({ repository: 'example/tracker', token, apiUrl: repo.hub.url, ...HURRIED });
  return { ...github, issues: { ...github.issues, listOwn: async () => [] } };
};
/** Undoes what was merged last, as a person would. */
const revertMain = async () => {
  const person = await repo.clone();
  const isMerge = person.git('rev-list', '--parents', '-1', 'HEAD').split(' ').length > 2;
  person.git('revert', '--no-edit', ...(isMerge ? ['--mainline=1'] : []), 'HEAD');
  person.git('push', '--quiet', 'origin', 'HEAD:main');
};
/** What people do on the branch: a commit on top of ours. */
const editBranch = async (name: string, edit: (text: string) => string) => {
  const person = await repo.clone();
  person.git('checkout', '--quiet', 'held-update');
  const text = `${person.git('show', `HEAD:data/${name}`)}\n`;
  return person.push(`data/${name}`, edit(text), 'held-update');
};

describe('a held update', () => {
  beforeEach(async () => {
    await start();
    repo.sheet = sheetOf(SURGE);
    await repo.run('2021-03-02T15:00:00Z');
  });

  it('waits on a branch with the lines as merging appends them, and in one pull request', () => {
    const [pull, ...others] = pulls();
    expect(others).toEqual([]);
    expect(pull).toMatchObject({
      title: 'Held: 2021-03-02, +80 new cases at 1 school',
      state: 'open',
      by: { login: 'github-actions[bot]' },
      pull: { head: 'held-update', base: 'main' },
    });
    expect(pull?.body).toMatch(/^<!-- tracker-held key=[0-9a-f]{64} date=2021-03-02 -->\n/);
    expect(pull?.body).toContain('| School 1 | 1 | +80 | 300 | 380 |');
    expect(repo.git('rev-parse', 'held-update^')).toBe(repo.git('rev-parse', 'main'));
    expect(file('held-update', 'cases.csv')).toContain('2021-03-02,1,1,80,380');
    expect(file('held-update', 'notices.csv')).toMatch(/,held,.*\n.*,accepted,/);
    expect(repo.git('ls-tree', '--name-only', 'held-update', 'data/')).not.toContain('held.json');
    expect(held().reasons[0]).toMatchObject({ guard: 'school-surge' });
    expect(file('main', 'notices.csv')).toMatch(/2021-03-02T15:00:00Z,held,2021-03-02/);
  });

  it('costs nothing while it is unchanged, over many runs', async () => {
    for (const hour of ['16', '17', '18']) {
      await quiet(() => repo.run(`2021-03-02T${hour}:00:00Z`));
      expect(repo.hub.reads).toBeLessThanOrEqual(3);
    }
  });

  it('is built anew, and told anew, when the counts change', async () => {
    repo.sheet = sheetOf(BIGGER_SURGE);
    await repo.run('2021-03-02T16:00:00Z');
    expect(pulls()).toHaveLength(1);
    expect(pulls()[0]?.title).toBe('Held: 2021-03-02, +90 new cases at 1 school');
    expect(file('held-update', 'cases.csv')).toContain('2021-03-02,1,1,90,390');
    expect(file('main', 'notices.csv').match(/,held,/g)).toHaveLength(1);
  });

  it('is built anew at the first read of the next day, before the site is', async () => {
    await repo.run('2021-03-03T15:00:00Z');
    expect(pulls()[0]?.title).toBe('Held: 2021-03-03, +80 new cases at 1 school');
    expect(file('held-update', 'cases.csv')).toContain('2021-03-03,1,1,80,380');
    const ids = repo.hub.calls.map(({ id }) => id);
    expect(ids.lastIndexOf('actions/create-workflow-dispatch')).toBeGreaterThan(
      ids.lastIndexOf('issues/update'),
    );
  });

  it('is published as reviewed when it is merged, though main has moved', async () => {
    await (await repo.clone()).push('NOTES.md', 'mine\n');
    repo.hub.pulls.merge(pulls()[0]?.number ?? 0);
    const run = await repo.run('2021-03-02T17:00:00Z');
    expect(planOf(run)?.kind).toBe('unchanged');
    expect(hasHeld()).toBe(false);
    expect(file('main', 'cases.csv')).toContain('2021-03-02,1,1,80,380');
    expect(branchHead()).toBe('');
    expect(pulls()).toHaveLength(1);
  });

  it('is held again, in a new request, when its merge is reverted before the next run', async () => {
    const [pull] = pulls();
    repo.hub.pulls.merge(pull?.number ?? 0);
    await revertMain();
    const run = await repo.run('2021-03-02T17:00:00Z');
    expect(planOf(run)?.kind).toBe('held');
    expect(pulls().map(({ state }) => state)).toEqual(['closed', 'open']);
    expect(repo.git('rev-parse', 'held-update^')).toBe(repo.git('rev-parse', 'main'));
    expect(file('held-update', 'cases.csv')).toContain('2021-03-02,1,1,80,380');
    await quiet(() => repo.run('2021-03-02T18:00:00Z'));
  });

  it('is held again when its merge was seen by a run and reverted then', async () => {
    repo.hub.pulls.merge(pulls()[0]?.number ?? 0);
    await repo.run('2021-03-02T16:00:00Z');
    await revertMain();
    await repo.run('2021-03-02T17:00:00Z');
    expect(pulls().map(({ state }) => state)).toEqual(['closed', 'open']);
    expect(hasHeld()).toBe(true);
  });

  it('is declined by closing: remembered, and not asked again for the same counts', async () => {
    repo.hub.pulls.close(pulls()[0]?.number ?? 0);
    await repo.run('2021-03-02T16:00:00Z');
    expect(held().declined).toBe(held().key);
    expect(branchHead()).toBe('');
    await quiet(() => repo.run('2021-03-02T17:00:00Z'));
    await repo.run('2021-03-04T17:00:00Z');
    expect(pulls()).toHaveLength(1);
    repo.sheet = sheetOf(BIGGER_SURGE);
    await repo.run('2021-03-04T18:00:00Z');
    expect(pulls().map(({ state }) => state)).toEqual(['closed', 'open']);
  });

  it('is closed with a word when the source recovers, which declines nothing', async () => {
    repo.sheet = sheetOf(ORDINARY);
    await repo.run('2021-03-02T16:00:00Z');
    const [pull] = pulls();
    expect(pull?.state).toBe('closed');
    expect(pull?.comments.map(({ body }) => body).join()).toMatch(/nothing left to decide/);
    expect(branchHead()).toBe('');
    expect(hasHeld()).toBe(false);
    repo.sheet = sheetOf(SURGE);
    await repo.run('2021-03-02T17:00:00Z');
    expect(pulls().map(({ state }) => state)).toEqual(['closed', 'open']);
  });

  it('is closed with another word when a person accepts it by its digest', async () => {
    const digest = held().counts_digest;
    await repo.run('2021-03-02T16:00:00Z', { update: { accept: { digest } } });
    expect(
      pulls()[0]
        ?.comments.map(({ body }) => body)
        .join(),
    ).toMatch(/A person has accepted/);
    expect(file('main', 'cases.csv')).toContain('2021-03-02,1,1,80,380');
  });

  it('reminds after one, three and seven days, once each, naming the owners', async () => {
    await (await repo.clone()).push('CODEOWNERS', '* @ann @example/data # all\n');
    await repo.run('2021-03-02T15:30:00Z');
    for (const day of ['03', '03', '04', '05', '06', '09', '10', '12']) {
      await repo.run(`2021-03-${day}T16:00:00Z`);
    }
    const said = pulls()[0]?.comments.map(({ body }) => body) ?? [];
    expect(said.map((body) => /reminder-(\d)/.exec(body)?.[1])).toEqual(['1', '3', '7']);
    expect(said[0]).toContain('@ann @example/data: This has been waiting for a day.');
    expect(said[0]).toContain('readers see the figures as of 2021-03-01');
  });

  it('says that its date is over when no read has moved it', async () => {
    repo.sheet = undefined;
    await repo.run('2021-03-03T14:00:00Z');
    await repo.run('2021-03-03T14:30:00Z');
    const said = pulls()[0]?.comments.map(({ body }) => body) ?? [];
    expect(said).toEqual([expect.stringContaining('2021-03-02 is over in the district')]);
  });
});

describe('a reviewer’s commit', () => {
  beforeEach(async () => {
    await start();
    repo.sheet = sheetOf(SURGE);
    await repo.run('2021-03-02T15:00:00Z');
  });
  const rename = (text: string) => text.replace('School 1', 'Lincoln');

  it('stays through runs and changes of main, and is merged as it is', async () => {
    const edit = await editBranch('schools.csv', rename);
    await quiet(() => repo.run('2021-03-02T16:00:00Z'));
    repo.sheet = sheetOf(BIGGER_SURGE);
    await repo.run('2021-03-02T17:00:00Z');
    expect(repo.git('merge-base', 'held-update', edit)).toBe(edit);
    expect(repo.git('merge-base', 'held-update', 'main')).toBe(repo.git('rev-parse', 'main'));
    expect(repo.git('ls-tree', '--name-only', 'held-update', 'data/')).not.toContain('held.json');
    const said = pulls()[0]?.comments.map(({ body }) => body) ?? [];
    expect(said).toEqual([expect.stringMatching(/now shows other counts: \*\*\+90 new cases/)]);
    await quiet(() => repo.run('2021-03-02T18:00:00Z'));

    repo.hub.pulls.merge(pulls()[0]?.number ?? 0);
    const run = await repo.run('2021-03-02T19:00:00Z');
    expect(planOf(run)).toMatchObject({ kind: 'published', update: { line: { newCases: 10 } } });
    expect(file('main', 'schools.csv')).toContain('Lincoln');
  });

  it('that does not add up is told once, with the ledger’s own words', async () => {
    await editBranch('cases.csv', (text) => text.replace('80,380', '80,999'));
    await repo.run('2021-03-02T16:00:00Z');
    await repo.run('2021-03-02T17:00:00Z');
    const said = pulls()[0]?.comments.map(({ body }) => body) ?? [];
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/Merging this now would be refused:[\s\S]*cases\\\.csv/);
  });

  it('that would change an announced day is told so', async () => {
    await editBranch('schools.csv', rename);
    repo.served = {
      commit: repo.git('rev-parse', 'main'),
      content_sha256: 'x',
      closed_through: '2021-03-02',
    };
    await repo.run('2021-03-03T16:00:00Z');
    const said = pulls()[0]?.comments.map(({ body }) => body) ?? [];
    expect(said.join()).toMatch(/were announced/);
  });

  it('that main contradicts is not merged, and the files are named', async () => {
    const edit = await editBranch('district.json', (text) =>
      text.replace('"cases"', '"illnesses"'),
    );
    const person = await repo.clone();
    const settings = `${person.git('show', 'HEAD:data/district.json')}\n`;
    await person.push('data/district.json', settings.replace('"cases"', '"infections"'));
    const progress = await repo.run('2021-03-02T16:00:00Z');
    expect(errorOf(progress)).toBeUndefined();
    expect(branchHead()).toBe(edit);
    const said = pulls()[0]?.comments.map(({ body }) => body) ?? [];
    expect(said).toEqual([expect.stringMatching(/cannot merge them\\: data\\\/district\\\.json/)]);
  });
});

describe('a suspected restart', () => {
  beforeEach(async () => {
    await start();
    repo.sheet = sheetOf({ 1: 5, 2: 2 });
    await repo.run('2021-03-02T15:00:00Z');
  });

  it('is declared by its branch, which holds the lines that follow and no mass correction', async () => {
    expect(pulls()[0]?.title).toBe('Held: 2021-03-02, the source may have started from zero');
    expect(JSON.parse(file('held-update', 'district.json')).counterRestarts).toEqual([
      '2021-03-02',
    ]);
    expect(file('held-update', 'cases.csv').split('\n').slice(1)).toEqual([
      '2021-03-02,1,1,5,305',
      '2021-03-02,1,2,2,102',
    ]);
    repo.hub.pulls.merge(pulls()[0]?.number ?? 0);
    expect(planOf(await repo.run('2021-03-02T16:00:00Z'))?.kind).toBe('unchanged');
  });

  it('that is declared by hand on main is published, and its request closed', async () => {
    const person = await repo.clone();
    const settings = JSON.parse(file('main', 'district.json'));
    const declared = { ...settings, counterRestarts: ['2021-03-02'] };
    await person.push('data/district.json', `${JSON.stringify(declared, null, 2)}\n`);
    const run = await repo.run('2021-03-02T16:00:00Z');
    expect(planOf(run)).toMatchObject({ kind: 'published', update: { line: { newCases: 7 } } });
    expect(pulls().map(({ state }) => state)).toEqual(['closed']);
  });
});

describe('where Actions may open no pull request', () => {
  beforeEach(async () => {
    await start({ hub: { actionsMayOpenPulls: false } });
    repo.hub.issues.open({ title: 'Held: 2021-03-02, +80 new cases at 1 school', body: 'mine' });
    repo.sheet = sheetOf(SURGE);
    await repo.run('2021-03-02T15:00:00Z');
  });
  const own = () => repo.hub.issues.all().filter(({ by }) => by.login === 'github-actions[bot]');

  it('an issue stands in, with the ready branch and a link that opens one', async () => {
    expect(own()).toHaveLength(1);
    expect(own()[0]?.body).toContain('/compare/main...held-update?expand=1');
    expect(branchHead()).not.toBe('');
    await quiet(() => repo.run('2021-03-02T16:00:00Z'));
    repo.sheet = sheetOf(BIGGER_SURGE);
    await repo.run('2021-03-02T17:00:00Z');
    expect(own().map(({ title }) => title)).toEqual([
      'Held: 2021-03-02, +90 new cases at 1 school',
    ]);
  });

  it('closing the issue declines', async () => {
    repo.hub.issues.close(own()[0]?.number ?? 0);
    await repo.run('2021-03-02T16:00:00Z');
    expect(held().declined).toBe(held().key);
    expect(branchHead()).toBe('');
  });

  it('the issue stands in again when the merge was reverted before the next run', async () => {
    const person = await repo.clone();
    person.git('merge', '--quiet', '--no-ff', '-m', 'Accept', 'origin/held-update');
    person.git('push', '--quiet', 'origin', 'HEAD:main');
    await revertMain();
    await repo.run('2021-03-02T16:00:00Z');
    expect(own().map(({ state }) => state)).toEqual(['open']);
    expect(repo.git('rev-parse', 'held-update^')).toBe(repo.git('rev-parse', 'main'));
    await quiet(() => repo.run('2021-03-02T17:00:00Z'));
  });

  it('merging the branch ends the issue, and leaves the person’s own one alone', async () => {
    const person = await repo.clone();
    person.git('merge', '--quiet', '--no-ff', '-m', 'Accept', 'origin/held-update');
    person.git('push', '--quiet', 'origin', 'HEAD:main', ':held-update');
    await repo.run('2021-03-02T16:00:00Z');
    expect(own().map(({ state }) => state)).toEqual(['closed']);
    expect(repo.hub.issues.all().map(({ state }) => state)).toEqual(['open', 'closed']);
  });
});

describe('a run that is killed', () => {
  beforeEach(() => start());

  it('before its request is opened is made up for by the next', async () => {
    repo.sheet = sheetOf(SURGE);
    repo.hub.fail({ with: 'rate-limit', operation: 'pulls/create', times: 4 });
    const progress = await repo.run('2021-03-02T15:00:00Z');
    expect(progress.troubles).toHaveLength(1);
    expect(progress.deployment.kind).toBe('dispatched');
    await repo.run('2021-03-02T16:00:00Z');
    expect(pulls().map(({ state }) => state)).toEqual(['open']);
    await quiet(() => repo.run('2021-03-02T17:00:00Z'));
  });

  it('before it has the branch is made up for by the next, and has published', async () => {
    const hook = join(repo.git('rev-parse', '--absolute-git-dir'), 'hooks', 'update');
    await writeFile(hook, '#!/bin/sh\ntest "$1" != refs/heads/held-update\n', { mode: 0o755 });
    repo.sheet = sheetOf(SURGE);
    const progress = await repo.run('2021-03-02T15:00:00Z');
    expect(progress.troubles.map(({ step }) => step)).toEqual(['Bring the request up to date']);
    expect(progress.deployment.kind).toBe('dispatched');
    expect(pulls()).toEqual([]);
    await rm(hook);
    await repo.run('2021-03-02T16:00:00Z');
    expect(pulls().map(({ state }) => state)).toEqual(['open']);
  });

  it('whose answer to opening was lost opens no second request', async () => {
    repo.sheet = sheetOf(SURGE);
    repo.hub.fail({ with: 'hang-up', operation: 'pulls/create' });
    await repo.run('2021-03-02T15:00:00Z');
    await repo.run('2021-03-02T16:00:00Z');
    expect(pulls()).toHaveLength(1);
    expect(repo.hub.issues.all()).toEqual([]);
  });

  it('after its request was opened goes on with it, though GitHub does not list it yet', async () => {
    repo.sheet = sheetOf(SURGE);
    await repo.run('2021-03-02T15:00:00Z');
    repo.sheet = sheetOf(BIGGER_SURGE);
    const { held: review } = await repo.run('2021-03-02T16:00:00Z', { github: lagging() });
    expect(repo.hub.issues.all()).toEqual([]);
    expect(pulls()).toHaveLength(1);
    expect(review).toMatchObject({ done: { url: expect.stringMatching(/\/pull\/1$/) } });
    expect(pulls()[0]?.title).toBe('Held: 2021-03-02, +90 new cases at 1 school');
    await quiet(() => repo.run('2021-03-02T17:00:00Z'));
  });

  it('leaves a person’s own request of the branch alone, which GitHub lists as theirs', async () => {
    repo.sheet = sheetOf(SURGE);
    repo.hub.fail({ with: 'rate-limit', operation: 'pulls/create', times: 4 });
    await repo.run('2021-03-02T15:00:00Z');
    const person = { repository: 'example/tracker', token: repo.hub.personalToken() };
    const { pulls: theirs } = gitHub({ ...person, apiUrl: repo.hub.url, ...HURRIED });
    await theirs.open({ branch: 'held-update', into: 'main', title: 'Mine', body: 'Looks right' });
    await repo.run('2021-03-02T16:00:00Z');
    expect(pulls()).toMatchObject([{ title: 'Mine', body: 'Looks right' }]);
    expect(repo.hub.issues.all().map(({ by }) => by.login)).toContain('github-actions[bot]');
  });

  it('between closing and removing the branch is made up for by the next', async () => {
    repo.sheet = sheetOf(SURGE);
    await repo.run('2021-03-02T15:00:00Z');
    repo.sheet = sheetOf(ORDINARY);
    repo.hub.fail({ with: 'hang-up', operation: 'issues/update', times: 4 });
    await repo.run('2021-03-02T16:00:00Z');
    expect(branchHead()).not.toBe('');
    await repo.run('2021-03-02T17:00:00Z');
    expect(branchHead()).toBe('');
    expect(pulls()[0]?.comments).toHaveLength(1);
  });

  it('does not open a second one when the listing fails', async () => {
    repo.sheet = sheetOf(SURGE);
    await repo.run('2021-03-02T15:00:00Z');
    repo.hub.fail({ with: 'server-error', operation: 'issues/list-for-repo', times: 4 });
    repo.sheet = sheetOf(BIGGER_SURGE);
    const progress = await repo.run('2021-03-02T16:00:00Z');
    expect(progress.troubles.map(({ step }) => step)).toEqual(['Look for the request']);
    expect(pulls()).toHaveLength(1);
    expect(planOf(progress)).toMatchObject({ update: { countsDigest: held().counts_digest } });
  });
});
