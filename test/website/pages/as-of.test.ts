import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes, reportingDate } from '../../../scripts/domain/time.ts';
import { mergeLedger } from '../../../scripts/ledger/merge-ledger.ts';
import type { Ledger, NoticeLine } from '../../../scripts/ledger/model.ts';
import { mergedInto } from '../../../scripts/ledger/school-aliases.ts';
import { totalsNow } from '../../../scripts/ledger/totals.ts';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { instant, schoolId, World, world } from '../../world.ts';
import { deadLinks, noAssets, plainText } from '../html.ts';
import { BASE, expectSame, inputOf, longAfter, saidOf } from './said-then.ts';

const SCHOOLS = ['a', 'b', 'c', 'd'];
const step = fc.record({
  /** Days since the read before; 0: later that day. */
  days: fc.integer({ min: 0, max: 9 }),
  changes: fc.array(fc.integer({ min: -3, max: 4 }), { minLength: 4, maxLength: 4 }),
  /** Whether two of the schools turn out to be one. */
  merge: fc.boolean(),
});

/** The ledger after each step. */
function historyOf(steps: readonly { days: number; changes: number[]; merge: boolean }[]) {
  let w = world();
  let at = instant('2021-02-20T15:00:00Z');
  const counts = new Map(SCHOOLS.map((id, index) => [id, index * 3]));
  const ledgers: Ledger[] = [];
  for (const { days, changes, merge } of steps) {
    at = addMinutes(at, days * 24 * 60 + 3);
    for (const [index, id] of [...counts.keys()].entries()) {
      counts.set(id, Math.max(0, (counts.get(id) ?? 0) + (changes[index] ?? 0)));
    }
    w = w.reads(at, Object.fromEntries(counts));
    const [from, into] = [w.ledger.schools.get(schoolId('a')), w.ledger.schools.get(schoolId('b'))];
    const hasCases = (totalsNow(w.ledger).get(schoolId('a')) ?? 0) > 0;
    if (merge && hasCases && from && into && !mergedInto(from)) {
      at = addMinutes(at, 3);
      const merged = mergeLedger(w.ledger, { from: from.id, into: into.id, at, rules: w.settings });
      w = new World(merged.ledger, w.settings);
      counts.set('b', (counts.get('a') ?? 0) + (counts.get('b') ?? 0));
      counts.delete('a');
    }
    ledgers.push(w.ledger);
  }
  return { ledgers, settings: w.settings, last: w.ledger };
}

describe('what the site said at the end of a date', () => {
  it('is what the first page showed then, whatever came later', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 14 }), (steps) => {
        const { ledgers, settings, last } = historyOf(steps);
        const later = longAfter(last, settings);
        const atEndOf = new Map(ledgers.map((ledger) => [ledger.days.at(-1)?.date, ledger]));
        for (const { date } of last.days) {
          const then = atEndOf.get(date);
          if (!then) throw new Error(`no ledger of ${date}`);
          expectSame(later, then, date);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('counts a school that was merged later, also one without cases to take over', () => {
    const before = world()
      .reads('2021-03-01', { a: [0, 'Adams'], b: [9, 'Brown'] })
      .reads('2021-03-02', { a: 3, b: 9 })
      .reads('2021-03-03', { a: 0, b: 9 });
    const read = before.reads('2021-03-05T15:00:00Z', { a: 0, b: 9 });
    const { ledger } = mergeLedger(read.ledger, {
      from: schoolId('a'),
      into: schoolId('b'),
      at: instant('2021-03-05T16:00:00Z'),
      rules: read.settings,
    });
    expectSame(longAfter(ledger, read.settings), before.ledger, reportingDate('2021-03-03'));
  });

  const w = world()
    .reads('2021-03-01', { a: [3, 'Adams'], b: 9 })
    .reads('2021-03-02', { a: 5, b: 9 })
    .reads('2021-03-03', { a: 5, b: 9 })
    .reads('2021-03-09', { a: 4, b: 9 })
    .reads('2021-03-10', { a: 4, b: 9 });
  const later = longAfter(w.ledger, w.settings);

  it('begins with the newest figure where the date has none of its own', () => {
    const headline = 'The newest figure then: 2 new cases at 1 school, on Tuesday, March 2, 2021.';
    expect(saidOf(later, reportingDate('2021-03-03')).headline).toBe(headline);
    expect(saidOf(later, reportingDate('2021-03-02')).headline).toBe('');
    expect(saidOf(later, reportingDate('2021-03-01')).headline).toBe('');
  });

  it.each([
    ['2021-03-01', '0 schools with a change'],
    ['2021-03-03', '1 school with a change'],
  ])('names the schools by their number: %s', (date, expected) => {
    const html = buildSite(
      inputOf(w.ledger, w.settings, longAfter(w.ledger, w.settings).at),
      noAssets,
    ).get(`cases/${date}/index.html`);
    expect(plainText(html ?? '')).toContain(expected);
  });

  it('says how long it stayed so where the next days were not read', () => {
    const until = (date: string) => saidOf(later, reportingDate(date)).until;
    expect(until('2021-03-03')).toContain('until Tuesday, March 9, 2021, when');
    expect(['2021-03-02', '2021-03-09', '2021-03-10'].map(until)).toEqual(['', '', '']);
  });

  it('leads to the lines as they stood: the release of the last update up to then', () => {
    const source = (date: string) => saidOf(later, reportingDate(date)).source;
    expect(source('2021-03-02')).toMatch(/blob\/data-2021-03-02\/data\/cases\.csv$/);
    expect(source('2021-03-03')).toMatch(/blob\/data-2021-03-02\/data\/cases\.csv$/);
    expect(source('2021-03-10')).toMatch(/blob\/data-2021-03-09\/data\/cases\.csv$/);
    expect(source('2021-03-01')).toMatch(/blob\/HEAD\/data\/cases\.csv$/);
  });

  it('stands on the page of every date that is over, in each language, and never changes', () => {
    const pagesOf = (ledger: Ledger, at: string) =>
      buildSite(inputOf(ledger, w.settings, instant(at)), noAssets);
    const sectionOf = (files: ReadonlyMap<string, string>, path: string) =>
      /<section aria-labelledby="as-of">[\s\S]*?<\/section>/.exec(files.get(path) ?? '')?.[0];
    const open = pagesOf(w.ledger, '2021-03-10T20:00:00Z');
    expect(sectionOf(open, 'cases/2021-03-10/index.html')).toBeUndefined();
    const over = pagesOf(w.ledger, '2021-03-11T20:00:00Z');
    const grown = pagesOf(
      w.reads('2021-03-11', { a: 1, b: 20, c: 7 }).ledger,
      '2021-03-12T20:00:00Z',
    );
    for (const folder of ['', 'es/']) {
      for (const { date } of w.ledger.days) {
        const path = `${folder}cases/${date}/index.html`;
        expect(sectionOf(over, path), path).toBeDefined();
        expect(sectionOf(grown, path), path).toBe(sectionOf(over, path));
      }
    }
    expect(deadLinks(grown, BASE)).toEqual([]);
  });

  it('names apart what was noted about a date only later', () => {
    const date = reportingDate('2021-03-02');
    const notice = (when: string, text: string): NoticeLine => ({
      noticedAt: instant(when),
      kind: 'correction',
      date,
      schoolId: null,
      text,
    });
    const notices = [
      notice('2021-03-03T05:00:00Z', 'That evening'),
      notice('2021-03-05T18:00:00Z', 'Two cases were of <b>March 1</b>'),
    ];
    const files = buildSite(
      inputOf({ ...w.ledger, notices }, w.settings, instant('2021-03-12')),
      noAssets,
    );
    const html = files.get('cases/2021-03-02/index.html') ?? '';
    const noted = /<h3>Noted about that day afterwards<\/h3>([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? '';
    expect(plainText(noted)).toContain('Friday, March 5, 2021: Two cases were of');
    expect(noted).not.toMatch(/That evening|<b>/);
    expect(deadLinks(files, BASE)).toEqual([]);
  });
});
