import { describe, expect, it } from 'vitest';
import { failingAfter, shouldAlarm } from '../../../scripts/operate/alarm/failed-read.ts';
import { CAUSES } from '../../../scripts/source/causes.ts';
import { instant, settingsOf } from '../../world.ts';

const NOW = instant('2021-03-02T18:00:00Z');
const { alarm } = settingsOf();
const streak = (times: number, since = '2021-03-02T17:30:00Z') => ({
  times,
  since: instant(since),
});

describe('a failed read', () => {
  it.each([
    ['once alarms nobody', 'unreachable', streak(1), false],
    ['twice alarms nobody', 'server-error', streak(2), false],
    ['three times in a row alarms', 'rate-limited', streak(3), true],
    ['for three hours alarms', 'truncated', streak(2, '2021-03-02T15:00:00Z'), true],
    [
      'for less than three hours alarms nobody',
      'truncated',
      streak(2, '2021-03-02T15:00:01Z'),
      false,
    ],
    ['alarms at once when the sheet asks to sign in', 'sign-in-page', streak(1), true],
    ['alarms at once when columns are gone', 'unknown-columns', streak(1), true],
    ['alarms at once for what no cause names', 'something-else', streak(1), true],
  ])('%s', (_, cause, failed, expected) => {
    expect(shouldAlarm(cause, failed, NOW, alarm)).toBe(expected);
  });

  it.each([
    ['the robot page', 'unusual-traffic-page', true],
    ['status 429', 'rate-limited', true],
    ['status 5xx', 'server-error', true],
    ['a name that does not resolve', 'name-resolution', true],
    ['a body that is cut off', 'truncated', true],
    ['the sign-in page', 'sign-in-page', false],
  ] as const)('has words of its own for %s', (_, cause, heals) => {
    const others = Object.entries(CAUSES).filter(([name]) => name !== cause);
    expect(CAUSES[cause].healsAlone).toBe(heals);
    expect(others.map(([, other]) => other.title)).not.toContain(CAUSES[cause].title);
    expect(others.map(([, other]) => other.advice)).not.toContain(CAUSES[cause].advice);
  });
});

describe('failing.json', () => {
  const present = {
    cause: 'server-error',
    since: instant('2021-03-02T12:00:00Z'),
    checkedAt: instant('2021-03-02T15:00:00Z'),
  };
  const refreshed = (cause: string, now: string, before: typeof present | null = present) =>
    failingAfter(before, cause, streak(3), instant(now), 'America/Chicago');

  it('begins with the first failure of the row', () => {
    expect(refreshed('server-error', '2021-03-02', null)).toEqual({
      cause: 'server-error',
      since: '2021-03-02T17:30:00Z',
      checkedAt: '2021-03-02T18:00:00Z',
    });
  });

  it('is not written again on the same date', () => {
    expect(refreshed('server-error', '2021-03-03T05:59:00Z')).toBe(present);
  });

  it('is refreshed at the first failed read of the next date in the district’s time zone', () => {
    expect(refreshed('server-error', '2021-03-03T06:00:00Z')).toEqual({
      ...present,
      checkedAt: '2021-03-03T06:00:00Z',
    });
  });

  it('follows the cause and keeps since when', () => {
    expect(refreshed('sign-in-page', '2021-03-02')).toMatchObject({
      cause: 'sign-in-page',
      since: present.since,
    });
  });
});
