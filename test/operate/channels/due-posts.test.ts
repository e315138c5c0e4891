import { describe, expect, it } from 'vitest';
import { reportingDate } from '../../../scripts/domain/time.ts';
import type { PostLine } from '../../../scripts/ledger/model.ts';
import { planPosts } from '../../../scripts/operate/channels/due-posts.ts';
import { instant, settingsOf, world } from '../../world.ts';
import { switched } from './announcing.ts';

const settings = (channel: object = {}) => settingsOf({ channels: { slack: channel } });
/** Changes on 2, 4 (twice) and 5 March; the 3rd was read without any. */
const { ledger } = world()
  .reads('2021-03-01', { a: 2 })
  .reads('2021-03-02', { a: 5 })
  .reads('2021-03-03', { a: 5 })
  .reads('2021-03-04T15:00:00Z', { a: 6 })
  .reads('2021-03-04T18:00:00Z', { a: 5 })
  .reads('2021-03-05', { a: 9 });

function plan(now: string, posts: readonly PostLine[] = [switched('slack')], channel: object = {}) {
  return planPosts({
    ledger: { ...ledger, posts },
    settings: settings(channel),
    ready: new Set(['slack']),
    isComplete: true,
    now: instant(now),
  });
}
const due = (...args: Parameters<typeof plan>) =>
  plan(...args).due.map(({ date, update, language }) =>
    [date, update, language].filter(Boolean).join(' '),
  );

const line = (date: string, state: PostLine['state'], recordedAt: string): PostLine => ({
  recordedAt: instant(recordedAt),
  channel: 'slack',
  state,
  language: 'en',
  date: reportingDate(date),
  update: null,
  detail: null,
});

describe('the posts that are due', () => {
  it.each([
    [
      'are those of dates that are over',
      '2021-03-05T06:00:00Z',
      ['2021-03-02 en', '2021-03-04 en'],
    ],
    [
      'are none of a date that is open where the district is',
      '2021-03-05T05:59:00Z',
      ['2021-03-02 en'],
    ],
    ['are none of a date without a change', '2021-03-04T12:00:00Z', ['2021-03-02 en']],
    [
      'are none of more than a week ago',
      '2021-03-10T06:01:00Z',
      ['2021-03-04 en', '2021-03-05 en'],
    ],
  ])('%s', (_, now, expected) => {
    expect(due(now)).toEqual(expected);
  });

  it('are those of each update, in each language, where the settings say so', () => {
    const channel = { per: 'update', languages: ['en', 'es'] };
    const now = '2021-03-04T18:30:00Z';
    expect(due(now, [switched('slack', '2021-03-03')], channel)).toEqual([
      '2021-03-04 1 en',
      '2021-03-04 1 es',
      '2021-03-04 2 en',
      '2021-03-04 2 es',
    ]);
  });

  it('are at most five in a run, oldest first', () => {
    const channel = { per: 'update', languages: ['en', 'es'] };
    expect(due('2021-03-05T20:00:00Z', [switched('slack')], channel)).toHaveLength(5);
  });

  it('are none that closed before the channel was switched on', () => {
    expect(due('2021-03-06T08:00:00Z', [switched('slack', '2021-03-03T06:00:00Z')])).toEqual([
      '2021-03-04 en',
      '2021-03-05 en',
    ]);
  });

  it('are none that were sent, or that nobody knows of', () => {
    const posts = [
      switched('slack'),
      line('2021-03-02', 'sent', '2021-03-03T07:00:00Z'),
      line('2021-03-04', 'unclear', '2021-03-05T07:00:00Z'),
    ];
    expect(due('2021-03-06T08:00:00Z', posts)).toEqual(['2021-03-05 en']);
  });

  it('are none of imported days, which have no update', () => {
    const posts = [switched('slack')];
    const facts = {
      ledger: { updates: [], posts },
      settings: settings(),
      now: instant('2021-03-06'),
    };
    expect(planPosts({ ...facts, ready: new Set(['slack']), isComplete: true }).due).toEqual([]);
  });
});

describe('a channel', () => {
  it.each([
    [1, '2021-03-03T07:59:00Z', '2021-03-03T08:00:00Z'],
    [2, '2021-03-03T08:59:00Z', '2021-03-03T09:00:00Z'],
    [3, '2021-03-03T10:59:00Z', '2021-03-03T11:00:00Z'],
    [7, '2021-03-03T18:59:00Z', '2021-03-03T19:00:00Z'],
  ])('that failed %i times rests until then, and no longer', (times, before, then) => {
    const failed = Array.from({ length: times }, (_, index) =>
      line('2021-03-02', 'failed', `2021-03-03T06:${String(60 - times + index)}:00Z`),
    );
    // The last of them counts.
    const posts = [
      switched('slack'),
      ...failed.slice(0, -1),
      line('2021-03-02', 'failed', '2021-03-03T07:00:00Z'),
    ];
    expect(plan(before, posts)).toMatchObject({ due: [], waiting: [{ date: '2021-03-02' }] });
    expect(plan(then, posts)).toMatchObject({ due: [{ date: '2021-03-02' }], waiting: [] });
  });

  it('that is only missing its secrets on a person’s machine stays on', () => {
    const facts = {
      ledger: { ...ledger, posts: [switched('slack')] },
      settings: settings(),
      ready: new Set<'slack'>(),
      now: instant('2021-03-06'),
    };
    expect(planPosts({ ...facts, isComplete: false })).toEqual({ lines: [], due: [], waiting: [] });
    expect(planPosts({ ...facts, isComplete: true }).lines).toMatchObject([{ state: 'off' }]);
  });
});
