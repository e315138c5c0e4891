import { describe, expect, it } from 'vitest';
import type { CaseLine } from '../../scripts/ledger/model.ts';
import { byId, netChanges } from '../../scripts/ledger/net-changes.ts';
import { reportingDate } from '../../site/shared/time.ts';
import { schoolId } from '../world.ts';

/** A day's lines as the ledger keeps them: by update, then by id. */
const day: readonly CaseLine[] = (
  [
    [1, 'b', 2, 7],
    [1, 'c', -5, 1],
    [1, 'd', 3, 3],
    [2, 'a', 2, 2],
    [2, 'b', 1, 8],
    [2, 'd', -3, 0],
  ] as const
).map(([update, id, newCases, totalCases]) => ({
  date: reportingDate('2021-03-02'),
  update,
  schoolId: schoolId(id),
  newCases,
  totalCases,
}));
const listed = (...args: Parameters<typeof netChanges>) =>
  netChanges(...args).map(({ schoolId: id, newCases }) => `${id} ${newCases}`);

describe('netChanges', () => {
  it('sum each school’s lines, with the total after the last of them', () => {
    expect(netChanges(day, 'rise').find(({ schoolId: id }) => id === 'b')).toEqual({
      schoolId: 'b',
      newCases: 3,
      totalCases: 8,
    });
  });

  it.each([
    ['most new cases first, corrections last', 'rise', ['b 3', 'a 2', 'd 0', 'c -5']],
    ['the biggest change first, up or down', 'size', ['c -5', 'b 3', 'a 2', 'd 0']],
  ] as const)('are listed with %s', (_, order, expected) => {
    expect(listed(day, order)).toEqual(expected);
  });

  it('that changed alike stand in the order in which they changed, or as asked', () => {
    const alike = day.filter(({ newCases }) => newCases === 2);
    expect(listed(alike, 'rise')).toEqual(['b 2', 'a 2']);
    expect(listed(alike, 'size', byId)).toEqual(['a 2', 'b 2']);
  });
});
