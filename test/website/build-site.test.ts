import { describe, expect, it } from 'vitest';
import { buildSite } from '../../scripts/website/build-site.ts';
import { instant, schoolId, World, world } from '../world.ts';
import { deadLinks, noAssets, plainText, readPage } from './html.ts';

const BASE = 'https://example.org/tracker/';
const build = (w: World, at = '2021-03-10', baseUrl = BASE) =>
  buildSite(
    { ledger: w.ledger, settings: w.settings, at: instant(at), baseUrl, commit: 'abc' },
    noAssets,
  );
const page = (files: ReadonlyMap<string, string>, path: string) =>
  files.get(`${path}index.html`) ?? '';
const text = plainText;

const began = world()
  .reads('2021-03-01', { a: [3, 'Adams'], b: [1, 'Brown'] })
  .reads('2021-03-02', { a: [5, 'Adams'], b: [1, 'Brown'] });

describe('the site', () => {
  const full = began
    .reads('2021-03-05T15:00:00Z', { a: [4, 'Adams'], b: [2, 'Brown'], c: [1, 'Carver'] })
    .reads('2021-03-05T17:00:00Z', { a: [4, 'Adams'], b: [4, 'Brown'], c: [1, 'Carver'] })
    .reads('2021-03-06', { a: [4, 'Adams'], b: [4, 'Brown'], c: [1, 'Carver'] });
  const files = build(full);

  it('is the same bytes for the same ledger, instant and address', () => {
    expect(build(full)).toEqual(files);
  });

  it('changes nothing but its stamp and status with the build’s instant, while the same days are closed', () => {
    const later = build(full, '2021-03-11');
    const differing = [...files].filter(([path, bytes]) => later.get(path) !== bytes);
    expect(differing.map(([path]) => path)).toEqual([
      'build.json',
      'es/status/index.html',
      'status/index.html',
    ]);
  });

  it('has no dead link', () => {
    expect(deadLinks(files, BASE)).toEqual([]);
  });

  it('gives every page its own title and description, one heading, and a strict policy', () => {
    const pages = [...files]
      .filter(([path]) => path.endsWith('.html'))
      .map(([path, html]) => ({ path, ...readPage(html) }));
    for (const language of [/^es\//, /^(?!es\/)/]) {
      const own = pages.filter(({ path }) => language.test(path));
      expect(own.length).toBeGreaterThan(10);
      expect(new Set(own.map(({ title }) => title)).size).toBe(own.length);
      expect(new Set(own.map(({ description }) => description)).size).toBe(own.length);
    }
    for (const { html } of pages) {
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(html).toContain("default-src 'self'");
      expect(html).not.toMatch(
        /\sstyle=|<style|<script(?! type="application\/ld\+json">)(?! type="module" src=)|\son\w+=/,
      );
    }
  });

  it('says what is new, where, on which day, and since when', () => {
    const home = text(page(files, ''));
    expect(home).toContain('3 new cases at 3 schools');
    expect(home).toContain('Reported on Friday, March 5, 2021 , since Tuesday, March 2, 2021');
    expect(home).toContain('Also read, without a change: Mar 6, 2021');
    expect(home).toContain('end on Saturday, March 6, 2021');
  });

  it('keeps what is counted whole in headings, where a break would leave a number', () => {
    const counted = { singular: 'COVID-19 case', plural: 'COVID-19 cases' };
    const home = page(build(full.declares({ counted })), '');
    expect(home).toMatch(/<h1[^>]*>3 new <span class="whole">COVID-19<\/span> cases /);
    expect(home).toMatch(
      /<title>[^<]*<\/title>\n<meta name="description" content="3 new COVID-19 /,
    );
    expect(text(home)).toMatch(/New COVID-19 cases week by week New cases by calendar week/);
  });

  it('ends no sentence twice, whatever a time of day ends in', () => {
    expect(text(page(files, 'es/updates/2021-03-05/2/'))).toMatch(
      /Vista a las 11:00 a\.m\. El día/,
    );
    for (const [path, html] of files) {
      if (path.endsWith('.html')) expect(text(html), path).not.toMatch(/\.\./);
    }
  });

  it('says of a day without a change no number of schools', () => {
    expect(text(page(files, 'cases/2021-03-06/'))).toContain('0 new cases. The district’s numbers');
  });

  it('marks schools that changed lately where all are listed, and says so', () => {
    const later = full.reads('2021-03-25', { a: [4, 'Adams'], b: [4, 'Brown'], c: [2, 'Carver'] });
    const list = page(build(later, '2021-03-26'), 'schools/');
    expect(list.match(/class="is-active"/g)).toHaveLength(1);
    expect(text(list)).toContain('Bold: a change in the last 14 days.');
    expect(page(build(later, '2021-03-26'), '')).not.toContain('is-active');
  });

  it('shows each update of a day, and explains a correction where it stands', () => {
    const date = text(page(files, 'cases/2021-03-05/'));
    expect(date).toContain('In 2 updates');
    expect(date).toContain('Update 1, 9:00 AM');
    expect(date).toContain('Adams −1 4');
    expect(date).toContain('A minus means a correction');
    expect(text(page(files, 'schools/a/'))).toContain('A minus means a correction');
    expect(text(page(files, 'schools/b/'))).not.toContain('A minus means a correction');
  });

  it('draws days that were not read as a gap, and never as 0', () => {
    expect(text(page(files, 'cases/'))).toContain('2 days before it not read');
    expect(files.has('cases/2021-03-03/index.html')).toBe(false);
  });

  it('says of the first day that it is where the record begins', () => {
    expect(text(page(files, 'cases/2021-03-01/'))).toContain('nothing of it is new');
  });

  it('links a figure to its release once its day is closed, else to main', () => {
    const today = build(full.reads('2021-03-07', { a: [9, 'Adams'] }), '2021-03-07T20:00:00Z');
    expect(page(today, 'cases/2021-03-05/')).toContain('/blob/data-2021-03-05/data/cases.csv');
    expect(page(today, 'cases/2021-03-07/')).toContain('/blob/HEAD/data/cases.csv');
    expect(text(page(today, 'cases/2021-03-07/'))).toContain('The day is not over');
  });

  it('stamps the commit, the content and the last closed day', () => {
    const stamp = JSON.parse(files.get('build.json') ?? '');
    expect(stamp).toMatchObject({ commit: 'abc', closed_through: '2021-03-06', base_url: BASE });
    expect(stamp.content_sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['nothing, on the very first day', world().reads('2021-03-01', { a: 1 }), '2021-03-01', null],
    ['the day before the last one read, while that is open', began, '2021-03-02', '2021-03-01'],
    ['days before it that were said to be not read', full, '2021-03-06', '2021-03-05'],
    [
      'a gap right before it',
      began.reads('2021-03-06', { a: 5, b: 1 }),
      '2021-03-06',
      '2021-03-05',
    ],
    ['the last one read, once that is over', full, '2021-03-07T06:00:00Z', '2021-03-06'],
    [
      'no day on which reads were only held: merging may still add to it',
      began.holds('2021-03-04', { a: 90, b: 1 }),
      '2021-03-05',
      '2021-03-02',
    ],
  ])('names as announced: %s', (_, read, at, closed) => {
    expect(JSON.parse(build(read, at).get('build.json') ?? '')).toMatchObject({
      closed_through: closed,
    });
  });

  it('never calls a day unread on which reads were only held, before a later one is read', () => {
    const held = build(began.holds('2021-03-04', { a: 90, b: 1 }), '2021-03-05');
    expect(held.get('feeds/notices.json')).not.toContain(':gap/');
    expect(page(held, 'archive/2021-03/')).not.toContain('id="gaps"');
    const read = build(began.reads('2021-03-05', { a: 5, b: 1 }), '2021-03-05');
    expect(read.get('feeds/notices.json')).toContain(':gap/2021-03-05');
    expect(page(read, 'archive/2021-03/')).toContain('id="gaps"');
  });
});

describe('the banners', () => {
  it('say that an update is held, that reading fails, or that the source has ended', () => {
    const held = began.holds('2021-03-03', { a: [60, 'Adams'], b: 1 });
    expect(text(page(build(held), ''))).toContain('waits for a person');
    const failing = {
      cause: 'sign-in-page',
      since: instant('2021-03-03'),
      checkedAt: instant('2021-03-04'),
    };
    const failed = Object.assign(world(), { ledger: { ...began.ledger, failing } });
    expect(text(page(build(failed), ''))).toContain(
      'could not be read since Wednesday, March 3, 2021',
    );
    const ended = began.declares({ endedOn: '2021-03-03' });
    expect(text(page(build(ended), ''))).toContain(
      'stopped publishing on Wednesday, March 3, 2021',
    );
    expect(page(build(ended), '')).not.toContain('data-checked-at');
  });

  it('hand the last check to the reader’s own clock', () => {
    expect(page(build(began), '')).toContain('data-checked-at="2021-03-02T18:00:00Z"');
  });
});

describe('a hostile name', () => {
  const names = {
    script: '<script>alert(1)</script>',
    img: '"><img src=x onerror=alert(1)>',
    formula: '=HYPERLINK("http://evil.example","x")',
    cdata: 'End ]]> of data & more',
    bell: '@cmd',
  };
  const hostile = world()
    .reads('2021-03-01', { z: 1 })
    .reads(
      '2021-03-02',
      Object.fromEntries(Object.entries(names).map(([id, name]) => [id, [1, name] as const])),
    )
    .reads('2021-03-03', Object.fromEntries(Object.keys(names).map((id) => [id, 1])));
  const files = build(hostile);

  it('is text in every page', () => {
    for (const [path, html] of files) {
      if (!path.endsWith('.html')) continue;
      expect(html, path).not.toMatch(/<script>alert|<img src=x/);
    }
    expect(page(files, 'schools/script/')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('is no formula in a published table, and a number keeps its sign', () => {
    expect(files.get('data/schools.csv')).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`);
    expect(files.get('data/schools.csv')).toContain("'@cmd");
    const corrected = build(began.reads('2021-03-03', { a: [4, 'Adams'], b: 1 }));
    expect(corrected.get('data/cases.csv')).toContain('2021-03-03,1,a,-1,4');
  });

  it('does not end the feed', () => {
    const feed = files.get('feeds/daily.rss') ?? '';
    expect(feed.match(/<item>/g)).toHaveLength(1);
    expect(feed).not.toMatch(/<script>alert/);
  });
});

describe('the daily feed', () => {
  const items = (files: ReadonlyMap<string, string>) =>
    [...(files.get('feeds/daily.rss') ?? '').matchAll(/<item>.*?<\/item>/gs)].map(([item]) => item);

  it('has an item for each closed day with a change, even when changes cancel out', () => {
    const cancelled = began.reads('2021-03-03', { a: [4, 'Adams'], b: [2, 'Brown'] });
    const closed = cancelled.reads('2021-03-04', { a: 4, b: 2 });
    expect(items(build(cancelled, '2021-03-03T20:00:00Z'))).toHaveLength(1);
    expect(items(build(closed, '2021-03-04'))).toHaveLength(2);
    expect(items(build(closed, '2021-03-04'))[0]).toContain('0 new cases at 2 schools');
  });

  it('keeps an item as it was, whatever comes later, and its id wherever the site moves', () => {
    const closed = began.reads('2021-03-03T12:00:00Z', { a: [5, 'Adams'], b: [1, 'Brown'] });
    const before = items(build(closed, '2021-03-03'))[0];
    const renamed = closed
      .reads('2021-03-03', { a: [6, 'Madison'], b: [1, 'Brown'] })
      .reads('2021-03-04', { a: 6, b: 1 });
    const after = items(build(renamed, '2021-03-04'));
    expect(after[1]).toBe(before);
    expect(after[0]).toContain('Madison');
    const moved = items(build(closed, '2021-03-03', 'https://elsewhere.example/'))[0] ?? '';
    expect(moved).toContain('tag:example.org,2020:day/2021-03-02');
    expect(before).toContain('tag:example.org,2020:day/2021-03-02');
  });

  it('dates imported days, which no read closed, by their end in the district', () => {
    const { ledger } = began;
    const days = ledger.days.map((day) => ({ ...day, firstReadAt: null }));
    const imported = new World({ ...ledger, days }, began.settings);
    const [item] = items(build(imported, '2021-03-04'));
    expect(item).toContain('<pubDate>Wed, 03 Mar 2021 06:00:00 GMT</pubDate>');
  });
});

describe('a second language', () => {
  const files = build(
    began
      .declares({
        counted: {
          singular: 'case',
          plural: 'cases',
          otherLanguages: { es: { singular: 'caso', plural: 'casos' } },
        },
      })
      .reads('2021-03-03', { a: [4, 'Adams'], b: [1, 'Brown'] })
      .reads('2021-03-05T15:00:00Z', { a: [4, 'Adams'], b: [2, 'Brown'] })
      .reads('2021-03-05T17:00:00Z', { a: [5, 'Adams'], b: [2, 'Brown'] }),
  );

  it('has every page of the first, at the same address under its own folder', () => {
    const paths = [...files.keys()].filter((path) => /(?<!historical\/)index\.html$/.test(path));
    const own = paths.filter((path) => path.startsWith('es/')).map((path) => path.slice(3));
    expect(own.sort()).toEqual(paths.filter((path) => !path.startsWith('es/')).sort());
    expect(deadLinks(files, BASE)).toEqual([]);
  });

  it('says the same in its own words, dates and numbers', () => {
    const home = text(page(files, 'es/'));
    expect(home).toContain('2 casos nuevos en 2 escuelas');
    expect(home).toContain('viernes, 5 de marzo de 2021');
    expect(page(files, 'es/')).toContain('<html lang="es">');
    expect(page(files, '')).toContain('hreflang="es" href="https://example.org/tracker/es/"');
    expect(files.get('es/feeds/daily.rss')).toContain('<language>es</language>');
  });

  it('leaves no English on its pages', () => {
    const english =
      /\b(the|school|schools|cases?|reported|since|days?|updates?|and|of|was|were|read)\b/i;
    for (const [path, html] of files) {
      if (!path.startsWith('es/') || !path.endsWith('.html')) continue;
      const own = html.replace(
        /<head>.*<\/head>|<code>.*?<\/code>|data\/\w+\.csv|\w+\.(rss|atom|json)/gs,
        ' ',
      );
      // GitHub’s own buttons stand in quotation marks.
      const words = text(own)
        .replace(/«[^»]*»/g, '')
        .replaceAll('Prairie Falls Schools', '')
        .replaceAll('English', '');
      expect(english.exec(words)?.[0], path).toBeUndefined();
    }
  });

  it('is refused when it has no words', () => {
    const latin = began.declares({ site: { ...began.settings.site, languages: ['en', 'la'] } });
    expect(() => build(latin)).toThrow(/no words in "la"/);
  });
});

describe('an empty ledger', () => {
  it('has a site too', () => {
    const files = build(world());
    expect(text(page(files, ''))).toContain('Nothing was read yet');
    expect(deadLinks(files, BASE)).toEqual([]);
  });
});

describe('a school', () => {
  it('keeps its address when it is renamed', () => {
    const renamed = began.reads('2021-03-03', { a: [5, 'Madison'], b: 1 });
    const html = page(build(renamed), `schools/${schoolId('a')}/`);
    expect(text(html)).toContain('Madison');
    expect(text(html)).toContain('Formerly Adams');
  });
});
