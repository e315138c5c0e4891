import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitHub } from '../../../scripts/github/github.ts';
import { ALARM_MARKER } from '../../../scripts/operate/alarm/alarm-state.ts';
import { keepAlarm } from '../../../scripts/operate/alarm/keep-alarm.ts';
import type { Scope, Trouble, TroubleSelector } from '../../../scripts/operate/alarm/trouble.ts';
import { scratch } from '../../command-line.ts';
import { type FakeGitHub, fakeGitHub } from '../../harness/fake-github.ts';
import { HURRIED, instant } from '../../world.ts';

let hub: FakeGitHub;
beforeEach(async () => {
  const remote = join(await scratch(), 'remote.git');
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', remote]);
  hub = await fakeGitHub({ remote });
});
afterEach(() => hub.close());

const ALL: readonly Scope[] = ['start', 'read', 'run', 'silence'];
let runs = 0;

/** One run at an instant: what it found, by cause, and what it could judge. */
async function runAt(
  now: string,
  causes: readonly string[],
  {
    judged = ALL,
    since = now,
    message = 'It asks to sign in.',
  }: { judged?: readonly TroubleSelector[]; since?: string; message?: string } = {},
) {
  hub.at(now);
  runs += 1;
  const runUrl = `https://github.com/example/tracker/actions/runs/${runs}`;
  const troubles = causes.map((name): Trouble => {
    const [scope = 'read', cause = ''] = name.split(':');
    return {
      scope: ALL.find((known) => known === scope) ?? 'deploy',
      cause,
      title: `Trouble with ${cause}`,
      message,
      advice: 'Share the sheet.',
      since: instant(since),
      times: 1,
      runUrl,
    };
  });
  const token = hub.token({ issues: 'write' });
  const github = gitHub({ repository: 'example/tracker', token, apiUrl: hub.url, ...HURRIED });
  const before = hub.calls.length;
  const findings = await keepAlarm({
    github,
    troubles,
    judged: new Set(judged),
    now: instant(now),
    timeZone: 'America/Chicago',
    runUrl,
  });
  const calls = hub.calls.slice(before).map(({ id }) => id.replace('issues/', ''));
  return { findings, calls };
}

const told = () =>
  hub.issues.all().map((issue) => `${issue.state} ${issue.title} (${issue.comments.length})`);
const body = () => hub.issues.all().at(-1)?.body ?? '';

describe('the alarm', () => {
  it('costs a quiet run one call', async () => {
    expect((await runAt('2021-03-02T12:00:00Z', [])).calls).toEqual(['list-for-repo']);
    expect(told()).toEqual([]);
  });

  it('opens once, is edited by each run that fails, and closes with the length of the outage', async () => {
    await runAt('2021-03-02T12:00:00Z', ['read:sign-in-page'], { since: '2021-03-02T11:30:00Z' });
    expect(body()).toMatch(/\*\*Since\*\* .*05\\:30 .*\(30 minutes\), found once in a row/);
    await runAt('2021-03-02T13:00:00Z', ['read:sign-in-page']);
    expect(body()).toMatch(/found 2 times in a row/);
    expect(told()).toEqual(['open Trouble with sign-in-page (0)']);
    await runAt('2021-03-02T14:50:00Z', []);
    expect(told()).toEqual([
      'closed Over after 3 hours and 20 minutes: Trouble with sign-in-page (1)',
    ]);
    expect(hub.issues.all()[0]?.comments[0]?.body).toMatch(/It lasted 3 hours and 20 minutes/);
    expect((await runAt('2021-03-02T15:00:00Z', [])).calls).toEqual(['list-for-repo']);
  });

  it('comments once a day while it lasts', async () => {
    for (const hour of ['12', '16', '20']) await runAt(`2021-03-02T${hour}:00:00Z`, ['read:empty']);
    expect(told()).toEqual(['open Trouble with empty (0)']);
    for (const hour of ['12', '16', '20']) await runAt(`2021-03-03T${hour}:00:00Z`, ['read:empty']);
    expect(told()).toEqual(['open Trouble with empty (1)']);
  });

  it('holds every trouble in one issue, and leaves alone what a run could not judge', async () => {
    await runAt('2021-03-02T12:00:00Z', ['read:empty']);
    await runAt('2021-03-02T13:00:00Z', ['deploy:not-served'], { judged: ['deploy'] });
    expect(told()).toEqual(['open Trouble with empty, and 1 more (0)']);
    await runAt('2021-03-02T14:00:00Z', []);
    expect(told()).toEqual(['open Trouble with not-served (0)']);
    await runAt('2021-03-02T15:00:00Z', [], { judged: ['deploy'] });
    expect(told()).toEqual(['closed Over after 2 hours: Trouble with not-served (1)']);
  });

  it('ends one trouble of a scope where a run could judge no more of it', async () => {
    const both = ['deploy:update.yml', 'deploy:other.yml'];
    await runAt('2021-03-02T12:00:00Z', both, { judged: ['deploy'] });
    await runAt('2021-03-02T13:00:00Z', [], { judged: ['deploy:update.yml'] });
    expect(told()).toEqual(['open Trouble with other.yml (0)']);
  });

  it('stays closed when a person closed it, until the cause changes', async () => {
    await runAt('2021-03-02T12:00:00Z', ['read:empty']);
    hub.at('2021-03-02T12:30:00Z');
    hub.issues.close(hub.issues.all()[0]?.number ?? 0);
    const since = '2021-03-02T12:00:00Z';
    for (const hour of ['13', '14'])
      await runAt(`2021-03-02T${hour}:00:00Z`, ['read:empty'], { since });
    expect(told()).toEqual(['closed Trouble with empty (0)']);
    await runAt('2021-03-02T15:00:00Z', ['read:sign-in-page'], { since });
    expect(told()).toEqual(['closed Trouble with empty (0)', 'open Trouble with sign-in-page (0)']);
  });

  it('opens again when a trouble that a person closed has ended and returns', async () => {
    await runAt('2021-03-02T12:00:00Z', ['read:empty']);
    hub.issues.close(hub.issues.all()[0]?.number ?? 0);
    await runAt('2021-03-09T12:00:00Z', ['read:empty']);
    expect(told()).toEqual(['closed Trouble with empty (0)', 'open Trouble with empty (0)']);
  });

  it('leaves a person’s issue with the same title, label and text alone', async () => {
    hub.issues.open({ title: 'Trouble with empty', body: ALARM_MARKER, labels: ['alarm'] });
    await runAt('2021-03-02T12:00:00Z', ['read:empty']);
    await runAt('2021-03-02T13:00:00Z', []);
    expect(told()[0]).toBe('open Trouble with empty (0)');
    expect(told()).toHaveLength(2);
  });

  it('keeps the older of two that were opened at once', async () => {
    await runAt('2021-03-02T12:00:00Z', ['read:empty']);
    const twin = hub.issues.open({ title: 'Trouble with empty', body: body() });
    Object.assign(twin, { by: hub.issues.all()[0]?.by });
    await runAt('2021-03-02T13:00:00Z', ['read:empty']);
    expect(told()).toEqual(['open Trouble with empty (0)', 'closed Trouble with empty (0)']);
    await runAt('2021-03-02T14:00:00Z', []);
    expect(told()[0]).toMatch(/^closed Over after 2 hours/);
  });

  it('takes up what the workflow’s last resort wrote, and closes it', async () => {
    hub.at('2021-03-02T10:00:00Z');
    const start =
      '<!-- tracker-alarm-start since=2021-03-02T10:00:00Z times=2 run=https://x.example/1 -->';
    const issue = hub.issues.open({
      title: 'A run could not begin',
      body: `${ALARM_MARKER}\n${start}`,
    });
    Object.assign(issue, { by: { login: 'github-actions[bot]', type: 'Bot', permissions: {} } });
    await runAt('2021-03-02T12:00:00Z', ['read:empty'], { judged: ['read'] });
    expect(told()).toEqual(['open A run could not begin its work, and 1 more (0)']);
    await runAt('2021-03-02T12:30:00Z', []);
    expect(told()[0]).toMatch(/^closed Over after 2 hours and 30 minutes/);
  });

  const UNSAFE = /@everyone|#1|(?<!\\)<img|\]\(https:\/\/evil|^# big/m;
  it('shows what the source said as text and nothing else', async () => {
    const message =
      '--> @everyone fixes #1 <img src=x> $(touch pwned) [a](https://evil.example)\n# big';
    await runAt('2021-03-02T12:00:00Z', ['read:empty'], { message });
    expect(body().replace(/<!--[^>]*-->/g, '')).not.toMatch(UNSAFE);
    await runAt('2021-03-02T13:00:00Z', ['deploy:not-served'], { judged: ['deploy'] });
    expect(body().replace(/<!--[^>]*-->/g, '')).not.toMatch(UNSAFE);
    expect(body()).toMatch(/everyone/);
  });
});

describe('an alarm that is cut short', () => {
  it.each([
    ['list-for-repo', 'server-error', 4],
    ['create', 'hang-up', 1],
    ['create', 'server-error', 1],
    ['update', 'server-error', 4],
    ['create-comment', 'hang-up', 1],
    ['list-comments', 'server-error', 4],
  ] as const)(
    'ends as if nothing had happened: %s, %s',
    async (call, fault, times) => {
      hub.fail({ with: fault, operation: `issues/${call}`, times });
      const since = '2021-03-02T12:00:00Z';
      for (const now of ['02T12', '02T13', '03T12', '03T13']) {
        await runAt(`2021-03-${now}:00:00Z`, ['read:empty'], { since });
      }
      await runAt('2021-03-04T12:00:00Z', []);
      await runAt('2021-03-04T13:00:00Z', []);
      expect(told()).toHaveLength(1);
      expect(told()[0]).toMatch(/^closed Over after 2 days.*: Trouble with empty/);
      const comments = hub.issues.all()[0]?.comments.map(({ body }) => body.split('\n')[0]);
      expect(new Set(comments).size).toBe(comments?.length);
    },
    300_000,
  );

  it('is a warning and not a failure', async () => {
    hub.fail({ with: 'server-error', times: 9 });
    const { findings } = await runAt('2021-03-02T12:00:00Z', ['read:empty']);
    expect(findings).toMatchObject([{ level: 'warning', code: 'alarm-not-kept' }]);
    expect(told()).toEqual([]);
  }, 300_000);
});
