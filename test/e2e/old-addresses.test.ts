import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtSite, hasBrowser } from './built-site.ts';

const site = builtSite();

describe.skipIf(!hasBrowser)('an address of the original, under a path prefix', () => {
  it.each([
    ['index.html', 'index.html'],
    ['newcases.html', 'cases/'],
    ['district.html', ''],
    ['custom-map.html', 'map/'],
    ['faq.html', 'faq/'],
    ['subscribe.html', 'subscribe/'],
    ['historical/', 'archive/'],
    ['historical/2021-12-20-cases.html', 'cases/2021-12-20/'],
    ['school.html?name=Alder_Creek_Elementary&Lat=40.6&Long=-103.2&span=14', 'schools/2001/'],
    ['school.html?name=BOX-ELDER-HS', 'schools/2006/'],
    ['school.html?name=No_Such_School', 'schools/?q=No+Such+School'],
    ['school.html', 'schools/'],
  ])('leads on: %s', async (path, expected) => {
    const { page, troubles } = await site().visit(path);
    await page.waitForURL(site().url + expected);
    expect(troubles.filter((text) => !/status of 404/.test(text))).toEqual([]);
    await page.context().close();
  });

  it('runs nothing that its address brings along', async () => {
    const attack = encodeURIComponent('<img src=x onerror="document.title=1">');
    const { page, requests, troubles } = await site().visit(`school.html?name=${attack}`);
    await page.waitForURL(/schools\/\?q=/);
    expect(await page.title()).not.toBe('1');
    expect(requests.filter((url) => !url.startsWith(site().url))).toEqual([]);
    expect(troubles.filter((text) => !/status of 404/.test(text))).toEqual([]);
    await page.context().close();
  });

  it('leads to the list of schools without JavaScript', async () => {
    const { page } = await site().visit('school.html?name=Bluestem', { javaScriptEnabled: false });
    await page.getByRole('main').getByRole('link').click();
    await page.waitForURL(`${site().url}schools/`);
    await page.context().close();
  });

  it('exists for every date that was read', async () => {
    const dates = await readdir(join(site().dist, 'cases'), { withFileTypes: true });
    const read = dates.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const old = await readdir(join(site().dist, 'historical'));
    expect(read.length).toBeGreaterThan(100);
    expect(old.filter((name) => name !== 'index.html').sort()).toEqual(
      read.map((date) => `${date}-cases.html`).sort(),
    );
  });
});
