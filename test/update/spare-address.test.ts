import { describe, expect, it } from 'vitest';
import type { ReadPlan, UpdatePlan } from '../../scripts/update/plan-update.ts';
import { type Counts, TABLE_BY_ID, world } from '../world.ts';

const district = world()
  .reads('2021-03-01', { 1: 30, 2: 10, 3: 20 }, TABLE_BY_ID)
  .reads('2021-03-02', { 1: 34, 2: 12, 3: 21 }, TABLE_BY_ID);
const spare = { ...TABLE_BY_ID, isSpare: true };

function recorded(plan: UpdatePlan): ReadPlan {
  if (plan.kind === 'held' || plan.kind === 'unread') throw new Error(`the read is ${plan.kind}`);
  return plan;
}

describe('a spare address, while the first is silent', () => {
  it.each<[string, Counts, readonly (readonly [string, number])[]]>([
    [
      'gains are news',
      { 1: 35, 2: 14, 3: 21 },
      [
        ['1', 1],
        ['2', 2],
      ],
    ],
    [
      'a fall beside gains is not one',
      { 1: 35, 2: 14, 3: 19 },
      [
        ['1', 1],
        ['2', 2],
      ],
    ],
    ['nothing is where it shows less in all: it lags behind', { 1: 31, 2: 13, 3: 21 }, []],
    ['a large fall is none, and holds nothing', { 1: 20, 2: 12, 3: 21 }, []],
  ])('%s', (_, counts, expected) => {
    const plan = recorded(district.plans('2021-03-03', counts, spare));
    expect(plan.update.cases.map((line) => [line.schoolId, line.newCases])).toEqual(expected);
    expect(plan.ledger.days.at(-1)?.date).toBe('2021-03-03');
  });

  it('says what it does not believe', () => {
    const { findings } = recorded(district.plans('2021-03-03', { 1: 35, 2: 14, 3: 19 }, spare));
    expect(findings.map(({ code }) => code)).toEqual(['spare-address-falls']);
    expect(findings[0]?.message).toMatch(/first address is silent, .*: 3 \(3\) 21 → 19$/);
  });

  it('may have started from zero: that is held as from the first', () => {
    const plan = district.plans('2021-03-03', { 1: 2, 2: 1, 3: 0 }, spare);
    expect(plan.kind === 'held' && plan.hold.reasons.map(({ guard }) => guard)).toEqual([
      'restart',
    ]);
  });

  it('is believed by nobody’s leave once it is the first', () => {
    const plan = recorded(district.plans('2021-03-03', { 1: 35, 2: 14, 3: 19 }, TABLE_BY_ID));
    expect(plan.update.line?.newCases).toBe(1);
  });
});
