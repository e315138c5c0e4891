import { describe, expect, it } from 'vitest';
import { refuseUsage } from '../../../scripts/domain/refusal.ts';
import type { WorkflowRun } from '../../../scripts/github/actions.ts';
import { GitFailure } from '../../../scripts/github/git.ts';
import { brokenChannels } from '../../../scripts/operate/alarm/broken-channels.ts';
import { deploymentTrouble } from '../../../scripts/operate/alarm/deployment.ts';
import { overdueReleases } from '../../../scripts/operate/alarm/overdue-releases.ts';
import { silence } from '../../../scripts/operate/alarm/silence.ts';
import { judgedBy, troubleOfError } from '../../../scripts/operate/alarm/trouble-of-error.ts';
import { reject } from '../../../scripts/source/causes.ts';
import { instant, settingsOf, world } from '../../world.ts';

describe('a run that failed', () => {
  const streak = { times: 2, since: instant('2021-03-01') };
  const told = (error: unknown) => troubleOfError(error, streak, 'https://example.org/run/1');

  it.each([
    ['a rejected source', reject('sign-in-page', 'asks to sign in'), 'read', 'sign-in-page'],
    ['a refusal of the settings', refuseUsage('settings', 'wrong', 'fix it'), 'run', 'settings'],
    ['git’s own refusal', new GitFailure('git push failed: protected'), 'run', 'git'],
    ['a defect', new TypeError('x is not a function'), 'run', 'defect'],
  ])('tells %s', (_, error, scope, cause) => {
    expect(told(error)).toMatchObject({ scope, cause, times: 2, message: error.message });
    expect(told(error).advice).not.toBe('');
    expect([...judgedBy(error)]).toEqual(['start', scope]);
  });

  it('judges the source again only when it came to it', () => {
    expect(judgedBy(refuseUsage('settings', 'wrong', 'fix it')).has('read')).toBe(false);
    expect(judgedBy(undefined).has('read')).toBe(true);
  });
});

describe('a silent source', () => {
  const settings = settingsOf({
    alarm: { unchangedDays: 5 },
    sessions: [
      { from: '2021-03-01', to: '2021-03-10' },
      { from: '2021-04-01', to: '2021-04-30' },
    ],
  });
  const { ledger } = world(settings).reads('2021-03-01', { 1: 2 }).reads('2021-03-03', { 1: 3 });
  const at = (date: string, changes = {}) =>
    silence({ ...ledger, ...changes }, settings, instant(date), '');

  it.each([
    ['may be silent for as long as the settings say', '2021-03-08', undefined],
    ['alarms a day later', '2021-03-09', 6],
    ['alarms nobody in the holidays', '2021-03-20', undefined],
    ['is counted on after the holidays, without their days', '2021-04-01', 8],
  ])('%s', (_, date, days) => {
    const title = days && `The source has not changed for ${days} school days`;
    expect(at(date)?.title).toBe(title);
  });

  it('is none while a change is held for a person', () => {
    const { held } = world(settings)
      .reads('2021-03-01', { 1: 2 })
      .holds('2021-03-03', { 1: 99 }).ledger;
    expect(at('2021-03-09', { held })).toBeUndefined();
  });
});

describe('a site that does not show main', () => {
  const run = (status: string, hour: string): WorkflowRun => ({
    id: 1,
    status,
    conclusion: status === 'completed' ? 'failure' : null,
    headSha: 'b',
    createdAt: instant(`2021-03-02T${hour}:00:00Z`),
    url: 'https://example.org/run/1',
  });
  const failures = { times: 1, since: instant('2021-03-02T17:00:00Z') };
  const facts = { head: 'b', served: 'a', failures, now: instant('2021-03-02') };
  const ended = [run('completed', '17')];

  it.each([
    ['is trouble when the last deployment failed', { runs: ended }, true],
    ['is none while another is under way', { runs: [run('queued', '17'), ...ended] }, false],
    ['is trouble when one has been under way for hours', { runs: [run('queued', '14')] }, true],
    ['is none before any was asked for', { runs: [], failures: undefined }, false],
    ['is none when a person cancelled it', { runs: ended, failures: undefined }, false],
    ['is over as soon as it is served', { runs: ended, served: 'b' }, false],
  ])('%s', (_, changes, expected) => {
    expect(deploymentTrouble({ ...facts, unseen: undefined, ...changes }) !== undefined).toBe(
      expected,
    );
  });
});

describe('channels that news does not reach', () => {
  const unsent = [
    { channel: 'x', date: '2021-03-03', dueSince: instant('2021-03-04T06:00:00Z'), why: '401' },
    { channel: 'x', date: '2021-03-02', dueSince: instant('2021-03-03T06:00:00Z'), why: '401' },
    { channel: 'slack', date: '2021-03-03', dueSince: instant('2021-03-04T06:00:00Z'), why: '404' },
  ];
  const at = (now: string) => brokenChannels({ unsent, now: instant(now), runUrl: '' });

  it.each([
    ['are nobody’s business for a day', '2021-03-04T06:00:00Z', []],
    ['are reported one by one', '2021-03-04T06:30:00Z', ['Nothing is posted to x']],
    [
      'are each a trouble',
      '2021-03-05T06:30:00Z',
      ['Nothing is posted to x', 'Nothing is posted to slack'],
    ],
  ])('%s', (_, now, titles) => {
    expect(at(now).map(({ title }) => title)).toEqual(titles);
  });

  it('say since when, and why', () => {
    expect(at('2021-03-06T06:00:00Z')[0]).toMatchObject({
      scope: 'channel',
      cause: 'not-posted-x',
      message: 'The news of 2021-03-02 is not there: 401',
      since: '2021-03-03T06:00:00Z',
    });
  });
});

describe('releases that cannot be made', () => {
  const failed = [
    { tag: 'data-2021-03-02', dueSince: instant('2021-03-03T06:00:00Z'), error: new Error('422') },
    { tag: 'data-2021-03-03', dueSince: instant('2021-03-04T06:00:00Z'), error: new Error('422') },
  ];
  const at = (now: string) => overdueReleases({ failed, now: instant(now), runUrl: '' });

  it.each([
    ['are nobody’s business for a day', '2021-03-04T06:00:00Z', undefined],
    ['are told when one is late', '2021-03-04T06:30:00Z', 'A release cannot be made'],
    ['are counted when several are', '2021-03-05T06:30:00Z', '2 releases cannot be made'],
  ])('%s', (_, now, title) => {
    expect(at(now)?.title).toBe(title);
  });

  it('say which, why, and since when the first was due', () => {
    expect(at('2021-03-06T06:00:00Z')).toMatchObject({
      scope: 'release',
      message: 'data-2021-03-02: 422; data-2021-03-03: 422',
      since: '2021-03-03T06:00:00Z',
    });
  });
});
