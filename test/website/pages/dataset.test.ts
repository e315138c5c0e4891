import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Settings } from '../../../scripts/settings/schema.ts';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { instant, settingsOf, type World, world } from '../../world.ts';
import { noAssets } from '../html.ts';

const BASE = 'https://example.org/tracker/';
const build = ({ ledger }: World, settings: Settings) =>
  buildSite({ ledger, settings, at: instant('2021-03-10'), baseUrl: BASE, commit: null }, noAssets);

/** What searches for datasets ask of one, and what it says besides. */
const dataset = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('Dataset'),
  name: z.string().min(1),
  description: z.string().min(50).max(5000),
  url: z.url(),
  inLanguage: z.string(),
  isAccessibleForFree: z.literal(true),
  license: z.url().optional(),
  creator: z.strictObject({ '@type': z.literal('Organization'), name: z.string(), url: z.url() }),
  isBasedOn: z.array(
    z.strictObject({ '@type': z.literal('CreativeWork'), name: z.string(), url: z.url() }),
  ),
  creditText: z.string(),
  temporalCoverage: z.string().optional(),
  dateModified: z.iso.date().optional(),
  spatialCoverage: z.strictObject({
    '@type': z.literal('Place'),
    name: z.string(),
    geo: z.strictObject({ '@type': z.literal('GeoShape'), box: z.string() }).optional(),
  }),
  variableMeasured: z.array(
    z.strictObject({
      '@type': z.literal('PropertyValue'),
      name: z.string(),
      description: z.string().min(1),
    }),
  ),
  distribution: z.array(
    z.strictObject({
      '@type': z.literal('DataDownload'),
      name: z.string(),
      description: z.string().min(1),
      contentUrl: z.url(),
      encodingFormat: z.enum(['text/csv', 'application/json', 'application/vnd.sqlite3']),
    }),
  ),
});

/** The one block of JSON-LD on a page, as a browser or a crawler takes it out. */
function datasetOn(html = '') {
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  expect(blocks).toHaveLength(1);
  return dataset.parse(JSON.parse(blocks[0]?.[1] ?? ''));
}

const site = { title: 'Prairie Falls', languages: ['en', 'es', 'fr'], originalFiles: true };
const w = world()
  .school('a', 3, { name: 'Adams', latitude: 41.9, longitude: -87.7 })
  .school('b', 1, { name: 'Brown', latitude: 41.8, longitude: -87.6 })
  .school('c', 1, { name: 'Out of bounds', latitude: 12, longitude: 5 })
  .reads('2021-03-01', { a: [3, 'Adams'] })
  .reads('2021-03-02', { a: [5, 'Adams'] });

describe('the dataset on the data page', () => {
  const files = build(w, settingsOf({ site }));
  const found = datasetOn(files.get('data/index.html'));

  it('says what it is, of when and where, from whom', () => {
    expect(found).toMatchObject({
      name: 'Prairie Falls Schools: cases by school, recorded by Prairie Falls',
      url: `${BASE}data/`,
      temporalCoverage: '2021-03-01/2021-03-02',
      dateModified: '2021-03-02',
      spatialCoverage: { name: 'Prairie Falls Schools', geo: { box: '41.8 -87.7 41.9 -87.6' } },
      isBasedOn: [{ url: 'https://example.org/sheet.csv' }],
    });
    expect(found.variableMeasured.map(({ name }) => name)).toEqual(['new_cases', 'total_cases']);
  });

  it('offers every table, at addresses that are there', () => {
    const offered = found.distribution.map(({ contentUrl }) => contentUrl.slice(BASE.length));
    const published = [...files.keys()].filter((path) => /^data\/.*\.csv$/.test(path));
    expect(offered).toEqual(expect.arrayContaining(published));
    for (const path of offered) expect(files.has(path), path).toBe(true);
  });

  it('is cited as the page says', () => {
    expect(files.get('data/index.html')).toContain(`<p class="citation">${found.creditText}</p>`);
  });

  it.each(['es', 'fr'])('is in the language of its page: %s', (language) => {
    const other = datasetOn(files.get(`${language}/data/index.html`));
    expect(other).toMatchObject({ inLanguage: language, url: `${BASE}${language}/data/` });
    expect(other.name).not.toBe(found.name);
  });

  it('names a licence only where the settings do', () => {
    expect(found.license).toBeUndefined();
    const licence = { title: 'CC BY 4.0', address: 'https://creativecommons.org/licenses/by/4.0/' };
    const licensed = build(w, settingsOf({ site, licence })).get('data/index.html');
    expect(datasetOn(licensed).license).toBe(licence.address);
  });

  it('claims no time or place while nothing was read', () => {
    const empty = datasetOn(build(world(), settingsOf()).get('data/index.html'));
    expect(empty).not.toHaveProperty('temporalCoverage');
    expect(empty.spatialCoverage).not.toHaveProperty('geo');
  });

  it('stays data, whatever the district is called', () => {
    const name = '</script><script>alert(1)</script><!--';
    const html = build(w, settingsOf({ site, name })).get('data/index.html');
    expect(html).not.toContain('<script>alert');
    expect(datasetOn(html).spatialCoverage.name).toBe(name);
  });
});
