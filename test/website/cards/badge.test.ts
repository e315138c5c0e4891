import { describe, expect, it } from 'vitest';
import { badge } from '../../../scripts/website/cards/badge.ts';
import { siteData } from '../../../scripts/website/site-data.ts';
import { instant, world } from '../../world.ts';

const gaps = (medianMinutes: number) => ({ medianMinutes, p95Minutes: 480, longestMinutes: 785 });
const { ledger, settings } = world().reads('2021-03-01', { 1: 2 });
const built = (changes: object) =>
  badge(
    siteData({
      ledger: { ...ledger, ...changes },
      settings,
      at: instant('2021-03-02'),
      baseUrl: 'https://example.org/',
      commit: null,
      cards: false,
    }),
  );

describe('the badge', () => {
  it('says how often the source is really read, beside what was asked for', () => {
    const requested = { ...gaps(30), lines: [] };
    const cadence = {
      ...gaps(95),
      requested,
      days: 30,
      reads: 99,
      measuredAt: instant('2021-03-01'),
    };
    const [[path, svg] = ['', '']] = built({ cadence });
    expect(path).toBe('badge.svg');
    expect(svg).toContain('1 h 35 min (asked: 30 min)');
    expect(svg).toContain('at most 13 h 5 min apart');
  });

  it('does not exist before reads were measured', () => {
    expect(built({})).toEqual([]);
  });
});
