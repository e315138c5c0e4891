import { describe, expect, it } from 'vitest';
import { type AssetSources, buildSite } from '../../../scripts/website/build-site.ts';
import { drawPng } from '../../../scripts/website/cards/draw-png.ts';
import { instant, settingsOf, world } from '../../world.ts';
import { noAssets } from '../html.ts';

const build = (settings = settingsOf(), assets: AssetSources = noAssets) => {
  const { ledger } = world(settings).reads('2021-03-01', { a: [3, 'Adams'] });
  const input = { ledger, settings, at: instant('2021-03-10'), commit: null };
  return buildSite({ ...input, baseUrl: 'https://example.org/tracker/' }, assets);
};
const files = build();

describe('the manifest', () => {
  it.each([
    ['site.webmanifest', 'en', './'],
    ['es/site.webmanifest', 'es', '../'],
  ])('is in the language of its pages and covers the whole site: %s', (path, lang, scope) => {
    const manifest = JSON.parse(files.get(path) ?? '');
    expect(manifest).toMatchObject({ name: 'Prairie Falls', lang, scope, start_url: './' });
    for (const { src } of manifest.icons) {
      const url = new URL(src, `https://example.org/tracker/${path}`);
      expect(files.has(url.pathname.slice('/tracker/'.length)), src).toBe(true);
    }
  });

  it.each([
    ['icons/icon-192.png', 192],
    ['icons/icon-512.png', 512],
    ['icons/touch.png', 180],
  ])('has icons of the sizes that it declares: %s', async (path, pixels) => {
    const png = await drawPng(files.get(path) ?? '');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([pixels, pixels]);
    expect(png.length).toBeLessThan(5_000);
  });
});

describe('the service worker', () => {
  const factsOf = (text = '') => JSON.parse(/^const SITE=(.*);\n/.exec(text)?.[1] ?? 'null');
  const compiled: AssetSources = {
    ...noAssets,
    scripts: new Map([
      ['site.1.js', 'import{a}from"./chunk.2.js";import("./map.3.js")'],
      ['chunk.2.js', 'import"./chunk.4.js"'],
      ['chunk.4.js', ''],
      ['map.3.js', ''],
      ['offline-page.5.js', ''],
    ]),
    entry: 'site.1.js',
  };

  it('fetches ahead the offline pages and everything they need, all of which exists', () => {
    const site = build(settingsOf(), compiled);
    const { ahead, folders } = factsOf(site.get('sw.js'));
    expect(folders).toEqual(['', 'es/']);
    const names = ahead.map((path: string) => path.replace(/style\.\w+/, 'style'));
    expect(names.sort()).toEqual([
      'assets/chunk.2.js',
      'assets/chunk.4.js',
      'assets/offline-page.5.js',
      'assets/site.1.js',
      'assets/style.css',
      'es/offline/',
      'offline/',
    ]);
    for (const path of ahead) expect(site.has(path.replace(/\/$/, '/index.html'))).toBe(true);
  });

  it('changes whenever something that it fetches ahead changes', () => {
    const other = build(settingsOf(), { ...compiled, style: 'body{color:red}' });
    const { version } = factsOf(build(settingsOf(), compiled).get('sw.js'));
    expect(factsOf(other.get('sw.js')).version).not.toBe(version);
  });

  it('removes every copy when the settings say so, and no page registers it', () => {
    const site = { title: 'Prairie Falls', languages: ['en'], offline: false };
    const without = build(settingsOf({ site }));
    expect(without.get('sw.js')).toBe('retire();');
    expect(without.get('index.html')).not.toContain('data-offline');
    expect(files.get('index.html')).toMatch(/<body[^>]* data-offline/);
  });
});

describe('a card to embed', () => {
  it('is offered as lines in which a hostile name is only text', () => {
    const name = '"><script>alert(1)</script>';
    const { ledger, settings } = world().reads('2021-03-01', { a: [3, name] });
    const input = { ledger, settings, at: instant('2021-03-10'), commit: null };
    const site = buildSite({ ...input, baseUrl: 'https://example.org/' }, noAssets);
    const page = site.get('es/schools/a/index.html') ?? '';
    expect(page).toContain('&lt;iframe src=&quot;https://example.org/es/embed/a/&quot;');
    expect(page).toContain('&amp;quot;&amp;gt;&amp;lt;script&amp;gt;');
    expect(page).not.toContain('<script>');
    expect(site.get('embed/a/index.html')).not.toContain('<script>');
  });
});
