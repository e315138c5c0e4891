import { describe, expect, it } from 'vitest';
import { mergeLedger } from '../../../scripts/ledger/merge-ledger.ts';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { rankingOf, type SearchableSchool } from '../../../site/find/rank-schools.ts';
import { reportingDate } from '../../../site/shared/time.ts';
import { instant, schoolId, World, world } from '../../world.ts';
import { deadLinks, noAssets, plainText } from '../html.ts';

const build = (w: World) =>
  buildSite(
    {
      ledger: w.ledger,
      settings: w.settings,
      at: instant('2021-04-30'),
      baseUrl: 'https://example.org/tracker/',
      commit: null,
    },
    noAssets,
  );
const htmlOf = (w: World, id: string) => build(w).get(`schools/${id}/index.html`) ?? '';
const textOf = (w: World, id: string) => plainText(htmlOf(w, id));

/** Reads every day of March 2021 up to `last`; school a has what `counts` says on that day. */
function march(last: number, counts: (day: number) => number, start = world()): World {
  let now = start;
  for (let day = 1; day <= last; day += 1) {
    const date = `2021-03-${String(day).padStart(2, '0')}`;
    now = now.reads(date, { a: [counts(day), 'Adams'], b: [0, 'Brown'] });
  }
  return now;
}

describe('a school’s page', () => {
  it('counts 7, 14 and 21 days, the school year and all, beside the week before', () => {
    const text = textOf(
      march(22, (day) => day, world().school('a', 0)),
      'a',
    );
    expect(text).toMatch(/7 in the last 7 days The same as in the 7 days before: 7/);
    expect(text).toMatch(/14 in the last 14 days 21 in the last 21 days/);
    expect(text).toMatch(/21 in the school year 2020–21 22 in all/);
  });

  it.each([
    ['up', (day: number) => (day > 14 ? 5 : 2), 'Up: 3 in the last 7 days, 0 in the 7 days before'],
    ['down', (day: number) => (day > 9 ? 4 : 2), 'Down: 0 in the last 7 days, 2 in the 7 days'],
  ])('says that it goes %s', (_, counts, words) => {
    expect(textOf(march(21, counts), 'a')).toContain(words);
  });

  it('compares no weeks of which a day was not read, and says how many were not', () => {
    const w = march(14, () => 1).reads('2021-03-16', { a: 3 });
    const text = textOf(w, 'a');
    expect(text).toContain('Not every day of the last two weeks was read');
    expect(text).toContain('Of the last 21 days 1 was not read');
    expect(
      textOf(
        march(21, (day) => day),
        'a',
      ),
    ).not.toContain('not read');
  });

  it.each([
    ['a rate where the pupils are known', { enrollment: 200 }, /1 per 100 pupils.*Small numbers/],
    ['none where they are not', { enrollment: null }, undefined],
    ['none where the registry says 0', { enrollment: 0 }, undefined],
  ])('gives %s', (_, facts, words) => {
    const text = textOf(
      world()
        .school('a', 0, { name: 'Adams', ...facts })
        .reads('2021-03-01', { a: 1 })
        .reads('2021-03-02', { a: 3 }),
      'a',
    );
    if (words) expect(text).toMatch(words);
    else expect(text).not.toContain('per 100');
  });

  it('gives no rate, and explains the minus, where more was taken back than added', () => {
    const text = textOf(
      world()
        .school('a', 0, { enrollment: 100 })
        .reads('2021-03-01', { a: 5 })
        .reads('2021-03-02', { a: 3 }),
      'a',
    );
    expect(text).toContain('−2 in the last 7 days');
    expect(text).not.toContain('per 100');
    expect(text).toContain('A minus means a correction');
  });

  it('distinguishes unknown from 0', () => {
    const text = textOf(
      world()
        .school('a', 0, { enrollment: 400, vaccinatedOneDose: 0, vaccinatedComplete: null })
        .reads('2021-03-01', { a: 1 }),
      'a',
    );
    expect(text).toContain('Pupils enrolled 400');
    expect(text).toContain('one dose of a vaccine 0 (0% of those enrolled)');
    expect(text).toContain('Pupils fully vaccinated unknown');
  });

  it('prints a share as the map’s table does', () => {
    const facts = { latitude: 42, longitude: -88, enrollment: 160, vaccinatedOneDose: 100 };
    const files = build(world().school('a', 0, facts).reads('2021-03-01', { a: 1 }));
    const pages = ['schools/a/index.html', 'map/index.html'];
    const shares = pages.map((path) => plainText(files.get(path) ?? '').match(/\b[\d.]+%/g));
    expect(shares).toEqual([['62.5%'], ['62.5%']]);
  });

  it('works without a case, a place or an enrollment', () => {
    const located = { latitude: 42, longitude: -88, enrollment: 400 };
    const w = march(2, () => 1, world().school('c', 0, located));
    const text = textOf(w, 'b');
    expect(text).toContain('No cases were reported for this school');
    expect(text).toContain('Pupils enrolled unknown');
    expect(text).toContain('We do not know where this school is');
    expect(htmlOf(w, 'b')).not.toContain('<svg');
  });

  it('says that there is no figure yet, and never 0', () => {
    const w = march(2, () => 1).school('z', 0, { name: 'Zane', baselineCases: null });
    const files = build(w);
    const text = plainText(files.get('schools/z/index.html') ?? '');
    expect(text).toContain('The district has shown no figure for this school yet.');
    expect(text).not.toMatch(/\b0 (new )?cases|in all/);
    expect(plainText(files.get('schools/index.html') ?? '')).toMatch(/Zane – – – no figure yet/);
    expect(plainText(files.get('embed/z/index.html') ?? '')).toMatch(/– new .* no figure yet/);
    expect(files.get('cards/schools/z.png')).toMatch(/no figure yet/);
    const { schools } = JSON.parse(files.get('api/v1/schools.json') ?? '{}');
    const flags = schools.map((school: object) => 'no_figure_yet' in school);
    expect(flags).toEqual([false, false, true]);
  });

  it('goes by its longer name, and keeps the source’s beside it', () => {
    const facts = { name: 'ADDAMS', aliases: ['label:Jane Addams Elementary School'] };
    const w = world()
      .school('a', 3, facts)
      .reads('2021-03-01', { a: 3 })
      .reads('2021-03-02', { a: 5 });
    const files = build(w);
    const text = plainText(files.get('schools/a/index.html') ?? '');
    expect(text).toMatch(/^\s*Jane Addams Elementary School · /);
    expect(text).toContain('In the source ADDAMS');
    expect(text).not.toContain('Formerly');
    expect(plainText(files.get('index.html') ?? '')).toContain('Jane Addams Elementary School +2');
    const { schools } = JSON.parse(files.get('api/v1/schools.json') ?? '{}');
    expect(schools[0]).toMatchObject({
      name: 'Jane Addams Elementary School',
      sheet_name: 'ADDAMS',
      former_names: [],
    });
    for (const query of ['jane addams', 'ADDAMS', 'elementry addams']) {
      expect(rankingOf<SearchableSchool>(schools)(query)[0]?.school.id).toBe('a');
    }
    expect(files.get('data/schools.csv')).toContain('a,ADDAMS,');
    expect(files.get('feeds/updates.rss')).toContain('ADDAMS');
  });

  it('has no field that would be empty for every school', () => {
    const text = textOf(
      march(2, () => 1),
      'b',
    );
    expect(text).not.toMatch(/enrolled|The nearest|where this school is|Map/);
  });

  it('names the nearest schools with their distance and their last 14 days', () => {
    const place = (latitude: number) => ({ latitude, longitude: -87.6 });
    const text = textOf(
      world()
        .school('a', 0, { name: 'Adams', ...place(41.8) })
        .school('b', 0, { name: 'Brown', ...place(41.9) })
        .reads('2021-03-01', { a: 1, b: 1 })
        .reads('2021-03-02', { a: 1, b: 4 }),
      'a',
    );
    expect(text).toContain('Brown 6.9 miles 3');
  });

  it('offers its own feeds in its head, and its files', () => {
    const html = htmlOf(
      march(2, () => 1),
      'a',
    );
    expect(html).toContain(
      '<link rel="alternate" type="application/atom+xml" title="Adams: each change" href="feed.atom">',
    );
    expect(html).toContain('href="../../api/v1/schools/a.json"');
  });

  it('puts the id beside a name that two schools have', () => {
    const html = htmlOf(world().reads('2021-03-01', { a: [1, 'Adams'], b: [1, 'Adams'] }), 'b');
    expect(html).toContain('<h1>Adams (b)</h1>');
    expect(html).toContain('<title>Adams (b) ');
  });

  it('lists its notices and corrections, newest first, with a link to each', () => {
    const w = world()
      .reads('2021-03-01', { a: [3, 'Adams'], b: [3, 'Brown'] })
      .reads('2021-03-02', { a: 5, b: 4 })
      .reads('2021-03-04', { a: 4, b: 4 });
    const notice = {
      noticedAt: instant('2021-03-05'),
      kind: 'correction' as const,
      date: reportingDate('2021-03-02'),
      schoolId: schoolId('a'),
      text: 'One case of March 2 was at Brown',
    };
    const noticed = new World({ ...w.ledger, notices: [notice] }, w.settings);
    const html = htmlOf(noticed, 'a');
    expect(plainText(html)).toMatch(
      /Notices and corrections Friday, March 5, 2021 : One case of March 2 was at Brown\. Thursday, March 4, 2021 : A correction: 5 in all became 4\./,
    );
    expect(html).toContain(
      '<a href="../../cases/2021-03-02/#notice-2021-03-05T180000Z-correction-2021-03-02-a">',
    );
    expect(html).toContain('<a href="../../updates/2021-03-04/1/#a">');
    expect(textOf(noticed, 'b')).not.toContain('Notices and corrections');
  });

  it('says since when a report counts where a day before it was not read', () => {
    const w = march(2, (day) => day).reads('2021-03-05', { a: 9, b: 0 });
    const text = textOf(w, 'a');
    expect(text).toContain('Fri, Mar 5, 2021 since Mar 2, 2021 · update 1');
    expect(text).toContain('Tue, Mar 2, 2021 update 1');
  });
});

describe('a school that was merged into another', () => {
  const apart = world()
    .reads('2021-03-01', { a: [3, 'Adams'], b: [4, 'Brown'] })
    .reads('2021-03-02', { a: [5, 'Adams'], b: [4, 'Brown'] });
  const { ledger } = mergeLedger(apart.ledger, {
    from: schoolId('b'),
    into: schoolId('a'),
    at: instant('2021-03-02T19:00:00Z'),
    rules: apart.settings,
  });
  const settings = { ...apart.settings, site: { ...apart.settings.site, originalFiles: true } };
  const merged = new World(ledger, settings);
  const files = build(merged);

  it('keeps its address, its reports and its files, and leads to the other one', () => {
    const html = htmlOf(merged, 'b');
    expect(plainText(html)).toContain('This is one school with Adams, which has its cases now.');
    expect(html).toContain('<a href="../../schools/a/">Adams</a>');
    expect(html).toContain('−4');
    expect(files.has('schools/b/feed.rss')).toBe(true);
    expect(files.has('api/v1/schools/b.json')).toBe(true);
    expect(files.get('data/allCpsCovidData.csv')).toContain('Brown');
  });

  it('is in no list of schools, is counted once, and is found under the other one’s name', () => {
    const list = files.get('schools/index.html') ?? '';
    expect(list).toContain('schools/a/');
    expect(list).not.toContain('schools/b/');
    expect(JSON.parse(files.get('api/v1/schools.json') ?? '').schools).toMatchObject([
      { id: 'a', former_names: ['Brown'], total_cases: 9 },
    ]);
    expect(JSON.parse(files.get('api/v1/district.json') ?? '')).toMatchObject({
      school_count: 1,
      total_cases: 9,
    });
  });

  it('leaves no link that leads nowhere', () => {
    expect(deadLinks(files, 'https://example.org/tracker/')).toEqual([]);
  });
});
