import type { Ledger } from '../../scripts/ledger/model.ts';
import { instant, world } from '../world.ts';

const gaps = { medianMinutes: 30, p95Minutes: 60, longestMinutes: 240 };

/** A small ledger in which no part is empty: a line in each table, and each state file. */
export const everyPart: Ledger = {
  ...world()
    .reads('2021-03-01', { a: [3, 'Adams'], b: [1, 'Brown'] })
    .reads('2021-03-02', { a: [5, 'Adams'], b: [1, 'Browne'] })
    .declares({ counterRestarts: ['2021-03-06'] })
    .reads('2021-03-06', { a: 1 })
    .holds('2021-03-07', { a: 60 }).ledger,
  notices: [
    {
      noticedAt: instant('2021-03-06'),
      kind: 'restart',
      date: null,
      schoolId: null,
      text: 'It began again',
    },
  ],
  posts: [
    {
      recordedAt: instant('2021-03-06'),
      channel: 'slack',
      state: 'on',
      language: null,
      date: null,
      update: null,
      detail: null,
    },
  ],
  failing: {
    cause: 'sign-in-page',
    since: instant('2021-03-07'),
    checkedAt: instant('2021-03-07'),
  },
  oldCopy: {
    countsDigest: 'c'.repeat(64),
    since: instant('2021-03-07'),
    checkedAt: instant('2021-03-07'),
  },
  cadence: {
    ...gaps,
    measuredAt: instant('2021-03-07'),
    days: 7,
    reads: 40,
    requested: { ...gaps, lines: ['17 12 * * *'] },
  },
};
