import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../../scripts/source/causes.ts';
import { editionsOf } from '../../../scripts/website/editions.ts';
import { todayOf, todayWords } from '../../../scripts/website/pages/today.ts';
import { siteData } from '../../../scripts/website/site-data.ts';
import { english } from '../../../site/shared/words/en.ts';
import { spanish } from '../../../site/shared/words/es.ts';
import { SCHOOLS } from '../../../site/shared/words/nouns.ts';
import { instant, settingsOf, World, world } from '../../world.ts';

const settings = settingsOf({ sessions: [{ from: '2021-02-01', to: '2021-03-26' }] });
const dataOf = (w: World, at: string) =>
  siteData({
    ledger: w.ledger,
    settings: w.settings,
    at: instant(at),
    baseUrl: 'https://example.org/',
    commit: null,
  });
const failing = (w: World, since: string) =>
  new World(
    { ...w.ledger, failing: { cause: 'empty', since: instant(since), checkedAt: instant(since) } },
    w.settings,
  );

/** Monday 1 and Tuesday 2 March 2021, the second with a case. */
const began = world(settings).reads('2021-03-01', { a: 1 }).reads('2021-03-02', { a: 2 });
/** Read on each day after that without a change, to the 12th. */
const silent = (last: number) => {
  let w = began;
  for (let day = 3; day <= last; day += 1) {
    w = w.reads(`2021-03-${String(day).padStart(2, '0')}`, { a: 2 });
  }
  return w;
};

const states: readonly (readonly [
  state: string,
  w: World,
  at: string,
  kind: string,
  sentence: string,
])[] = [
  ['nothing read yet', world(settings), '2021-03-01', 'nothing-read', 'Nothing was read yet.'],
  [
    'there, but the day is open',
    began,
    '2021-03-02',
    'changed',
    'Tuesday, March 2, 2021 has a number. It can still grow',
  ],
  [
    'there, and the day is over',
    began,
    '2021-03-03',
    'changed',
    'The number of Tuesday, March 2, 2021 is final',
  ],
  [
    'read, unchanged, the day is open',
    silent(3),
    '2021-03-03',
    'unchanged',
    'Read on Wednesday, March 3, 2021: nothing has changed since Tuesday, March 2, 2021. A change can still come',
  ],
  [
    'read, unchanged, the day is over',
    silent(3),
    '2021-03-04',
    'unchanged',
    'nothing had changed since Tuesday, March 2, 2021.',
  ],
  [
    'unchanged on the first day of the record',
    world(settings).reads('2021-03-01', { a: 1 }),
    '2021-03-02',
    'unchanged',
    'nothing had changed since this record began',
  ],
  [
    'no school at a weekend',
    silent(6),
    '2021-03-07',
    'no-school',
    'Saturday, March 6, 2021 is no school day',
  ],
  [
    'no school out of session',
    began.reads('2021-03-29', { a: 2 }),
    '2021-03-30',
    'no-school',
    'Monday, March 29, 2021 is no school day',
  ],
  [
    'late',
    silent(10),
    '2021-03-11',
    'late',
    'The district is late: nothing has changed for 8 days, since Tuesday, March 2, 2021.',
  ],
  ['late, at a weekend too', silent(13), '2021-03-14', 'late', 'nothing has changed for 11 days'],
  [
    'not readable',
    failing(began, '2021-03-03'),
    '2021-03-03',
    'failing',
    'could not be read since Wednesday, March 3, 2021. The last day read is Tuesday, March 2, 2021.',
  ],
  [
    'not readable from the start',
    failing(world(settings), '2021-03-03'),
    '2021-03-03',
    'failing',
    'could not be read since Wednesday, March 3, 2021.',
  ],
  [
    'held',
    began.holds('2021-03-03', { a: 99 }),
    '2021-03-03',
    'held',
    'waits for a person to check it. The last day that passed is Tuesday, March 2, 2021.',
  ],
  [
    'ended',
    began.declares({ endedOn: '2021-03-02' }),
    '2021-03-09',
    'ended',
    'the district stopped publishing on Tuesday, March 2, 2021.',
  ],
  [
    'ended while something was held',
    began.holds('2021-03-03', { a: 99 }).declares({ endedOn: '2021-03-04' }),
    '2021-03-09',
    'ended',
    'There is no number for today',
  ],
];

describe('where today’s number is', () => {
  it.each(states)('has one sentence when it is %s', (_, w, at, kind, sentence) => {
    const data = dataOf(w, at);
    const [edition] = editionsOf(w.settings);
    expect(todayOf(data).kind).toBe(kind);
    expect(todayWords(data, edition).sentence).toContain(sentence);
  });

  it('has one in every language, each different', () => {
    for (const edition of editionsOf(settings)) {
      const sentences = states.map(([, w, at]) => todayWords(dataOf(w, at), edition).sentence);
      expect(new Set(sentences).size).toBe(states.length);
    }
  });

  it('lets the reader’s clock add to it only where a later day may still be read', () => {
    const [edition] = editionsOf(settings);
    const later = states.map(([state, w, at]) => [
      state,
      todayWords(dataOf(w, at), edition).later !== null,
    ]);
    expect(later.filter(([, can]) => !can).map(([state]) => state)).toEqual([
      'nothing read yet',
      'not readable',
      'not readable from the start',
      'held',
      'ended',
      'ended while something was held',
    ]);
  });

  it.each([english(SCHOOLS), spanish(SCHOOLS)])(
    'has plain words for every cause of a failure, in $name',
    (text) => {
      expect(Object.keys(text.causes).sort()).toEqual(Object.keys(CAUSES).sort());
    },
  );
});
