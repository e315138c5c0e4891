import { describe, expect, it } from 'vitest';
import { planUpdate, type ReadPlan, type UpdatePlan } from '../../scripts/update/plan-update.ts';
import { instant, snapshotOf, World, world } from '../world.ts';

const first = { 1: 30, 2: 10 };
const second = { 1: 32, 2: 11 };
const third = { 1: 35, 2: 11 };
const district = world()
  .reads('2021-03-01', first)
  .reads('2021-03-02', second)
  .reads('2021-03-03', third);

/** The world after a plan that goes on record. */
function onceRecorded(w: World, plan: UpdatePlan): World {
  return new World(recorded(plan).ledger, w.settings);
}
function recorded(plan: UpdatePlan): ReadPlan {
  if (plan.kind === 'held' || plan.kind === 'unread') throw new Error(`the read is ${plan.kind}`);
  return plan;
}

describe('an old copy of the sheet', () => {
  it('is no update: its date is read without change, and the run says what it saw', () => {
    const plan = recorded(district.plans('2021-03-04', second));
    expect(plan.kind).toBe('checked');
    expect(plan.ledger.cases).toEqual(district.ledger.cases);
    expect(plan.ledger.days.at(-1)).toMatchObject({ date: '2021-03-04', newCases: 0 });
    expect(plan.ledger.oldCopy).toMatchObject({ since: '2021-03-04T18:00:00Z' });
    expect(plan.findings.map(({ code }) => code)).toEqual(['old-copy']);
    expect(plan.findings[0]?.message).toContain('on record until 2021-03-03');
  });

  it('is forgotten when the source shows what is on record, or news', () => {
    const seen = onceRecorded(district, district.plans('2021-03-04', second));
    expect(recorded(seen.plans('2021-03-04T20:00:00Z', third)).ledger.oldCopy).toBeNull();
    const news = recorded(seen.plans('2021-03-04T20:00:00Z', { ...third, 1: 36 }));
    expect([news.kind, news.update.line?.newCases, news.ledger.oldCopy]).toEqual([
      'published',
      1,
      null,
    ]);
  });

  it('writes nothing again on its date, and is known by its first read', () => {
    const seen = onceRecorded(district, district.plans('2021-03-04', second));
    expect(recorded(seen.plans('2021-03-04T20:00:00Z', second)).kind).toBe('unchanged');
    const next = recorded(seen.plans('2021-03-05T10:00:00Z', second));
    expect(next.ledger.oldCopy).toMatchObject({ since: '2021-03-04T18:00:00Z' });
  });

  it('is judged as news once it has lasted for a day', () => {
    const seen = onceRecorded(district, district.plans('2021-03-04', second));
    const plan = recorded(seen.plans('2021-03-05T18:00:00Z', second));
    expect([plan.kind, plan.update.line?.newCases]).toEqual(['published', -3]);
  });

  it('is published at once by whoever accepts its counts', () => {
    const { countsDigest } = district.reconciles('2021-03-04', snapshotOf(second));
    const accept = { digest: countsDigest };
    const options = { at: instant('2021-03-04'), accept };
    const plan = recorded(planUpdate(district.opened(), snapshotOf(second), options));
    expect([plan.kind, plan.update.line?.newCases]).toEqual(['published', -3]);
  });

  it.each<[string, Record<number, number>]>([
    ['before any update', first],
    ['before the last one', second],
  ])('is known by the counts from %s', (_, counts) => {
    const plan = recorded(district.plans('2021-03-04', counts));
    expect(plan.findings.map(({ code }) => code)).toEqual(['old-copy']);
  });

  it('is known by its body, even if the settings leave out a school since', () => {
    const { bodySha256 } = snapshotOf(second);
    const plan = recorded(district.plans('2021-03-04', { 1: 32 }, { bodySha256 }));
    expect(plan.findings.map(({ code }) => code)).toEqual(['old-copy']);
    const newestBody = { bodySha256: snapshotOf(third).bodySha256 };
    const settingsOnly = district.plans('2021-03-04', { 1: 36, 2: 11 }, newestBody);
    expect(recorded(settingsOnly).kind).toBe('published');
  });

  it('ends no hold, and none of its reasons', () => {
    const held = district.holds('2021-03-03T20:00:00Z', { 1: 335, 2: 11 });
    const plan = recorded(held.plans('2021-03-04', second));
    expect(plan.ledger.held).toEqual(held.ledger.held);
  });

  it.each<[string, World, string, Record<number, number>]>([
    ['older than a fortnight', district, '2021-03-20', second],
    ['of no update: a correction', district, '2021-03-04', { 1: 33, 2: 11 }],
  ])('is not what is %s', (_, w, at, counts) => {
    expect(recorded(w.plans(at, counts)).kind).toBe('published');
  });
});
