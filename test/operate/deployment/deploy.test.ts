import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { gitIn } from '../../../scripts/github/git.ts';
import { deployTroubles } from '../../../scripts/operate/alarm/deploy-troubles.ts';
import { buildInstant } from '../../../scripts/operate/deployment/build-instant.ts';
import { whyNotServed } from '../../../scripts/operate/deployment/not-served.ts';
import { planRenewal, renewCommit } from '../../../scripts/operate/deployment/renewal.ts';
import { scratch } from '../../command-line.ts';
import { instant, world } from '../../world.ts';

describe('the instant that a commit is built for', () => {
  const { ledger } = world()
    .reads('2021-03-01T18:00:00Z', { 1: 2 })
    .reads('2021-03-02T18:00:00Z', { 1: 3 });

  it.each([
    ['is the commit’s own', '2021-03-03T06:00:00-06:00', '2021-03-03T12:00:00Z'],
    [
      'is the ledger’s newest where a person’s clock is slow',
      '2021-03-02T12:00:00+00:00',
      '2021-03-02T18:00:00Z',
    ],
  ])('%s', (_, committed, expected) => {
    expect(buildInstant(committed, ledger)).toBe(expected);
  });
});

describe('a burnt deployment', () => {
  const BURNT = 'b'.repeat(40);
  const marked = `deploy: again\n\nBurnt: ${'a'.repeat(40)}\n`;

  it.each([
    ['goes on under a commit of its own', BURNT, ['data: news'], 'commit'],
    ['is left to the commit that somebody pushed', 'c'.repeat(40), ['A note'], 'moved'],
    ['goes on after two that were burnt too', BURNT, [marked, marked, 'data: news'], 'commit'],
    [
      'is told to a person after three in a row',
      BURNT,
      [marked, marked, marked, 'data: news'],
      'enough',
    ],
    ['counts only those in a row', BURNT, [marked, 'data: news', marked, marked], 'commit'],
  ])('%s', (_, head, messages, kind) => {
    expect(planRenewal(BURNT, head, messages).kind).toBe(kind);
  });

  let remote: string;
  let checkout: string;
  const sh = (dir: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: dir,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  beforeEach(async () => {
    remote = join(await scratch(), 'remote.git');
    checkout = join(await scratch(), 'checkout');
    sh('.', 'init', '--quiet', '--bare', '--initial-branch=main', remote);
    sh('.', 'clone', '--quiet', remote, checkout);
    sh(checkout, 'checkout', '--quiet', '-b', 'main');
    sh(checkout, 'commit', '--quiet', '--allow-empty', '-m', 'data: news');
    sh(checkout, 'push', '--quiet', 'origin', 'main');
  });
  const renew = () =>
    renewCommit({
      git: gitIn(checkout),
      branch: 'main',
      burnt: sh(checkout, 'rev-parse', 'HEAD'),
    });

  it('gets one empty commit that names the burnt one', async () => {
    const burnt = sh(remote, 'rev-parse', 'main');
    const { commit } = await renew();
    expect(sh(remote, 'rev-parse', 'main')).toBe(commit);
    expect(sh(remote, 'log', '-1', '--format=%(trailers:key=Burnt,valueonly)', 'main')).toBe(burnt);
    expect(sh(remote, 'diff', '--name-only', 'main~1', 'main')).toBe('');
  });

  it('pushes nothing over what somebody pushed meanwhile', async () => {
    const burnt = sh(checkout, 'rev-parse', 'HEAD');
    sh(checkout, 'commit', '--quiet', '--allow-empty', '-m', 'A note');
    sh(checkout, 'push', '--quiet', 'origin', 'main');
    const { renewal, commit } = await renewCommit({ git: gitIn(checkout), branch: 'main', burnt });
    expect([renewal.kind, commit]).toEqual(['moved', undefined]);
    expect(sh(remote, 'log', '-1', '--format=%s', 'main')).toBe('A note');
  });
});

describe('a deployment that was accepted and is not seen', () => {
  const none = { kind: 'none', found: 'no build of this tracker' } as const;
  const dark = { kind: 'unknown', why: 'refused', isPrivate: false, found: 'nothing' } as const;
  const stamp = { commit: 'a', content_sha256: 'x', closed_through: null };
  const other = { kind: 'build', build: stamp, found: 'commit a' } as const;
  const domain = 'covid.example.org';
  const now = instant('2021-03-03T18:00:00Z');
  const since = { hour: instant('2021-03-03T17:00:00Z'), days: instant('2021-03-01T18:00:00Z') };

  it.each([
    ['is burnt where nothing of ours is served', none, null, since.days, 'burnt'],
    ['is burnt where another build is served', other, domain, undefined, 'burnt'],
    ['is not burnt where nothing answers', dark, null, since.days, 'unreachable'],
    ['waits for a domain at the first deployment', none, domain, undefined, 'domain-not-ready'],
    ['waits for a domain for a day', dark, domain, since.hour, 'domain-not-ready'],
    ['does not wait for it any longer', dark, domain, since.days, 'unreachable'],
  ] as const)('%s', (_, seen, domain, deployedSince, expected) => {
    expect(whyNotServed({ seen, domain, deployedSince, now })).toBe(expected);
  });
});

describe('a deployment that has ended', () => {
  const streak = { times: 1, since: instant('2021-03-02') };
  const end = { result: 'failure', renewed: '', refusal: '', message: '' } as const;
  const told = (changes: object) => deployTroubles({ ...end, ...changes }, streak, '');

  it.each([
    ['tells nothing of trouble when it is served', { result: 'success' as const }, []],
    [
      'names both builds when it was accepted and is not served',
      { message: 'shows a instead of b' },
      ['not-served'],
    ],
    [
      'names what the ledger was refused for',
      { refusal: 'announced-day-changed' },
      ['announced-day-changed'],
    ],
    ['says that a step failed', {}, ['failed']],
    ['names the switch when Pages is off', { refusal: 'pages-off' }, ['pages-off']],
    ['names what Pages did not accept', { refusal: 'not-accepted' }, ['not-accepted']],
  ])('%s', (_, changes, causes) => {
    expect(told(changes)?.troubles.map(({ cause }) => cause)).toEqual(causes);
    expect(told(changes)?.judged).toEqual(['deploy']);
  });

  it('is judged by the deployment that it goes on under', () => {
    expect(told({ renewed: 'c'.repeat(40), message: 'shows a instead of b' })).toBeUndefined();
  });
});
