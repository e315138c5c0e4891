import { describe, expect, it } from 'vitest';
import type { NoticeLine } from '../../scripts/ledger/model.ts';
import { reportingDate } from '../../site/shared/time.ts';
import { instant } from '../world.ts';
import { brokenPromises, type Standing } from './promises.ts';

const promises = (entries: object): Standing['built'] => new Map(Object.entries(entries));
const COLUMN = 'column data/cases.csv: update';
const SUCCESSOR = 'column data/v2/cases.csv: update_number';
const pinned = promises({ [COLUMN]: '2', 'address data/cases.csv': '' });
const removed = promises({ 'address data/cases.csv': '', [SUCCESSOR]: '2' });
const notice = (noticedAt: string, kind: NoticeLine['kind'] = 'definition'): NoticeLine => ({
  noticedAt: instant(noticedAt),
  kind,
  date: reportingDate('2021-05-20'),
  schoolId: null,
  text: null,
});
const standing = (changes: Partial<Standing> = {}): Standing => ({
  pinned,
  built: removed,
  retired: [{ promise: COLUMN, from: reportingDate('2021-05-20'), successor: SUCCESSOR }],
  notices: [notice('2021-05-06')],
  today: reportingDate('2021-05-20'),
  ...changes,
});

describe('a promise', () => {
  it.each<[string, Partial<Standing>]>([
    ['nothing changes', { built: pinned, retired: [], notices: [] }],
    [
      'something is added',
      { built: new Map([...pinned, ['address data/new.csv', '']]), retired: [] },
    ],
    ['something goes, announced 14 days ahead, with a new version beside it', {}],
    ['the day of the change is long past', { today: reportingDate('2022-01-01') }],
    ['its end is announced, and it is still there', { built: new Map([...pinned, ...removed]) }],
  ])('is kept when %s', (_, changes) => {
    expect(brokenPromises(standing(changes))).toEqual([]);
  });

  it.each<[string, Partial<Standing>, RegExp]>([
    [
      'something goes unannounced',
      { retired: [], notices: [] },
      /is gone: nothing under "retired"/,
    ],
    [
      'it is renamed',
      { retired: [], built: promises({ 'address data/cases.csv': '', x: '' }) },
      /gone/,
    ],
    [
      'a column moves',
      { retired: [], built: promises({ ...Object.fromEntries(pinned), [COLUMN]: '3' }) },
      /was 2 and is 3/,
    ],
    [
      'there is no notice',
      { notices: [] },
      /no notice of a change of definition is about 2021-05-20/,
    ],
    [
      'the notice is of another kind',
      { notices: [notice('2021-05-01', 'correction')] },
      /no notice/,
    ],
    ['it is announced 13 days ahead', { notices: [notice('2021-05-07')] }, /13 days ahead, not 14/],
    ['its day has not come', { today: reportingDate('2021-05-19') }, /which has not come/],
    [
      'its successor is not there',
      { built: promises({ 'address data/cases.csv': '' }) },
      /is not built/,
    ],
    [
      'its successor is no later version',
      {
        built: promises({ 'address data/cases.csv': '', 'column data/cases.csv: number': '2' }),
        retired: [
          {
            promise: COLUMN,
            from: reportingDate('2021-05-20'),
            successor: 'column data/cases.csv: number',
          },
        ],
      },
      /is no later version/,
    ],
  ])('is broken when %s', (_, changes, message) => {
    const broken = brokenPromises(standing(changes));
    expect(broken).toHaveLength(1);
    expect(broken[0]).toMatch(message);
  });
});
