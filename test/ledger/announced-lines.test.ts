import { describe, expect, it } from 'vitest';
import { announcedDifferences } from '../../scripts/ledger/announced-lines.ts';
import { reportingDate } from '../../site/shared/time.ts';

const HEADER = 'reporting_date,update,school_id,new_cases,total_cases';
const cases = (...lines: string[]) =>
  new Map([['cases.csv', `${[HEADER, ...lines].join('\n')}\n`]]);
const served = cases('2021-03-01,1,a,2,2', '2021-03-02,1,a,1,3');
const through = reportingDate('2021-03-01');

describe('announcedDifferences', () => {
  it.each([
    ['allows adding a later date', cases('2021-03-01,1,a,2,2', '2021-03-03,1,a,5,7'), []],
    ['allows the open day to change', cases('2021-03-01,1,a,2,2', '2021-03-02,1,a,9,11'), []],
    [
      'names an announced line that was rewritten, as it was and as it is',
      cases('2021-03-01,1,a,3,3'),
      ['gone cases.csv:2 2021-03-01,1,a,2,2', 'new cases.csv:2 2021-03-01,1,a,3,3'],
    ],
    [
      'names one that is gone',
      cases('2021-03-02,1,a,1,3'),
      ['gone cases.csv:2 2021-03-01,1,a,2,2'],
    ],
    [
      'names one that was added to an announced date',
      cases('2021-03-01,1,a,2,2', '2021-03-01,2,b,4,4'),
      ['new cases.csv:3 2021-03-01,2,b,4,4'],
    ],
    ['names what a missing file held', new Map(), ['gone cases.csv:2 2021-03-01,1,a,2,2']],
  ])('%s', (_, head, expected) => {
    const found = announcedDifferences(served, head, through);
    expect(found.map((d) => `${d.kind} ${d.file}:${d.line} ${d.text}`)).toEqual(expected);
  });

  it('allows everything before the first date was closed', () => {
    expect(announcedDifferences(served, new Map(), null)).toEqual([]);
  });

  it('also compares notices, by an instant that every time zone calls earlier', () => {
    const header = 'noticed_at,kind,reporting_date,school_id,text';
    const notices = (...lines: string[]) =>
      new Map([['notices.csv', `${[header, ...lines].join('\n')}\n`]]);
    const before = notices('2021-02-27T10:00:00Z,held,,,', '2021-03-01T10:00:00Z,held,,,');
    const after = notices(
      '2021-02-27T10:00:00Z,held,,,',
      '2021-02-28T10:00:00Z,correction,,,"Two lines,\nthe second of no date"',
      '2021-03-01T10:00:00Z,outage,,,',
    );
    expect(announcedDifferences(before, after, through).map(({ line }) => line)).toEqual([3, 4]);
  });

  it('also compares days and updates', () => {
    const days = new Map([['days.csv', 'header\n2021-03-01,,1,1,1,\n']]);
    const updates = new Map([['updates.csv', 'header\n2021-03-01,1,x\n']]);
    expect(announcedDifferences(days, new Map(), through)).toHaveLength(1);
    expect(announcedDifferences(new Map(), updates, through)).toHaveLength(1);
  });
});
