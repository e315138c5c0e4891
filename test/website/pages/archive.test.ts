import { describe, expect, it } from 'vitest';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { instant, type World, world } from '../../world.ts';
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
