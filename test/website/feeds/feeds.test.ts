import { parseFeed, parseOpml } from 'feedsmith';
import RssParser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { reportingDate } from '../../../site/shared/time.ts';
import { instant, type World, world } from '../../world.ts';
import { noAssets } from '../html.ts';

const build = (w: World, baseUrl = 'https://example.org/tracker/', at = '2021-03-10') =>
  buildSite(
    { ledger: w.ledger, settings: w.settings, at: instant(at), baseUrl, commit: null },
    noAssets,
  );

const began = world()
  .reads('2021-03-01', { a: [3, 'Adams'], b: [1, 'Brown & Sons ]]> <b>'] })
  .reads('2021-03-02T15:00:00Z', { a: [5, 'Adams'], b: 1 })
  .reads('2021-03-02T16:00:00Z', { a: [4, 'Adams'], b: 1 })
  .reads('2021-03-02T17:00:00Z', { a: [4, 'Adams'], b: 3 })
  .reads('2021-03-06', { a: [4, 'Madison'], b: 3 });
const files = build(began);
const paths = [...files.keys()].filter((path) =>
  /\.(rss|atom)$|feed\.json$|feeds\/\w+\.json$/.test(path),
);
const json = (path: string) => JSON.parse(files.get(path) ?? '{}');
const ids = (path: string) => json(path).items.map((item: { id: string }) => item.id);
const titles = (path: string) => json(path).items.map((item: { title: string }) => item.title);

describe('every feed', () => {
  it('has a list of items even while it is empty, and an instant of its own', () => {
    const quiet = build(world().reads('2021-03-01', { a: [3, 'Adams'] }));
    expect(JSON.parse(quiet.get('schools/a/feed.json') ?? '{}').items).toEqual([]);
    expect(quiet.get('schools/a/feed.atom')).toContain('<updated>2020-01-01T00:00:00.000Z<');
  });

  it('is in a list that readers can import, a language each', () => {
    for (const folder of ['', 'es/']) {
      const { body } = parseOpml(files.get(`${folder}feeds/all.opml`) ?? '');
      const addresses = body?.outlines?.map(({ xmlUrl }) => xmlUrl) ?? [];
      const written = paths
        .filter((path) => path.endsWith('.rss') && path.startsWith('es/') === (folder === 'es/'))
        .map((path) => `https://example.org/tracker/${path}`);
      expect([...addresses].sort()).toEqual(written.sort());
    }
  });

  it.each(paths.filter((path) => path.endsWith('.atom')))('names its language: %s', (path) => {
    expect(files.get(path)).toContain(`xml:lang="${path.startsWith('es/') ? 'es' : 'en'}"`);
  });

  it('comes in three formats and two languages', () => {
    expect(paths).toHaveLength((3 + 2) * 3 * 2);
  });

  it.each(paths)('is read by a strict parser: %s', async (path) => {
    const text = files.get(path) ?? '';
    const { feed } = parseFeed(text);
    const items = 'entries' in feed ? feed.entries : 'items' in feed ? feed.items : undefined;
    expect(items?.length ?? 0).toBe(json(path.replace(/\.\w+$/, '.json')).items.length);
    if (!path.endsWith('.json')) {
      const read = await new RssParser().parseString(text);
      expect(read.title).not.toBe('');
    }
  });

  it('uses no id twice, and the same ids wherever the site moves', () => {
    for (const path of paths.filter((each) => each.endsWith('.json'))) {
      const own = ids(path);
      expect(new Set(own).size).toBe(own.length);
      const moved = JSON.parse(build(began, 'https://elsewhere.example/').get(path) ?? '{}');
      expect(moved.items.map((item: { id: string }) => item.id)).toEqual(own);
    }
  });

  it('links to places that exist', () => {
    for (const path of paths.filter((each) => each.endsWith('.json'))) {
      for (const { url } of json(path).items) {
        const [page = '', anchor] = url.slice('https://example.org/tracker/'.length).split('#');
        const html = files.get(`${page}index.html`);
        expect(html, url).toBeDefined();
        if (anchor) expect(html, url).toContain(`id="${anchor}"`);
      }
    }
  });
});

describe('the updates feed', () => {
  it('gives each update with its own figure and the day’s so far', () => {
    expect(titles('feeds/updates.json')).toEqual([
      'Update 3, Tue, Mar 2, 2021: 2 new cases at 1 school (day so far: 3)',
      'Update 2, Tue, Mar 2, 2021: −1 new case at 1 school (day so far: 1)',
      'Update 1, Tue, Mar 2, 2021: 2 new cases at 1 school (day so far: 2)',
    ]);
  });
});

describe('a school’s feed', () => {
  it('holds its updates only, under ids of its own and its name of the time', () => {
    expect(ids('schools/a/feed.json')).toEqual([
      'tag:example.org,2020:school/a/update/2021-03-02/2',
      'tag:example.org,2020:school/a/update/2021-03-02/1',
    ]);
    expect(titles('schools/a/feed.json')).toEqual([
      'Tue, Mar 2, 2021, update 2: −1 new case at Adams',
      'Tue, Mar 2, 2021: 2 new cases at Adams',
    ]);
    expect(json('schools/a/feed.json').items[0].summary).toBe(
      'Tuesday, March 2, 2021, update 2: −1 new case at Adams. The day so far: 1 new case. In all: 4.',
    );
  });
});

describe('the notices feed', () => {
  it('reports corrections and days that could not be read', () => {
    expect(titles('feeds/notices.json')).toEqual([
      '3 days could not be read',
      'Correction: Adams −1',
    ]);
    expect(json('feeds/notices.json').items[1]).toMatchObject({
      tags: ['correction'],
      url: expect.stringContaining('updates/2021-03-02/2/#a'),
    });
  });

  it('holds what notices.csv holds, in the words of its kind where a notice has none', () => {
    const notices = [
      {
        noticedAt: instant('2021-03-06'),
        kind: 'restart' as const,
        date: null,
        schoolId: null,
        text: null,
      },
      {
        noticedAt: instant('2021-03-07'),
        kind: 'definition' as const,
        date: null,
        schoolId: null,
        text: 'Closed cases only',
      },
    ];
    const built = build(
      Object.assign(world(began.settings), { ledger: { ...began.ledger, notices } }),
    );
    const items = JSON.parse(built.get('feeds/notices.json') ?? '{}').items;
    expect(items[0]).toMatchObject({
      id: 'tag:example.org,2020:notice/2021-03-07T18:00:00Z/definition/-',
      summary: 'Closed cases only',
    });
    const spanish = JSON.parse(built.get('es/feeds/notices.json') ?? '{}').items;
    expect(spanish.map((item: { title: string }) => item.title)).toContain(
      'El distrito cuenta otra vez desde cero; nuestros totales continúan',
    );
  });
});

describe('a link of the notices feed', () => {
  const noticed = { ...began.ledger.notices[0], noticedAt: instant('2021-03-07') };
  const notices = (['2021-03-02', '2021-03-04', null] as const).flatMap((date) =>
    (['accepted', 'definition'] as const).map((kind) => ({
      ...noticed,
      kind,
      date: date === null ? null : reportingDate(date),
      schoolId: null,
      text: null,
    })),
  );
  const built = build(Object.assign(world(), { ledger: { ...began.ledger, notices } }));

  it.each(['', 'es/'])('leads to where its notice stands, in the folder "%s"', (folder) => {
    const items: { url: string }[] = JSON.parse(
      built.get(`${folder}feeds/notices.json`) ?? '',
    ).items;
    expect(items.filter(({ url }) => url.includes('#notice-'))).toHaveLength(notices.length);
    const dead = items.filter(({ url }) => {
      const [address = '', anchor = ''] = url.split('#');
      const path = `${address.slice('https://example.org/tracker/'.length)}index.html`;
      return !(built.get(path) ?? '').includes(`id="${anchor}"`);
    });
    expect(dead).toEqual([]);
  });
});
