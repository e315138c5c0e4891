import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { parseFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, command, projectFolder, scratch } from '../command-line.ts';
import { hasSharedData, sharedFile } from '../shared-data.ts';
import { deadLinks, readPage } from '../website/html.ts';
import { hasJava, htmlErrors } from './html-validator.ts';

const BASE = 'http://localhost:8080/';
let dist: string;
let said: string;
let files: ReadonlyMap<string, string>;
const rows = (path: string): string[][] => parse(files.get(path) ?? '', { from_line: 2 });

beforeAll(async () => {
  dist = join(await scratch(), 'dist');
  const run = await command('start', ['--no-serve', '--out', dist]);
  expect(run.exit, run.out).toBe(0);
  said = run.out;
  files = new Map(Object.entries(await bytesOf(dist)));
});

describe('npm start', () => {
  it('says what it does in plain lines where there is no terminal', () => {
    expect(said).toMatch(/2021-09-16, update 2: .*day so far/);
    expect(said).toMatch(/2021-11-29: held.*\n[\s\S]*may have started from zero/);
    expect(said).toContain('Declared the restart in district.json');
    expect(said).toMatch(/2021-12-08: held/);
    expect(said).not.toContain('\r');
  });

  it('gives the same site when it is repeated', async () => {
    const again = join(await scratch(), 'dist');
    await command('start', ['--no-serve', '--out', again]);
    expect(await bytesOf(again)).toEqual(await bytesOf(dist));
  });

  it('refuses a port that does not exist', async () => {
    expect(await command('start', ['--no-serve', '--port', '99999'])).toMatchObject({ exit: 2 });
  });
});

describe('the sample’s ledger', () => {
  it('holds both corrections', () => {
    const negative = rows('data/cases.csv').filter(([, , , change]) => Number(change) < 0);
    expect(negative.map(([date, , id, change]) => [date, id, change])).toEqual([
      ['2021-09-28', '2022', '-1'],
      ['2021-11-18', '2006', '-2'],
    ]);
  });

  it('holds a day with two updates and one with three', () => {
    const numbers = rows('data/updates.csv').map(([date, update]) => `${date}/${update}`);
    expect(numbers).toEqual(expect.arrayContaining(['2021-09-16/2', '2021-10-05/3']));
    expect(numbers).not.toContain('2021-09-16/3');
  });

  it('has no line for the days that were not read', () => {
    const days = rows('data/days.csv').map(([date]) => date);
    for (const date of ['2021-10-11', '2021-10-13', '2021-10-15']) expect(days).not.toContain(date);
    expect(days).toEqual(expect.arrayContaining(['2021-10-10', '2021-10-16']));
  });

  it('counts from the restart on, without a mass correction', () => {
    const restarts = rows('data/updates.csv').map(([date, , , , , restarts]) => [date, restarts]);
    expect(restarts.find(([, restart]) => restart === '1')?.[0]).toBe('2021-11-29');
    expect(rows('data/days.csv').every(([, , change]) => Number(change) > -3)).toBe(true);
  });

  it('never published the half sheet of 8 December', () => {
    const day = rows('data/days.csv').find(([date]) => date === '2021-12-08');
    expect(Number(day?.[2])).toBeGreaterThanOrEqual(0);
    expect(rows('data/updates.csv').filter(([date]) => date === '2021-12-08').length).toBeLessThan(
      2,
    );
  });

  it('knows the new school, the renamed one, and those of which something is unknown', () => {
    const schools = new Map(rows('data/schools.csv').map((row) => [row[0], row]));
    expect(schools.get('2041')?.[1]).toBe('Sagebrush Academy');
    expect(schools.get('2018')?.[1]).toBe('Wild Horse Elementary');
    expect(schools.get('2018')?.[8]).toBe('Horse Thief Elementary');
    expect(schools.get('2038')?.slice(2, 4)).toEqual(['', '']);
    expect(schools.get('2007')?.[4]).toBe('');
    expect(Number(schools.get('2001')?.[4])).toBeGreaterThan(100);
  });
});

describe('the sample’s site', () => {
  it.skipIf(!hasJava && !process.env.CI)('has no error by the HTML validator, on any page', () => {
    const pages = [...files.keys()].filter((path) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(150);
    expect(htmlErrors(pages.map((path) => join(dist, path)))).toEqual([]);
  });

  it('links to nothing that is not there', () => {
    expect(deadLinks(files, BASE)).toEqual([]);
  });

  it('gives every page of a language its own title and description', () => {
    for (const language of [/^es\//, /^(?!es\/)/]) {
      const pages = [...files]
        .filter(([path]) => path.endsWith('.html') && language.test(path))
        .map(([, html]) => readPage(html));
      expect(new Set(pages.map(({ title }) => title)).size).toBe(pages.length);
      expect(new Set(pages.map(({ description }) => description)).size).toBe(pages.length);
    }
  });

  it('has a feed that two strict readers read alike', async () => {
    const text = await readFile(join(dist, 'feeds/daily.rss'), 'utf8');
    const read = await new RssParser().parseString(text);
    const { format, feed } = parseFeed(text);
    expect(format).toBe('rss');
    const ids = read.items.map((item) => item.guid);
    expect(ids).toHaveLength(30);
    expect(new Set(ids).size).toBe(30);
    expect('items' in feed && feed.items?.length).toBe(30);
    const dates = read.items.map((item) => Date.parse(item.isoDate ?? ''));
    expect(dates).toEqual([...dates].sort((a, b) => b - a));
    expect(text.length).toBeLessThan(100_000);
  });

  // Readers have these items: a program that writes one of them differently shows it to them again.
  it.each([
    'feeds/daily.rss',
    'feeds/notices.atom',
    'schools/2006/feed.json',
    'es/feeds/notices.json',
  ])('never changes an item that was published before: %s', async (path) => {
    const name = `${path.replaceAll('/', '-')}.txt`;
    const golden = join(projectFolder, 'test/e2e/golden-feeds', name);
    await expect(String(files.get(path))).toMatchFileSnapshot(golden);
  });

  it('stays within the weight of a page', () => {
    const weight = (path: string) => gzipSync(files.get(path) ?? '').length;
    expect(weight('index.html')).toBeLessThan(30_000);
    for (const path of files.keys()) {
      if (/^schools\/\d+\/index.html$/.test(path)) expect(weight(path)).toBeLessThan(15_000);
      if (path.endsWith('.css')) expect(weight(path)).toBeLessThan(12_000);
      if (/^assets\/.*\.js$/.test(path)) expect(weight(path)).toBeLessThan(15_000);
    }
  });
});

describe.skipIf(!hasSharedData)('the site of the real history', () => {
  it('is valid, within its weight, and leads to nothing dead', async () => {
    const data = join(await scratch(), 'data');
    const { cp, mkdir } = await import('node:fs/promises');
    await mkdir(data);
    await cp(join(projectFolder, 'data', 'district.json'), join(data, 'district.json'));
    await command('import', [sharedFile('history/2021-02-27-wide.csv'), '--data', data]);
    const out = join(await scratch(), 'dist');
    const run = await command('build', [
      '--no-cards',
      '--data',
      data,
      '--out',
      out,
      '--at',
      '2021-02-28T18:00:00Z',
    ]);
    expect(run.exit, run.out).toBe(0);
    const built = new Map(Object.entries(await bytesOf(out)));
    expect(deadLinks(built, 'https://cps-covid-tracker.github.io/cps-covid-tracker/')).toEqual([]);
    expect(gzipSync(built.get('index.html') ?? '').length).toBeLessThan(30_000);
    if (hasJava) {
      const pages = [...built.keys()].filter((path) => path.endsWith('.html'));
      expect(htmlErrors(pages.map((path) => join(out, path)))).toEqual([]);
    }
  });
});
