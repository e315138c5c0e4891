import { describe, expect, it } from 'vitest';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { instant, settingsOf, type World, world } from '../../world.ts';
import { deadLinks, noAssets, plainText } from '../html.ts';

const BASE = 'https://example.org/tracker/';
const build = (w: World) =>
  buildSite(
    {
      ledger: w.ledger,
      settings: w.settings,
      at: instant('2021-04-30'),
      baseUrl: BASE,
      commit: null,
    },
    noAssets,
  );
const page = (files: ReturnType<typeof build>, path: string) =>
  files.get(`${path}index.html`)?.toString() ?? '';

const record = world()
  .reads('2021-02-26', { a: [3, 'Adams'], b: [9, 'Brown'] })
  .reads('2021-02-27', { a: 5, b: 9 })
  .reads('2021-02-28', { a: 5, b: 9 })
  .reads('2021-03-03', { a: 4, b: 12 })
  .reads('2021-03-04', { a: 4, b: 10 });

/** The fields of a page's calendars by date, as class and text. */
const fields = (html: string) =>
  [...html.matchAll(/<td class="([^"]*)">(.*?)<\/td>/g)].map(([, kind, inner = '']) => ({
    kind,
    text: plainText(inner).trim(),
    link: /href="([^"]*)"/.exec(inner)?.[1],
  }));

describe('the archive', () => {
  const files = build(record);
  const march = fields(page(files, 'archive/2021-03/'));

  it('has a page for each month, with the one before and the one after', () => {
    expect(page(files, 'archive/2021-02/')).toContain('rel="next" href="../../archive/2021-03/"');
    expect(page(files, 'archive/2021-03/')).toContain('rel="prev" href="../../archive/2021-02/"');
    expect(deadLinks(files, BASE)).toEqual([]);
  });

  it('never draws a day that was not read as 0, and says so', () => {
    expect(march.filter(({ kind }) => kind === 'is-unread').map(({ text }) => text)).toEqual([
      '1 not read',
      '2 not read',
    ]);
    expect(plainText(page(files, 'archive/2021-03/'))).toContain(
      'Mar 1, 2021 to Mar 2, 2021 (2 days)',
    );
  });

  it('links each day read, with its figure as text', () => {
    expect(fields(page(files, 'archive/2021-02/')).filter(({ link }) => link)).toEqual([
      { kind: 'heat-0', text: '26 0', link: '../../cases/2021-02-26/' },
      { kind: 'heat-2', text: '27 2', link: '../../cases/2021-02-27/' },
      { kind: 'heat-0', text: '28 0', link: '../../cases/2021-02-28/' },
    ]);
  });

  it('marks a day with a correction, even when more was added than taken back', () => {
    expect(march.filter(({ link }) => link).map(({ kind, text }) => [kind, text])).toEqual([
      ['heat-2 has-correction', '3 2'],
      ['heat-0 has-correction', '4 −2'],
    ]);
  });

  it('lists and explains each correction of the month', () => {
    const text = plainText(page(files, 'archive/2021-03/'));
    expect(text).toContain('A minus means a correction');
    expect(text).toContain('Mar 3, 2021 Adams −1');
    expect(text).toContain('Mar 4, 2021 Brown −2');
    expect(page(files, 'archive/2021-02/')).not.toContain('correction:');
  });

  it('explains its colours by the classes that draw them', () => {
    expect(plainText(page(files, 'archive/'))).toContain('New cases: 0 1 2 with a correction');
  });

  it('works before anything was read', () => {
    expect(plainText(page(build(world()), 'archive/'))).toContain('Nothing was read yet');
  });
});

describe('the order and the sums of the archive', () => {
  const settings = settingsOf({
    schoolYears: [
      { name: '2019–20', firstDay: '2019-09-03' },
      { name: '2020–21', firstDay: '2020-09-08' },
      { name: '2021–22', firstDay: '2021-08-30' },
      { name: '2022–23', firstDay: '2022-08-22' },
    ],
  });
  const w = world(settings)
    .reads('2020-11-30', { a: [5, 'Adams'], b: 9 })
    .reads('2020-12-31', { a: 7, b: 9 })
    .reads('2021-01-01', { a: 8, b: 8 })
    .reads('2021-08-29', { a: 11, b: 8 })
    .reads('2021-08-30', { a: 12, b: 8 })
    .reads('2021-09-02', { a: 12, b: 8 });
  const files = buildSite(
    {
      ledger: w.ledger,
      settings,
      at: instant('2021-09-30'),
      baseUrl: BASE,
      commit: null,
    },
    noAssets,
  );
  const html = page(files, 'archive/');
  const order = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, found]) => found);

  it('is one: the newest year, and in it the newest month, comes first', () => {
    expect(order(/<h2 id="y(\d+)">/g)).toEqual(['2021', '2020']);
    const months = order(/<a href="[^"]*archive\/(\d{4}-\d{2})\/">/g);
    expect(months).toEqual([...months].sort().reverse());
    expect(months).toHaveLength(11);
  });

  it('holds for days not read and for corrections too', () => {
    const text = plainText(html);
    expect(text.indexOf('Aug 31, 2021 to Sep 1, 2021')).toBeGreaterThan(0);
    expect(text.indexOf('Aug 31, 2021 to Sep 1, 2021')).toBeLessThan(
      text.indexOf('Dec 1, 2020 to Dec 30, 2020'),
    );
  });

  it('gives each calendar year its new cases, and the dates with a change', () => {
    const text = plainText(html);
    expect(text).toContain('2021 4 new cases, on 3 dates with a change.');
    expect(text).toContain('2020 2 new cases, on 1 date with a change.');
  });

  it('gives each school year that is on record its own sum, which divides a month', () => {
    const years = /<dl class="facts">([\s\S]*?)<\/dl>/.exec(html)?.[1] ?? '';
    expect(plainText(years).trim()).toBe(
      '2021–22 1 new case, Aug 30, 2021 to Sep 2, 2021 2020–21 5 new cases, Nov 30, 2020 to Aug 29, 2021',
    );
  });

  it('adds up: years, school years and days are one record', () => {
    const total = w.ledger.days.reduce((sum, { newCases }) => sum + newCases, 0);
    const sums = (pattern: RegExp) => order(pattern).reduce((sum, found) => sum + Number(found), 0);
    expect(sums(/<h2 id="y\d+">\d+<\/h2>\s*<p>(\d+) new/g)).toBe(total);
    expect(sums(/<dd>(\d+) new/g)).toBe(total);
  });

  it('asks nothing of settings without school years', () => {
    const plain = build(world(settingsOf({ schoolYears: [] })).reads('2021-03-01', { a: 1 }));
    expect(page(plain, 'archive/')).not.toContain('by-year');
  });
});

describe('the list of dates', () => {
  it('stays light: it holds the newest, and leads to the archive for the others', () => {
    let long = world();
    for (let day = 1; day <= 70; day += 1) {
      const date = new Date(Date.UTC(2021, 0, day)).toISOString().slice(0, 10);
      long = long.reads(date, { a: day });
    }
    const html = page(build(long), 'cases/');
    expect(html.match(/<th scope="row">/g)?.length).toBeLessThanOrEqual(60 + 1);
    expect(plainText(html)).toContain('The newest 60 dates read');
    expect(html).toContain('href="../archive/"');
  });
});
