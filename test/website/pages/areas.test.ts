import { describe, expect, it } from 'vitest';
import type { Shape } from '../../../scripts/geography/shapes.ts';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { instant, settingsOf, world } from '../../world.ts';
import { noAssets, plainText } from '../html.ts';

const area = (name: string, west: number): Shape => ({
  name,
  polygons: [
    [
      [
        [west, 41.8],
        [west + 0.4, 41.8],
        [west + 0.4, 42.2],
        [west, 42.2],
        [west, 41.8],
      ],
    ],
  ],
});
const HOSTILE = '"><img src=x onerror=alert(1)> & <b>';
const noun = {
  singular: 'community area',
  plural: 'community areas',
  otherLanguages: { es: { singular: 'área comunitaria', plural: 'áreas comunitarias' } },
};

function pagesOf(areas: readonly Shape[], changes: object = {}) {
  const settings = settingsOf({
    site: { title: 'Prairie Falls', languages: ['en', 'es', 'fr'] },
    map: { areas: { address: 'https://maps.example/areas.geojson', noun }, ...changes },
  });
  const { ledger } = world(settings)
    .school('a', 1, { latitude: 42, longitude: -88.25 })
    .school('b', 1, { latitude: 42, longitude: -87.7 })
    .school('c', 1, { latitude: 42.3, longitude: -87.9 })
    .school('d', 1);
  return buildSite(
    {
      ...{ ledger, settings, at: instant('2021-03-10'), commit: null },
      baseUrl: 'https://example.org/',
      shapes: { land: [], outline: [], areas },
    },
    noAssets,
  );
}
const factsOf = (files: ReturnType<typeof pagesOf>, path: string) =>
  [...(files.get(`${path}index.html`) ?? '').matchAll(/<dt>([^<]*)<\/dt><dd>(.*?)<\/dd>/g)].map(
    ([, name, value]) => `${name}: ${value}`,
  );

describe('the area of a school', () => {
  const files = pagesOf([area('Lincoln Park', -88.3), area(HOSTILE, -87.9)]);

  it.each([
    ['', 'Community area'],
    ['es/', 'Área comunitaria'],
    ['fr/', 'Secteur'],
  ])('is among its facts, by the settings’ word for it: /%s', (folder, word) => {
    expect(factsOf(files, `${folder}schools/a/`)).toContain(`${word}: Lincoln Park`);
  });

  it.each(['c', 'd'])('is left out where it lies in none or nobody knows where: %s', (id) => {
    expect(factsOf(files, `schools/${id}/`).join()).not.toContain('Community area');
    expect(factsOf(files, `schools/${id}/`).length).toBeGreaterThan(0);
  });

  it('is text, whatever is in it', () => {
    const escaped = '&quot;&gt;&lt;img src=x onerror=alert(1)&gt; &amp; &lt;b&gt;';
    expect(factsOf(files, 'schools/b/').join()).toContain(`Community area: ${escaped}`);
    const hostile = [...files].filter(([, text]) => text.includes('<img src=x'));
    expect(hostile.map(([path]) => path)).toEqual([]);
    expect(plainText(files.get('map/index.html') ?? '')).toContain('onerror');
  });

  it('is drawn on the map, with one line between two, and not on the dashboard', () => {
    const map = files.get('map/index.html') ?? '';
    expect(map).toMatch(/<path class="land"[^>]*d="M/);
    expect(map.match(/<path class="borders" d="([^"]*)"/)?.[1]?.match(/M/g)).toHaveLength(1);
    expect(map).toMatch(/<tspan[^>]*>Lincoln<\/tspan>\s*<tspan[^>]*>Park<\/tspan>/);
    expect(files.get('index.html')).not.toContain('class="borders"');
  });

  it('is nowhere where the settings name none', () => {
    const without = pagesOf([], { areas: null });
    expect(factsOf(without, 'schools/a/').join()).not.toContain('area');
    expect(without.get('map/index.html')).not.toMatch(/class="borders"|area-names/);
  });

  it('is credited', () => {
    const about = plainText(files.get('about/index.html') ?? '');
    expect(about).toContain('Areas of the map maps.example');
  });
});
