import { describe, expect, it } from 'vitest';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { type NamedSchool, schoolAddress } from '../../../site/find/old-school-address.ts';
import { instant, settingsOf, World, world } from '../../world.ts';
import { deadLinks, noAssets } from '../html.ts';

const site = { title: 'Prairie Falls', languages: ['en', 'es'], originalFiles: true };
const start = world(settingsOf({ site })).school('a', 0, { latitude: 42, longitude: -88 });
const w = start.reads('2021-03-01', { a: [3, 'Adams'] }).reads('2021-03-02', { a: [5, 'Adams'] });
const build = (baseUrl: string, { ledger, settings } = w) =>
  buildSite({ ledger, settings, at: instant('2021-03-10'), baseUrl, commit: null }, noAssets);
const BASE = 'https://example.org/some/where/';
const built = [BASE, 'https://example.org/'].map((base) => [base, build(base)] as const);

describe('an address of the original', () => {
  it.each([
    ['newcases.html', 'cases/index.html'],
    ['district.html', 'index.html'],
    ['custom-map.html', 'map/index.html'],
    ['faq.html', 'faq/index.html'],
    ['subscribe.html', 'subscribe/index.html'],
    ['historical/index.html', 'archive/index.html'],
    ['historical/2021-03-01-cases.html', 'cases/2021-03-01/index.html'],
    ['historical/2021-03-02-cases.html', 'cases/2021-03-02/index.html'],
  ])('leads on under any base path: %s', (path, target) => {
    for (const [base, files] of built) {
      const html = files.get(path) ?? '';
      const to = /http-equiv="refresh" content="0; url=([^"]*)"/.exec(html)?.[1] ?? 'none';
      const url = new URL(to, base + path);
      expect(`${url.href.slice(base.length)}index.html`).toBe(target);
      expect(html).toContain(`<link rel="canonical" href="${url.href}">`);
      expect(html).toContain(`<a href="${to}">`);
      expect(html).toContain('<meta name="robots" content="noindex">');
      expect(files.has(target)).toBe(true);
    }
  });

  it('leads to the first page where no place is on a map', () => {
    const html = build(BASE, world(start.settings)).get('custom-map.html');
    expect(html).toContain('content="0; url=./"');
  });

  it('is none where the settings do not ask for the original’s files', () => {
    const files = build(BASE, new World(w.ledger, settingsOf()));
    const original =
      /(newcases|district|custom-map|school|subscribe)\.html$|historical|CPS|newFormat/i;
    expect([...files.keys()].filter((path) => original.test(path))).toEqual([]);
    expect(files.get('data/index.html')).not.toMatch(/allCpsCovidData|first tracker/);
  });

  it('has no dead link, and is in no sitemap', () => {
    for (const state of [w, start, world(start.settings)]) {
      const files = build(BASE, state);
      expect(deadLinks(files, BASE)).toEqual([]);
      expect(files.get('sitemap.xml')).not.toMatch(/historical|\.html/);
    }
  });

  it('leads from a school’s page to the list for readers without scripts', () => {
    const html = build(BASE).get('school.html') ?? '';
    expect(html).toContain('<a href="schools/">');
    expect(html).toContain('data-old-school');
    expect(html).not.toContain('http-equiv="refresh"');
  });
});

describe('school.html?name=…', () => {
  const school = (id: string, name: string, ...former_names: string[]): NamedSchool => ({
    id,
    name,
    former_names,
    latitude: null,
    longitude: null,
  });
  const at = (latitude: number, longitude: number, named: NamedSchool): NamedSchool => ({
    ...named,
    latitude,
    longitude,
  });
  const schools = [
    school('609772', 'ADDAMS'),
    school('610117', 'CHICAGO WORLD LANGUAGE ACADEMY', 'JACKSON A'),
    school('609850', "O'TOOLE"),
    school('609700', 'Lane Tech High School'),
    school('1', 'TWIN'),
    school('2', 'Twin'),
    school('3', 'JACKSON A EAST', 'Twin'),
    school('4', 'Arts'),
    at(41.8, -87.6, school('5', 'Arts & Science')),
    school('6', 'Arts, Science & Sport'),
    at(41.7, -87.7, school('7', 'Double', 'Old Mill')),
    at(41.9, -87.7, school('8', 'Double')),
    at(41.95, -87.75, school('9', 'North Wing')),
    at(41.95, -87.75, school('10', 'South Wing')),
    at(41.7001, -87.7001, school('11', 'Other Floor')),
  ];

  it.each([
    ['its name', '?name=ADDAMS', 'schools/609772/'],
    ['blanks as _, with the place', '?name=Lane_Tech_HS&Lat=41.9&Long=-87.6', 'schools/609700/'],
    ['blanks as -', '?name=Lane-Tech-High-School&span=14', 'schools/609700/'],
    ['other capitals and blanks', '?name=%20addams%20', 'schools/609772/'],
    ['a former name', '?name=Jackson+A', 'schools/610117/'],
    ['an apostrophe of either kind', '?name=O%E2%80%99Toole', 'schools/609850/'],
    ['no name', '', 'schools/'],
    ['a blank name', '?name=_', 'schools/'],
    ['a name that two have', '?name=twin', 'schools/?q=twin'],
    ['a name that nobody has', '?name=No_Such', 'schools/?q=No+Such'],
    [
      'a script',
      '?name=%3Cscript%3Ealert(1)%3C/script%3E',
      'schools/?q=%3Cscript%3Ealert%281%29%3C%2Fscript%3E',
    ],
    ['another address', '?name=//evil.example/', 'schools/?q=%2F%2Fevil.example%2F'],
    ['a script’s address', '?name=javascript:alert(1)', 'schools/?q=javascript%3Aalert%281%29'],
    ['an & that is not encoded', '?name=Arts%20&%20Science&Lat=41.8&Long=-87.6', 'schools/5/'],
    ['an & and no blanks', '?name=Arts&Science', 'schools/5/'],
    ['an & that is encoded', '?name=Arts%20%26%20Science&span=7', 'schools/5/'],
    ['two of them', '?span=7&name=Arts&Science&Sport&Lat=41&Long=-87', 'schools/6/'],
    ['another parameter behind the name', '?name=Arts&fbclid=Science', 'schools/4/'],
    ['an & after which nothing comes', '?name=Arts&', 'schools/4/'],
    ['an & before which nothing comes', '?name=&Long=1', 'schools/'],
    ['a name of two, at one of them', '?name=Double&Lat=41.9001&Long=-87.7', 'schools/8/'],
    ['a name of two, at neither', '?name=Double&Lat=41.8&Long=-87.7', 'schools/?q=Double'],
    [
      'a name in other words, at the place',
      '?name=Sciences+Arts&Lat=41.8&Long=-87.6',
      'schools/5/',
    ],
    ['another name at the place', '?name=Nobody&Lat=41.8&Long=-87.6', 'schools/?q=Nobody'],
    ['a place where two stand', '?name=Wing&Lat=41.95&Long=-87.75', 'schools/?q=Wing'],
    ['a former name of one of two there', '?name=old-mill&Lat=41.7&Long=-87.7', 'schools/7/'],
    ['a name that decides, whatever the place', '?name=Arts&Lat=41.8&Long=-87.6', 'schools/4/'],
    ['malformed coordinates', '?name=Double&Lat=1e3&Long=NaN', 'schools/?q=Double'],
    ['a place off the earth', '?name=Double&Lat=91&Long=181', 'schools/?q=Double'],
    ['broken escapes', '?name=%E0%A4%A', 'schools/?q=%EF%BF%BD%25A'],
  ])('is understood with %s', (_, search, expected) => {
    expect(schoolAddress(search, schools)).toBe(expected);
  });

  it('searches while the list of schools cannot be had', () => {
    expect(schoolAddress('?name=ADDAMS', [])).toBe('schools/?q=ADDAMS');
  });
});
