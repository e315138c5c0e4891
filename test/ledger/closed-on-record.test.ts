import { describe, expect, it } from 'vitest';
import { reportingDate } from '../../scripts/domain/time.ts';
import { closedOnRecord } from '../../scripts/ledger/closed-on-record.ts';
import type { NoticeLine } from '../../scripts/ledger/model.ts';
import { instant, world } from '../world.ts';

const { ledger } = world()
  .reads('2021-03-01', { a: [3, 'Adams'] })
  .reads('2021-03-02T15:00:00Z', { a: 5 })
  .reads('2021-03-04T15:00:00Z', { a: 5 })
  .reads('2021-03-04T17:00:00Z', { a: 6 });
const notice = (noticedAt: string): NoticeLine => ({
  noticedAt: instant(noticedAt),
  kind: 'outage',
  date: null,
  schoolId: null,
  text: null,
});

describe('closedOnRecord', () => {
  it.each([
    ['by the next read', '2021-03-02', [], '2021-03-04T15:00:00Z'],
    ['by a notice before it', '2021-03-02', ['2021-03-03T07:00:00Z'], '2021-03-03T07:00:00Z'],
    [
      'not by a notice that is later by UTC, but on the same day in the district',
      '2021-03-02',
      ['2021-03-03T05:59:59Z'],
      '2021-03-04T15:00:00Z',
    ],
    ['by nothing yet', '2021-03-04', ['2021-03-05T05:00:00Z'], undefined],
  ])('is closed %s', (_, date, noticed, expected) => {
    const found = closedOnRecord(
      { ...ledger, notices: noticed.map(notice) },
      reportingDate(date),
      'America/Chicago',
    );
    expect(found).toBe(expected);
  });
});
