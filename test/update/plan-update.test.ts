import { describe, expect, it } from 'vitest';
import { planProposal, planUpdate } from '../../scripts/update/plan-update.ts';
import { dryRunText } from '../../scripts/wording/plan-text.ts';
import { instant, settingsOf, snapshotOf, world } from '../world.ts';

const began = world(settingsOf()).reads('2021-03-01', { 1: 300, 2: 100 });

describe('planUpdate', () => {
  it('is the same for the same world, snapshot and options, and changes neither', () => {
    const open = began.opened();
    const before = JSON.stringify([...open.ledger.schools, open.ledger.days]);
    const plan = () =>
      planUpdate(open, snapshotOf({ 1: 302, 2: 100 }), {
        at: instant('2021-03-02'),
        accept: undefined,
      });
    expect(plan()).toEqual(plan());
    expect(JSON.stringify([...open.ledger.schools, open.ledger.days])).toBe(before);
  });

  it('plans the files that record it', () => {
    const plan = began.plans('2021-03-02', { 1: 302, 2: 100 });
    expect(plan).toMatchObject({ kind: 'published', passedBy: null, isFirstRead: true });
    expect(plan.kind === 'published' && [...plan.files.keys()].sort()).toEqual([
      'cases.csv',
      'days.csv',
      'updates.csv',
    ]);
  });

  it('holds what looks wrong, with no file of it', () => {
    const plan = began.plans('2021-03-02', { 1: 380, 2: 100 });
    expect(plan.kind === 'held' && plan.hold.reasons.map(({ guard }) => guard)).toContain(
      'school-surge',
    );
    expect(plan).not.toHaveProperty('files');
  });

  it('drops a read that is older than the newest on record', () => {
    const later = began.reads('2021-04-01T20:00:00Z', { 1: 301, 2: 100 });
    const world = { ...later.opened('2021-04-01T19:58:00Z') };
    const plan = planUpdate(world, snapshotOf({ 1: 309, 2: 100 }), {
      at: undefined,
      accept: undefined,
    });
    expect(plan).toMatchObject({ kind: 'unread', why: 'newer-read' });
  });
});

describe('the proposal of a held update', () => {
  const heldIn = (counts: Record<string, number>) => {
    const plan = began.plans('2021-03-02', counts);
    if (plan.kind !== 'held') throw new Error(`the read is ${plan.kind}`);
    return { plan, proposal: planProposal(began.opened(), plan) };
  };

  it('is its lines as accepting them would append them', () => {
    const { proposal } = heldIn({ 1: 380, 2: 100 });
    expect(proposal).toMatchObject({ kind: 'published', passedBy: 'person' });
    expect(proposal.files.get('cases.csv')).toContain('2021-03-02,1,1,80,380');
    expect(proposal.files.get('notices.csv')).toContain(',accepted,2021-03-02,');
  });

  it('declares a suspected restart, and holds what follows from that', () => {
    const { plan, proposal } = heldIn({ 1: 5, 2: 2 });
    expect(plan.isRestartSuspected).toBe(true);
    expect(proposal.files.get('cases.csv')).toContain('2021-03-02,1,1,5,305');
    expect(JSON.parse(proposal.files.get('district.json') ?? '').counterRestarts).toEqual([
      '2021-03-02',
    ]);
  });
});

describe('a dry run', () => {
  it('prints the commit with each line that would be written, and what would be announced', () => {
    const plan = began.plans('2021-03-02', { 1: 302, 2: 100 });
    const text = dryRunText(began.opened(), plan);
    expect(text).toContain('Would commit:\ndata: 2021-03-02, +2 new cases at 1 school\n');
    expect(text).toContain('cases.csv:\n');
    expect(text).toContain('  + 2021-03-02,1,1,2,302');
    expect(text).toContain('Would announce: update 1 of 2021-03-02');
  });

  it('prints of a held update what accepting it would write', () => {
    const plan = began.plans('2021-03-02', { 1: 380, 2: 100 });
    const text = dryRunText(began.opened(), plan);
    expect(text).toMatch(/^Once a person accepts it:\nWould commit:/);
    expect(text).toContain('  + 2021-03-02,1,1,80,380');
  });
});
