import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorOf, planOf } from '../../../scripts/operate/run/publication.ts';
import { isSetUp } from '../../../scripts/operate/run/scheduled-run.ts';
import { inertText } from '../../../scripts/wording/commit-message.ts';
import { scratch } from '../../command-line.ts';
import { type PublishedRepository, publishedRepository, sheetOf } from './published-repository.ts';

let repo: PublishedRepository;
const head = () => repo.git('rev-parse', 'main');
const deployments = () =>
  repo.hub.calls.filter(({ id }) => id === 'actions/create-workflow-dispatch');
beforeEach(async () => {
  repo = await publishedRepository();
  await repo.run('2021-03-01');
});
afterEach(() => repo.close());

describe('a scheduled run', () => {
  it('commits the first read as the bot and has it deployed', () => {
    expect(repo.log('%s|%an|%ae')[0]).toBe(
      'data: 2021-03-01, read without news|github-actions[bot]|41898282+github-actions[bot]@users.noreply.github.com',
    );
    expect(deployments()).toHaveLength(1);
  });

  it('says in its commit what is new, and names the update in a trailer', async () => {
    repo.sheet = sheetOf({ 1: 5, 2: 1 });
    const { push, deployment } = await repo.run('2021-03-02');
    expect(push).toMatchObject({ kind: 'pushed', commit: head() });
    expect(deployment.kind).toBe('dispatched');
    expect(repo.git('log', '-1', '--format=%B', 'main')).toMatch(
      /^data: 2021-03-02, \+2 new cases at 1 school\n\n {5}\+2 {2}School 1 \(1\)\n/,
    );
    expect(repo.git('log', '-1', '--format=%(trailers:key=Update,valueonly)', 'main')).toBe(
      '2021-03-02/1',
    );
  });

  it('without news commits nothing, sends nothing, and asks at most six times', async () => {
    const before = head();
    repo.served = { commit: before, content_sha256: 'x', closed_through: null };
    repo.hub.calls.length = 0;
    const { push, deployment } = await repo.run('2021-03-01T20:00:00Z');
    expect([push.kind, deployment.kind]).toEqual(['nothing-to-push', 'served']);
    expect(head()).toBe(before);
    expect(repo.hub.writes).toBe(0);
    expect(repo.hub.calls.length).toBeLessThanOrEqual(6);
  });

  it('heals a site that is behind, unless a deployment is under way', async () => {
    repo.served = { commit: 'f'.repeat(40), content_sha256: 'x' };
    repo.hub.state.runs.length = 0;
    expect((await repo.run('2021-03-01T20:00:00Z')).deployment.kind).toBe('dispatched');
    expect((await repo.run('2021-03-01T21:00:00Z')).deployment.kind).toBe('under-way');
  });

  it('goes by the last deployment’s run where the site cannot be checked, and says so', async () => {
    const { runs } = repo.hub.state;
    runs.length = 0;
    const person = await repo.clone();
    const settings = person.git('show', 'HEAD:data/district.json');
    await person.push('data/district.json', settings.replace(/"url": "[^"]*"/, '"url": null'));
    const first = await repo.run('2021-03-01T20:00:00Z');
    expect(first.deployment.kind).toBe('dispatched');
    expect(first.findings.map(({ code, level }) => [code, level])).toEqual([
      ['served-unknown', 'notice'],
    ]);
    for (const run of runs) Object.assign(run, { status: 'completed', conclusion: 'success' });
    const second = await repo.run('2021-03-01T21:00:00Z');
    expect([second.deployment.kind, errorOf(second)]).toEqual(['unseen', undefined]);
    expect(repo.hub.issues.all()).toEqual([]);
    repo.sheet = sheetOf({ 1: 4, 2: 1 });
    expect((await repo.run('2021-03-02')).deployment.kind).toBe('dispatched');
  });

  it('only has the site deployed when it is asked to', async () => {
    repo.sheet = sheetOf({ 1: 5, 2: 1 });
    repo.served = { commit: head(), content_sha256: 'x' };
    const { read, push, deployment } = await repo.run('2021-03-02', { rebuildOnly: true });
    expect([read.kind, push.kind, deployment.kind]).toEqual(['unknown', 'unknown', 'dispatched']);
  });

  it('says in a dry run what it would do, and does nothing', async () => {
    repo.sheet = sheetOf({ 1: 80, 2: 1 });
    const before = head();
    repo.hub.calls.length = 0;
    repo.hub.state.runs.length = 0;
    const said: string[] = [];
    await repo.run('2021-03-02', { update: { dryRun: true }, say: (text) => said.push(text) });
    expect(head()).toBe(before);
    expect(repo.git('branch', '--list')).toBe('* main');
    expect(repo.hub.writes).toBe(0);
    expect(said.join('\n')).toMatch(/Would commit:\ndata: 2021-03-02, an update is held/);
    expect(said.join('\n')).toContain('"branch":"build"');
    expect(said.join('\n')).toContain('Would start deploy.yml on main');
  });

  it('does its work again on the new head when somebody pushed meanwhile, and loses neither', async () => {
    const person = await repo.clone();
    repo.sheet = sheetOf({ 1: 4, 2: 1 });
    const refused: string[] = [];
    const { push } = await repo.run('2021-03-02', {
      afterBody: () => person.push('NOTES.md', 'mine\n'),
      say: (text) => refused.push(text),
    });
    expect(refused.join()).toMatch(/Push 1 was refused/);
    expect(repo.log().slice(0, 2)).toEqual([
      'data: 2021-03-02, +1 new cases at 1 school',
      'Edit NOTES.md',
    ]);
    expect(push).toMatchObject({ commit: head() });
  });

  it('decides on the body it has read, however the sheet goes on', async () => {
    const person = await repo.clone();
    repo.sheet = sheetOf({ 1: 4, 2: 1 });
    await repo.run('2021-03-02', {
      afterBody: () => person.push('NOTES.md', 'mine\n'),
      pause: async () => {
        repo.sheet = sheetOf({ 1: 9, 2: 9 });
      },
    });
    expect(repo.git('show', 'main:data/cases.csv')).toContain('2021-03-02,1,1,1,4');
  });

  it('gives up after five refused pushes, with git’s own reason, and deploys nothing', async () => {
    const hook = join(repo.git('rev-parse', '--absolute-git-dir'), 'hooks', 'pre-receive');
    await writeFile(hook, '#!/bin/sh\necho protected >&2\nexit 1\n', { mode: 0o755 });
    repo.sheet = sheetOf({ 1: 4, 2: 1 });
    const before = deployments().length;
    const refused: string[] = [];
    const progress = await repo.run('2021-03-02', { say: (text) => refused.push(text) });
    expect(String(errorOf(progress))).toMatch(/protected/);
    expect(progress.failure?.step).toBe('Commit and push');
    expect(progress.streak).toMatchObject({ streak: { times: 1 } });
    expect(refused).toHaveLength(4);
    expect(deployments()).toHaveLength(before);
  });

  it('never lets a name act in a commit message', async () => {
    repo.sheet = `${sheetOf({ 1: 3, 2: 1 })}\n"[skip ci] fixes #1 @everyone $(touch pwned)",9`;
    await repo.run('2021-03-02');
    expect(repo.git('log', '--format=%B', 'main')).not.toMatch(/[[\]#@$]/);
    expect(inertText('::set-output name=x::y')).not.toContain('::');
  });
});

describe('the announced days', () => {
  const serve = () => {
    repo.served = { commit: head(), content_sha256: 'x', closed_through: '2021-03-01' };
  };

  it('are those of the served commit, or nothing is read and nothing deployed', async () => {
    repo.sheet = sheetOf({ 1: 5, 2: 1 });
    await repo.run('2021-03-01T20:00:00Z');
    serve();
    const person = await repo.clone();
    const cases = repo.git('show', 'main:data/cases.csv');
    await person.push('data/cases.csv', `${cases.replace('1,2,5', '1,3,6')}\n`);
    const before = deployments().length;
    repo.sheet = sheetOf({ 1: 9, 2: 1 });
    const progress = await repo.run('2021-03-02');
    expect(progress.read.kind).toBe('unknown');
    expect(errorOf(progress)).toMatchObject({
      code: 'announced-day-changed',
      message: expect.stringMatching(/cases.csv, line 2: 2021-03-01,1,1,2,5/),
      advice: expect.stringContaining('git revert'),
      facts: { file: 'data/cases.csv', line: 2 },
    });
    expect(deployments()).toHaveLength(before);
    person.git('revert', '--no-edit', 'HEAD');
    person.git('push', '--quiet', 'origin', 'HEAD:main');
    expect(planOf(await repo.run('2021-03-02'))).toMatchObject({
      kind: 'published',
      update: { line: { newCases: 4 } },
    });
  });

  it('may be followed by commits of any other kind', async () => {
    serve();
    await (await repo.clone()).push('NOTES.md', 'mine\n');
    expect(errorOf(await repo.run('2021-03-02'))).toBeUndefined();
  });

  it('cannot be compared with a commit that is gone, which is reported', async () => {
    repo.served = { commit: 'f'.repeat(40), content_sha256: 'x', closed_through: '2021-03-01' };
    const progress = await repo.run('2021-03-02');
    expect(errorOf(progress)).toBeUndefined();
    expect(progress.findings.map(({ code }) => code)).toEqual(['served-commit-gone']);
  });
});

describe('a public address', () => {
  const told = async (served: object | undefined) => {
    repo.served = served;
    return (await repo.run('2021-03-01T20:00:00Z')).findings.map(({ code }) => code);
  };

  it('that shows no build is reported, because announced days are then not compared', async () => {
    expect(await told(undefined)).toEqual(['served-unknown']);
    expect(await told({ commit: head(), content_sha256: 'x', closed_through: null })).toEqual([]);
  });

  it('that somebody else has taken cannot hand git an option for a commit', async () => {
    const pwned = join(await scratch(), 'pwned');
    const commit = `--upload-pack=touch ${pwned};`;
    const served = { commit, content_sha256: 'x', closed_through: '2021-03-01' };
    const codes = await told(served);
    expect(existsSync(pwned)).toBe(false);
    expect(codes).toEqual(['served-unknown']);
  });
});

describe('a source that cannot be read', () => {
  beforeEach(() => {
    repo.sheet = undefined;
    repo.hub.state.runs.length = 0;
  });
  const fails = (now: string) => {
    repo.hub.at(now);
    const run = repo.hub.startRun('update.yml', 'schedule');
    run.status = 'completed';
    run.conclusion = 'failure';
    return repo.run(now);
  };
  const failing = () => {
    const there = repo.git('ls-tree', '--name-only', 'main', 'data/').includes('failing.json');
    return there ? JSON.parse(repo.git('show', 'main:data/failing.json')) : undefined;
  };

  it('ends the run with its cause, and still heals the site', async () => {
    const progress = await repo.run('2021-03-02T12:00:00Z');
    expect(errorOf(progress)).toMatchObject({ code: 'server-error', exit: 3 });
    expect(progress.deployment.kind).toBe('dispatched');
    expect(failing()).toBeUndefined();
  });

  it('is shown to readers from the third failure on, once a date, until it is read again', async () => {
    const before = head();
    await fails('2021-03-02T12:00:00Z');
    expect(head()).toBe(before);
    await fails('2021-03-02T12:30:00Z');
    expect(failing()).toMatchObject({ cause: 'server-error', since: '2021-03-02T12:00:00Z' });
    expect(repo.log()[0]).toBe('data: the source cannot be read (server-error)');
    const told = head();
    await fails('2021-03-02T13:00:00Z');
    expect(head()).toBe(told);
    await fails('2021-03-03T13:00:00Z');
    expect(failing()).toMatchObject({
      since: '2021-03-02T12:00:00Z',
      checked_at: '2021-03-03T13:00:00Z',
    });
    repo.sheet = sheetOf({ 1: 3, 2: 1 });
    await repo.run('2021-03-03T14:00:00Z');
    expect(failing()).toBeUndefined();
  });

  it('is shown immediately if it will not go away by itself', async () => {
    repo.sheet = '<!doctype html><title>Sign in - Google Accounts</title>';
    await repo.run('2021-03-02T12:00:00Z');
    expect(failing()).toMatchObject({ checked_at: '2021-03-02T12:00:00Z' });
  });

  it('is nobody’s business when a person has tried another address', async () => {
    repo.sheet = '<!doctype html><title>Sign in - Google Accounts</title>';
    const address = JSON.parse(repo.git('show', 'main:data/district.json')).source.addresses[0];
    const progress = await repo.run('2021-03-02T12:00:00Z', { update: { source: address } });
    expect(errorOf(progress)).toMatchObject({ exit: 3 });
    expect(failing()).toBeUndefined();
  });
});

describe('the alarm of a run', () => {
  const alarms = () => repo.hub.issues.all();
  const end = (workflow: string, now: string, conclusion: string) => {
    repo.hub.at(now);
    const run = repo.hub.startRun(workflow, 'schedule');
    run.status = 'completed';
    run.conclusion = conclusion;
  };
  beforeEach(() => {
    repo.hub.state.runs.length = 0;
  });

  it('is silent about one failed read, opens at the third, and closes when the source is back', async () => {
    repo.sheet = undefined;
    expect((await repo.run('2021-03-02T12:00:00Z')).alarm.kind).toBe('kept');
    expect(alarms()).toEqual([]);
    end('update.yml', '2021-03-02T12:00:00Z', 'failure');
    end('update.yml', '2021-03-02T12:30:00Z', 'failure');
    await repo.run('2021-03-02T13:00:00Z');
    expect(alarms().map(({ state }) => state)).toEqual(['open']);
    repo.sheet = sheetOf({ 1: 3, 2: 1 });
    await repo.run('2021-03-02T13:30:00Z');
    expect(alarms().map(({ state }) => state)).toEqual(['closed']);
  });

  it('opens at once for what stops a run, and closes when it goes on', async () => {
    repo.served = { commit: head(), content_sha256: 'x', closed_through: '2021-03-01' };
    const person = await repo.clone();
    const days = person.git('show', 'HEAD:data/days.csv');
    await person.push('data/days.csv', `${days.replace('2021-03-01', '2021-02-28')}\n`);
    await repo.run('2021-03-02T12:00:00Z');
    expect(alarms().map(({ state }) => state)).toEqual(['open']);
    person.git('revert', '--no-edit', 'HEAD');
    person.git('push', '--quiet', 'origin', 'HEAD:main');
    await repo.run('2021-03-02T13:00:00Z');
    expect(alarms().map(({ state }) => state)).toEqual(['closed']);
  });

  it('reports a site that stays behind because its deployment fails', async () => {
    repo.served = { commit: 'f'.repeat(40), content_sha256: 'x' };
    end('deploy.yml', '2021-03-01T19:00:00Z', 'failure');
    await repo.run('2021-03-01T20:00:00Z');
    expect(alarms().map(({ title }) => title)).toEqual(['The site does not show what is on main']);
    repo.served = { commit: head(), content_sha256: 'x' };
    await repo.run('2021-03-01T21:00:00Z');
    expect(alarms().map(({ state }) => state)).toEqual(['closed']);
  });
});

describe('the schedules', () => {
  const enabled = () => repo.hub.state.enabled;

  it('are kept alive with the first commit of a week, and in no other run', async () => {
    expect(enabled()).toContain('update.yml');
    enabled().length = 0;
    await repo.run('2021-03-02');
    expect(enabled()).toEqual([]);
    await repo.run('2021-03-08');
    expect(enabled()).toContain('update.yml');
  });

  it('are measured with the first read of a day', async () => {
    for (const hour of ['08', '09', '11']) {
      repo.hub.at(`2021-03-02T${hour}:00:00Z`);
      const run = repo.hub.startRun('update.yml', 'schedule');
      run.status = 'completed';
      run.conclusion = 'success';
    }
    await repo.run('2021-03-02T12:00:00Z');
    expect(JSON.parse(repo.git('show', 'main:data/cadence.json')).reads).toBe(3);
    const measured = head();
    await repo.run('2021-03-02T13:00:00Z');
    expect(head()).toBe(measured);
  });
});

describe('the releases of a run', () => {
  const tags = () =>
    repo.hub.releases.all().map(({ tag, draft }) => (draft ? `${tag} (draft)` : tag));
  const news = async () => {
    repo.sheet = sheetOf({ 1: 5, 2: 1 });
    await repo.run('2021-03-02');
    repo.hub.calls.length = 0;
  };

  it('are made when a date is closed, before its deployment is asked for', async () => {
    await news();
    await repo.run('2021-03-03');
    expect(tags()).toEqual(['data-2021-03-02']);
    const ids = repo.hub.calls.map(({ id }) => id);
    const asked = ids.indexOf('actions/create-workflow-dispatch');
    expect(ids.indexOf('repos/update-release')).toBeLessThan(asked);
  });

  it('fail neither the run nor its deployment, and are made up for', async () => {
    await news();
    repo.hub.fail({ with: 'server-error', operation: 'repos/upload-release-asset' });
    const run = await repo.run('2021-03-03T12:00:00Z');
    expect(errorOf(run)).toBeUndefined();
    expect(run.deployment.kind).toBe('dispatched');
    expect(run.findings.map(({ code }) => code)).toContain('not-released');
    expect(tags()).toEqual(['data-2021-03-02 (draft)']);
    await repo.run('2021-03-03T13:00:00Z');
    expect(tags()).toEqual(['data-2021-03-02']);
  });

  it('are reported in the one alarm when they fail for longer than a day, until they are made', async () => {
    const alarms = () => repo.hub.issues.all().map(({ state, title }) => `${state}: ${title}`);
    await news();
    repo.hub.fail({ with: 'server-error', operation: 'repos/upload-release-asset', times: 2 });
    const run = await repo.run('2021-03-03T12:00:00Z');
    expect([errorOf(run), alarms()]).toEqual([undefined, []]);
    repo.sheet = sheetOf({ 1: 6, 2: 1 });
    const late = await repo.run('2021-03-04T12:00:00Z');
    expect([errorOf(late), late.deployment.kind]).toEqual([undefined, 'dispatched']);
    expect(repo.git('show', 'main:data/cases.csv')).toContain('2021-03-04,1,1,1,6');
    expect(alarms()).toEqual(['open: A release cannot be made']);
    expect(repo.hub.issues.all()[0]?.body).toContain('data\\-2021\\-03\\-02');
    await repo.run('2021-03-04T13:00:00Z');
    expect(tags()).toEqual(['data-2021-03-02']);
    expect(alarms()[0]).toMatch(/^closed: Over after/);
  });
});

describe('what a person broke on main', () => {
  it.each([
    ['settings', 'district.json', '{ "repository": ', /line 1.*is not JSON/, 'settings-json'],
    ['a ledger', 'days.csv', 'a,b\n1,2\n', /days\.csv/, undefined],
  ])('fails the run, and the alarm quotes the message: %s', async (_, file, text, says, cause) => {
    const person = await repo.clone();
    await person.push(`data/${file}`, text);
    const progress = await repo.run('2021-03-02');
    expect(String(errorOf(progress))).toMatch(says);
    expect(progress.alarm.kind).toBe('kept');
    const [alarm, ...others] = repo.hub.issues.all();
    expect(others).toEqual([]);
    expect(alarm?.title).toBe('The settings or the ledger need attention');
    expect((alarm?.body ?? '').replaceAll('\\', '')).toMatch(says);
    if (cause) expect(alarm?.body).toContain(`"cause":"${cause}"`);
  });
});

describe('a repository that nobody has set up', () => {
  it('is distinguished from one whose settings name it', async () => {
    const data = join((await repo.clone()).dir, 'data');
    expect(await isSetUp(data, 'Example/Tracker')).toBe(true);
    expect(await isSetUp(data, 'somebody/tracker')).toBe(false);
    expect(await isSetUp(join(data, 'nowhere'), 'example/tracker')).toBe(false);
  });

  it('is not one whose settings somebody broke', async () => {
    const { dir, push } = await repo.clone();
    await push('data/district.json', '{ "repository": "https://github.com/example/tracker" ');
    expect(await isSetUp(join(dir, 'data'), 'example/tracker')).toBe(true);
  });
});
