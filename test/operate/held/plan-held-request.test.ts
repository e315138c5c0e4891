import { describe, expect, it } from 'vitest';
import {
  type HeldBranch,
  type HeldRequest,
  type HoldStatus,
  planBranch,
  planRequest,
  type RequestView,
} from '../../../scripts/operate/held/plan-held-request.ts';
import { requestMarker, type Stamp } from '../../../scripts/operate/held/request-stamp.ts';
import { reportingDate } from '../../../site/shared/time.ts';
import { instant } from '../../world.ts';

const KEY = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const stamp = (key = KEY, date = '2021-03-02'): Stamp => ({ key, date: reportingDate(date) });

const held = (changes: Partial<Extract<HoldStatus, { kind: 'held' }>> = {}): HoldStatus => ({
  kind: 'held',
  ...stamp(),
  declined: null,
  isFresh: true,
  ...changes,
});
const recovered: HoldStatus = { kind: 'none', ended: 'recovered' };
const unread = held({ isFresh: false });
const declined = held({ declined: KEY });

const ours = (of = stamp()): HeldBranch => ({
  head: 'c1',
  stamp: of,
  hasMain: true,
  isMerged: false,
});
const persons = (hasMain = true, isMerged = false): HeldBranch => ({
  head: 'c2',
  stamp: null,
  hasMain,
  isMerged,
});

const request = (of: Stamp | null = stamp(), createdAt = '2021-03-02T18:00:00Z'): HeldRequest => ({
  kind: 'pull',
  number: 7,
  body: of ? requestMarker(of) : 'reworded',
  url: 'https://github.com/example/tracker/pull/7',
  stamp: of,
  createdAt: instant(createdAt),
});

describe('the branch of a held update', () => {
  it.each([
    ['is built for a new hold', held(), null, null, 'build', true],
    ['stays while key and date do', held(), ours(), request(), 'keep', false],
    ['is rebuilt when the key changes', held(), ours(stamp(OTHER)), request(), 'build', true],
    [
      'is rebuilt when the date changes',
      held(),
      ours(stamp(KEY, '2021-03-01')),
      request(),
      'build',
      true,
    ],
    ['is drafted again for a request that was never opened', held(), ours(), null, 'keep', true],
    [
      'is drafted again for a request whose text was not brought up to date',
      held(),
      ours(),
      request(stamp(OTHER)),
      'keep',
      true,
    ],
    ['is built when somebody deleted it', held(), null, request(), 'build', true],
    ['waits for a good read to be built', unread, null, null, 'keep', false],
    ['is not rebuilt without a good read', unread, ours(stamp(OTHER)), request(), 'keep', false],
    ['is never overwritten where a person commits', held(), persons(), request(), 'check', false],
    [
      'of a person is not rebuilt when the key changes',
      held({ key: OTHER }),
      persons(),
      request(),
      'check',
      false,
    ],
    ['that was merged is built anew', held(), persons(false, true), null, 'build', true],
    ['that was merged waits for a good read', unread, persons(false, true), null, 'keep', false],
    ['of a person takes main in', held(), persons(false), request(), 'merge-main', false],
    [
      'of a person takes main in without a read too',
      unread,
      persons(false),
      request(),
      'merge-main',
      false,
    ],
    ['of a person gets the request that a kill left out', held(), persons(), null, 'check', true],
    ['goes when the source recovers', recovered, ours(), request(), 'delete', false],
    ['goes when the source recovers, a person’s too', recovered, persons(), null, 'delete', false],
    ['is not looked for when nothing is held', recovered, null, null, 'keep', false],
    ['goes when the update was declined', declined, ours(), null, 'delete', false],
    ['is not built for a declined key', declined, null, null, 'keep', false],
    ['stays when a person reopens a declined request', declined, ours(), request(), 'keep', false],
    [
      'is built for another key than the declined one',
      held({ declined: OTHER }),
      null,
      null,
      'build',
      true,
    ],
  ] as const)('%s', (_, hold, branch, open, act, needsDraft) => {
    expect(planBranch(hold, branch, open)).toEqual({ branch: act, needsDraft });
  });
});

describe('the request of a held update', () => {
  const plan = (view: Partial<RequestView>) =>
    planRequest({
      hold: held(),
      branch: ours(),
      request: request(),
      problem: null,
      now: instant('2021-03-02T20:00:00Z'),
      today: reportingDate('2021-03-02'),
      ...view,
    });

  it.each([
    ['is opened once its branch is there', { request: null }, 'open'],
    ['is not opened without a branch', { request: null, branch: null }, 'keep'],
    ['is not opened without a good read', { request: null, hold: unread }, 'keep'],
    ['is not opened for a declined key', { request: null, hold: declined }, 'keep'],
    [
      'is not opened when nothing is held',
      { request: null, hold: recovered, branch: null },
      'keep',
    ],
    ['stays while nothing changes', {}, 'keep'],
    [
      'is edited when the key changes',
      { hold: held({ key: OTHER }), branch: ours(stamp(OTHER)) },
      'edit',
    ],
    [
      'keeps its text without a good read',
      { hold: { ...unread, key: OTHER } as HoldStatus },
      'keep',
    ],
    ['keeps the text that a person reworded', { request: request(null) }, 'keep'],
    [
      'keeps its text where a person commits',
      { branch: persons(), hold: held({ key: OTHER }) },
      'keep',
    ],
    ['stays open when a person reopens a declined one', { hold: declined }, 'keep'],
  ] as const)('%s', (_, view, act) => {
    expect(plan(view).request).toBe(act);
  });

  it('says nothing while a hold is unchanged', () => {
    expect(plan({}).comments).toEqual([]);
  });

  it.each([
    ['the source recovered', recovered, 'recovered'],
    ['it lasted', { kind: 'none', ended: 'released' } as const, 'released'],
    ['a person accepted it', { kind: 'none', ended: 'accepted' } as const, 'accepted'],
    ['its successor was declined before', held({ key: OTHER, declined: OTHER }), 'declined'],
  ])('is closed with a word when %s', (_, hold, why) => {
    expect(plan({ hold })).toEqual({
      request: 'close',
      comments: [{ kind: 'closed', id: 'closed-2021-03-02-aaaaaaaaaaaa', why }],
    });
  });

  it.each([
    ['not within the first day', '2021-03-03T17:00:00Z', undefined],
    ['after a day', '2021-03-03T18:00:00Z', 'reminder-1'],
    ['after two days still by the first', '2021-03-04T18:00:00Z', 'reminder-1'],
    ['after three days', '2021-03-05T18:00:00Z', 'reminder-3'],
    ['after a week, and no more', '2021-03-19T18:00:00Z', 'reminder-7'],
  ])('reminds %s', (_, now, id) => {
    const { comments } = plan({ now: instant(now) });
    expect(comments.find(({ kind }) => kind === 'reminder')?.id).toBe(id);
  });

  it('warns once the date of its lines is over and no read has moved them', () => {
    const today = reportingDate('2021-03-03');
    expect(plan({ hold: unread, today }).comments).toEqual([
      { kind: 'over', id: 'over-2021-03-02', date: '2021-03-02' },
    ]);
    expect(plan({ branch: persons(), today }).comments).toEqual([
      { kind: 'over', id: 'over-2021-03-02', date: '2021-03-02' },
    ]);
  });

  it('informs a reviewer of what fails in their version, and that the source has moved on', () => {
    const problem = { id: 'problem-1', text: 'a total is wrong' };
    expect(plan({ branch: persons(), problem, hold: held({ key: OTHER }) }).comments).toEqual([
      { kind: 'problem', ...problem },
      { kind: 'moved-on', id: 'moved-on-bbbbbbbbbbbb' },
    ]);
  });
});
