import { describe, expect, it } from 'vitest';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { instant, settingsOf, world } from '../../world.ts';
import { noAssets, plainText } from '../html.ts';

const site = { title: 'Prairie Falls', languages: ['en', 'es', 'fr'] };
const locations = {
  address: 'https://places.example:8443/list.csv?a=1&b=2',
  columns: { enrollment: 'Pupils' },
};
const vaccination = {
  addresses: [
    'https://health.example/1.json',
    'https://other.example/2.json',
    'https://health.example/3.json',
  ],
  keys: { enrollment: null },
};
const total = { address: 'https://total.example/t.csv', cell: 'B2' };

/** What the pages say of where numbers come from, and where their links lead. */
function pagesOf(overrides: Readonly<Record<string, unknown>>, folder = '') {
  const { ledger, settings } = world(settingsOf({ site, ...overrides })).reads('2021-03-01', {
    a: 1,
  });
  const files = buildSite(
    { ledger, settings, at: instant('2021-03-10'), baseUrl: 'https://example.org/', commit: null },
    noAssets,
  );
  return ['about', 'data'].map((name) => {
    const html = files.get(`${folder}${name}/index.html`) ?? '';
    const list = /<h3>[^<]*<\/h3>\s*<dl class="facts">([\s\S]*?)<\/dl>/.exec(html)?.[1] ?? '';
    return {
      text: plainText(html),
      credits: plainText(list.replaceAll('</div>', ';'))
        .split(';')
        .map((line) => line.trim())
        .filter(Boolean),
      links: [...list.matchAll(/href="([^"]*)"/g)].map((match) => match[1]),
    };
  });
}

describe('the pages about numbers and data', () => {
  it('credit each data set with its host, and link to its address', () => {
    const outline = { outline: ['17031'] };
    for (const { credits, links } of pagesOf({
      locations,
      vaccination,
      districtTotal: total,
      map: outline,
    })) {
      expect(credits.slice(1)).toEqual([
        'The district’s own total total.example',
        'Where schools are places.example:8443',
        'Number of pupils places.example:8443',
        'Vaccination health.example other.example',
        'Outline of the map www.census.gov',
      ]);
      expect(links).toContain('https://places.example:8443/list.csv?a=1&amp;b=2');
      expect(links).toContain('https://other.example/2.json');
    }
  });

  it('credit nothing that the settings do not read', () => {
    for (const { credits } of pagesOf({ locations: null, map: {} })) {
      expect(credits).toEqual([expect.stringMatching(/^Cases \S+$/)]);
    }
  });

  it('lead to the ledger for an outline that is kept in it', () => {
    for (const { links } of pagesOf({ map: { outline: 'border.geojson' } })) {
      expect(links.at(-1)).toMatch(
        /^https:\/\/github\.com\/.*\/blob\/HEAD\/data\/border\.geojson$/,
      );
    }
  });

  it.each([
    ['', 'Whom the numbers cover Only <b>staff</b>.'],
    ['es/', 'A quién abarcan los números Solo personal.'],
  ])('say whom the numbers cover in /%s', (folder, said) => {
    const covers = { en: 'Only <b>staff</b>.', es: 'Solo personal.' };
    const decoded = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    for (const { text } of pagesOf({ site: { ...site, covers } }, folder)) {
      expect(decoded(text)).toContain(said);
    }
  });

  it('say nothing of it in a language in which the settings do not', () => {
    const covers = { en: 'Only staff.' };
    for (const { text } of pagesOf({ site: { ...site, covers } }, 'fr/')) {
      expect(text).not.toMatch(/Qui les chiffres|Only staff/);
      expect(text).toContain('D’où vient chaque donnée Cas ');
    }
  });
});
