import { describe, expect, it } from 'vitest';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { addDays, reportingDate } from '../../../site/shared/time.ts';
import { instant, settingsOf, type World, world } from '../../world.ts';
import { noAssets, plainText } from '../html.ts';

const pageOf = (w: World, path = '') =>
  buildSite(
    {
      ledger: w.ledger,
      settings: w.settings,
      at: instant('2022-12-31'),
      baseUrl: 'https://example.org/tracker/',
      commit: null,
    },
    noAssets,
  ).get(`${path}index.html`) ?? '';

/** Reads each day from a date on; `growth` is what comes on each. */
function reads(start: World, from: string, days: number, growth: (day: number) => number): World {
  let [now, total] = [start, 10];
  for (let day = 0; day < days; day += 1) {
    total += growth(day);
    now = now.reads(addDays(reportingDate(from), day), { a: [total, 'Adams'], b: [0, 'Brown'] });
  }
  return now;
}

/** The spans of a page's charts, as links name them; the first is marked. */
const spansIn = (html: string) =>
  [...html.matchAll(/<nav class="spans[^"]* is-first"[\s\S]*?<\/nav>/g)].flatMap(([nav]) =>
    [...nav.matchAll(/<a href="#span-(\w+)"( aria-current)?[^>]*>([^<]*)</g)].map(
      ([, key, current, label]) => `${current ? '>' : ''}${key}: ${label}`,
    ),
  );
const viewsIn = (html: string) => [...html.matchAll(/<div class="view span-(\w+)/g)].length;
const captions = (html: string) => [
  ...html.matchAll(/<section class="chart" aria-label="([^"]*)"/g),
];

describe('charts', () => {
  it('begin with the school year, and offer what is shorter and the whole record', () => {
    const html = pageOf(reads(world(), '2020-07-01', 200, (day) => day % 3));
    expect(spansIn(html)).toEqual([
      '30: 30 days',
      '90: 90 days',
      '>year: School year 2020–21',
      'all: All',
    ]);
    expect(viewsIn(html)).toBe(4 * 3);
    expect(plainText(html)).toContain('· Sep 8, 2020 to Jan 16, 2021');
  });

  it('begin with 12 months where no year is set', () => {
    const start = world(settingsOf({ schoolYears: [] }));
    const html = pageOf(
      reads(start, '2020-07-01', 400, (day) => day % 3),
      'schools/a/',
    );
    expect(spansIn(html)).toEqual(['30: 30 days', '90: 90 days', '>year: 12 months', 'all: All']);
    expect(viewsIn(html)).toBe(4);
  });

  it('have no choice while the record is short, and none are drawn before it begins', () => {
    const html = pageOf(reads(world(), '2020-10-01', 20, () => 1));
    expect([spansIn(html), viewsIn(html)]).toEqual([[], 3]);
    expect(pageOf(world().school('a', 0))).not.toContain('class="charts"');
  });

  it('name the days of whole weeks, and what came in them, where a span begins inside a week', () => {
    const html = pageOf(reads(world(), '2021-09-01', 92, () => 1));
    const view = /<h2 id="by-week-30-heading">[\s\S]*?<svg[^>]*aria-label="([^"]*)"/.exec(html);
    // Thirty days up to Wednesday, December 1 begin on a Tuesday; the week of it on November 1.
    expect(plainText(view?.[0] ?? '')).toContain('Nov 1, 2021 to Dec 1, 2021');
    expect(view?.[1]).toMatch(/^From Nov 1, 2021 to Dec 1, 2021: 31 in all/);
  });

  it('say what a week brought where the source reports once a week, and draw no weeks beside it', () => {
    const weekly = reads(world(), '2020-10-01', 85, (day) => (day % 7 === 5 ? 4 : 0));
    const html = pageOf(weekly);
    expect(plainText(html)).toContain('4 new cases in the week to');
    expect(captions(html).map(([, caption]) => caption)).toEqual([
      'New cases by report; a bar is as wide as the days that it covers',
      'New cases added up',
    ]);
    const daily = pageOf(reads(world(), '2020-10-01', 85, (day) => (day % 7 < 5 ? 4 : 0)));
    expect(captions(daily)).toHaveLength(3);
    expect(plainText(daily)).not.toContain('in the week to');
  });

  it('say that nothing came in a span, though there is something before', () => {
    const html = pageOf(
      reads(world(), '2020-09-01', 120, (day) => (day === 5 ? 2 : 0)),
      'schools/a/',
    );
    expect(plainText(html)).toContain('2 new cases in 1 report');
    expect(plainText(html)).toContain('No new cases since Nov 30, 2020');
  });

  it('have a slider for each, which stands on the last day and says what it shows', () => {
    const html = pageOf(
      reads(world(), '2020-10-01', 40, () => 1),
      'schools/a/',
    );
    const [, max, value, says] =
      /<input type="range" max="(\d+)" value="(\d+)"[^>]* aria-valuetext="([^"]*)"/.exec(html) ??
      [];
    expect([max, value]).toEqual(['29', '29']);
    expect(says).toBe('Mon, Nov 9, 2020: 1 new case');
  });
});
