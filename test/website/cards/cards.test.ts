import { describe, expect, it } from 'vitest';
import { buildSite, drawingsOf } from '../../../scripts/website/build-site.ts';
import { drawPng } from '../../../scripts/website/cards/draw-png.ts';
import { fitText, writable } from '../../../scripts/website/cards/fit-text.ts';
import { textWidth } from '../../../scripts/website/cards/measure-text.ts';
import { instant, settingsOf, type World, world } from '../../world.ts';
import { noAssets, readPage } from '../html.ts';

const BASE = 'https://example.org/tracker/';
const build = (w: World, cards = true) =>
  buildSite(
    {
      ledger: w.ledger,
      settings: w.settings,
      at: instant('2021-06-01'),
      baseUrl: BASE,
      commit: null,
      cards,
    },
    noAssets,
  );
const words = (svg = '') =>
  [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, line]) => line).join('|');

const HOSTILE = '<script>alert("1")</script> & \u202eevil\u0000 学校';
const small = world()
  .reads('2021-03-01', { a: [3, 'Adams'], b: [1, 'Brown'], c: [0, 'Carver'] })
  .reads('2021-03-05', { a: [5, 'Adams'], b: [1, 'Brown'], c: [0, 'Carver'] })
  .reads('2021-03-08', { a: [4, 'Adams'], b: [2, HOSTILE], c: [0, 'Carver'] });
const files = build(small);

describe('the social cards', () => {
  it('are one for the site, each school and each date with changes, in every language', () => {
    const paths = [...drawingsOf(files).keys()].filter((path) => path.includes('cards/'));
    const own = [
      'cases/2021-03-05',
      'cases/2021-03-08',
      'schools/a',
      'schools/b',
      'schools/c',
      'site',
    ];
    expect(paths).toEqual(
      ['', 'es/'].flatMap((folder) => own.map((name) => `${folder}cards/${name}.png`)),
    );
  });

  it('say the last report, its date, and what was on record then', () => {
    expect(words(files.get('cards/schools/b.png'))).toContain(
      '|1|new case|Reported on Monday, March 8, 2021|',
    );
    expect(words(files.get('cards/schools/b.png'))).toContain(
      '|1 in the 14 days up to then · 2 cases in all',
    );
    expect(words(files.get('es/cards/cases/2021-03-05.png'))).toMatch(
      /viernes, 5 de marzo de 2021\|2\|/,
    );
  });

  it('show a correction as one', () => {
    const card = files.get('cards/schools/a.png') ?? '';
    expect(words(card)).toContain('|−1|');
    expect(card).toMatch(/fill="#8a3b12">−1</);
  });

  it('change only with the numbers of their own school', () => {
    const later = build(
      small.reads('2021-03-20', { a: [4, 'Adams'], b: [9, HOSTILE], c: [0, 'Carver'] }),
    );
    expect(later.get('cards/schools/a.png')).toBe(files.get('cards/schools/a.png'));
    expect(later.get('cards/schools/b.png')).not.toBe(files.get('cards/schools/b.png'));
  });

  it('hold hostile names as text', () => {
    const card = files.get('cards/schools/b.png') ?? '';
    expect(card).toContain('&lt;script&gt;');
    for (const sign of ['<script', '\u202e', '\u0000', '学']) expect(card).not.toContain(sign);
  });

  it('are named with their size and words in the head of their page, the site’s elsewhere', () => {
    const meta = (path: string) =>
      Object.fromEntries(
        [
          ...(files.get(path) ?? '').matchAll(
            /<meta (?:property|name)="((?:og:image|twitter)[^"]*)" content="([^"]*)"/g,
          ),
        ].map(([, name, content]) => [name, content]),
      );
    expect(meta('es/schools/a/index.html')).toEqual({
      'og:image': `${BASE}es/cards/schools/a.png`,
      'og:image:type': 'image/png',
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': 'Adams: −1 case nuevo. Informado el lunes, 8 de marzo de 2021.',
      'twitter:card': 'summary_large_image',
    });
    expect(meta('cases/2021-03-08/index.html')['og:image']).toBe(
      `${BASE}cards/cases/2021-03-08.png`,
    );
    expect(meta('updates/2021-03-08/1/index.html')['og:image']).toBe(
      `${BASE}cards/cases/2021-03-08.png`,
    );
    expect(meta('cases/2021-03-01/index.html')['og:image']).toBe(`${BASE}cards/site.png`);
    for (const [path, html] of files) {
      if (!path.endsWith('.html') || !html.includes('og:image')) continue;
      const [, image = ''] = /og:image" content="([^"]*)"/.exec(html) ?? [];
      expect(files.has(image.slice(BASE.length)), `${path}: ${image}`).toBe(true);
    }
  });

  it('can be left out, and then no page names one', () => {
    const without = build(small, false);
    expect([...without.keys()].filter((path) => path.includes('cards/'))).toEqual([]);
    expect(readPage(without.get('index.html') ?? '').html).not.toContain('og:image');
  });

  it('are for the thirty newest dates with changes', () => {
    let long = world().reads('2021-01-01', { a: 1 });
    for (let day = 1; day <= 40; day += 1) {
      const date = new Date(Date.UTC(2021, 0, 1 + day)).toISOString().slice(0, 10);
      long = long.reads(date, { a: 1 + day });
    }
    const dates = [...build(long).keys()].filter((path) => path.startsWith('cards/cases/'));
    expect(dates).toHaveLength(30);
    expect(dates[0]).toBe('cards/cases/2021-01-12.png');
    expect(dates.at(-1)).toBe('cards/cases/2021-02-10.png');
  });

  it('are palette PNGs of 1200 × 630 and at most 20 kB, even the most crowded', async () => {
    const name =
      'Dr. Wilhelmina Quetzal-Jørgensen Preparatory Academy of Mathematics & Agriculture';
    const crowded = world(
      settingsOf({ name: 'Consolidated Unified School District of Prairie Falls' }),
    )
      .reads('2021-03-01', { a: [3, name], b: 1 })
      .reads('2021-03-05', { a: [1288, name], b: 900 });
    for (const [path, svg] of drawingsOf(build(crowded))) {
      if (!/cards\/(schools\/a|cases|site)/.test(path)) continue;
      const png = await drawPng(svg);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
      expect(png[25]).toBe(3);
      expect(png.length, path).toBeLessThanOrEqual(20_000);
      expect(png.length, path).toBeGreaterThan(5_000);
    }
  });
});

describe('a name on a card', () => {
  const room = { face: 'serif', width: 400, maxLines: 2, sizes: [60, 40, 30] } as const;

  it.each([
    ['short', 'Adams', { lines: ['Adams'], size: 60 }],
    [
      'of many words',
      'Adams and Brown and Carver',
      { lines: ['Adams and Brown', 'and Carver'], size: 40 },
    ],
    [
      'of one long word',
      'Donaudampfschifffahrtselektrizität',
      { lines: ['Donaudampfschifffahrtsele', 'ktrizität'], size: 30 },
    ],
    [
      'without an end',
      'Adams '.repeat(40),
      { lines: ['Adams Adams Adams', 'Adams Adams Adams…'], size: 30 },
    ],
  ])('has room when it is %s', (_, name, expected) => {
    const fitted = fitText(name, room);
    expect(fitted).toEqual(expected);
    for (const line of fitted.lines) {
      expect(textWidth(line, 'serif', fitted.size)).toBeLessThanOrEqual(400);
    }
  });

  it.each([
    ['Ñandú Łódź', 'Ñandú Łódź'],
    ['Ǖber ﬁne', 'Uber fine'],
    ['学校 A', '� A'],
    ['a\u0000\u202e\n b', 'a b'],
  ])('is written as our fonts can: %j', (name, written) => {
    expect(writable(name)).toBe(written);
  });
});
