import { cp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/develop/serve-folder.ts';
import { scratch } from '../command-line.ts';
import { barriers } from './axe.ts';
import { buildInto, PREFIX } from './build-into.ts';
import { builtSite, hasBrowser } from './built-site.ts';

const site = builtSite();

const wide = { viewport: { width: 1280, height: 900 } };
/** Each line of the legend: its label and its number of dots. */
const legendOf = async (page: Page): Promise<readonly (readonly string[])[]> => {
  const rows = await page.locator('.map-legend tbody tr').all();
  const cells = rows.map((row) => row.locator('th, td').allTextContents());
  return (await Promise.all(cells)).map((texts) => texts.map((text) => text.trim()));
};
/** How many dots of each class are drawn. */
const dotsOf = (page: Page) =>
  page.locator('[data-map-dots] circle').evaluateAll((circles) => {
    const counts: Record<string, number> = {};
    for (const circle of circles) {
      const key = circle.getAttribute('class') ?? '';
      counts[key] = (counts[key] ?? 0) + 1;
    }
    return counts;
  });
const query = (page: Page) => new URL(page.url()).search;
const shown = (page: Page) => page.locator('[data-map-shown]');
const live = (page: Page): Locator => page.locator('[data-map-live]');

/** A browser asks for an icon at the host's root by itself. */
const withoutIcon = (troubles: readonly string[]) =>
  troubles.filter((text) => !/status of 404/.test(text));

async function openMap(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the interactive map' }).click();
  await live(page).locator('canvas').waitFor();
}

describe.skipIf(!hasBrowser)('the map without JavaScript', () => {
  it.each([
    ['', 'schools/'],
    ['map/', '../schools/'],
    ['es/map/', '../../es/schools/'],
  ])('of /%s leads from each dot to its school', async (path, folder) => {
    const { page, requests, troubles } = await site().visit(path, { javaScriptEnabled: false });
    const links = page.locator('[data-map-dots] a');
    expect(await links.count()).toBe(40);
    expect(await links.first().getAttribute('href')).toMatch(`${folder}2`);
    const badger = page.locator('[data-map-dots] a', { hasText: 'Badger Hollow' });
    await badger.locator('circle').click({ force: true });
    await page.getByRole('heading', { level: 1, name: 'Badger Hollow Elementary' }).waitFor();
    expect(requests.some((url) => /\.js\b|schools\.json/.test(url))).toBe(false);
    expect(withoutIcon(troubles)).toEqual([]);
    await page.context().close();
  });

  it('names the school without a place, and shows no control that would do nothing', async () => {
    const { page } = await site().visit('map/', { javaScriptEnabled: false });
    expect(await page.getByText('Not on the map').textContent()).toContain(
      'Two Medicine Elementary',
    );
    expect(await page.getByRole('radio').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Open the interactive map' }).count()).toBe(0);
    expect(await page.locator('[data-map-table] tbody tr').count()).toBe(41);
    await page.context().close();
  });
});

describe.skipIf(!hasBrowser)('the map’s controls', () => {
  it.each([
    ['7 days', '?window=7', 'New cases in the last 7 days'],
    ['21 days', '?window=21', 'New cases in the last 21 days'],
    ['School year', '?window=year', 'New cases in the school year 2021–22'],
    ['All', '?window=all', 'All cases on record'],
    ['Per 100 pupils', '?measure=rate', 'New cases per 100 pupils in the last 14 days'],
    ['One vaccine dose', '?measure=one-dose', 'Pupils with at least one vaccine dose'],
    ['Fully vaccinated', '?measure=vaccinated', 'Pupils fully vaccinated'],
  ])('keep “%s” in the address, there and back', async (label, address, title) => {
    const { page, requests, troubles } = await site().visit('map/', wide);
    await page.getByText('New cases in the last 14 days').first().waitFor();
    expect(requests.filter((url) => /live-map|schools\.json/.test(url))).toEqual([]);
    const before = await legendOf(page);
    await page.getByRole('radio', { name: label }).check();
    await page.waitForURL(`**/map/${address}`);
    await shown(page).getByText(title, { exact: true }).waitFor();
    const after = await legendOf(page);
    expect(after).not.toEqual(before);

    const { page: shared } = await site().visit(`map/${address}`, wide);
    await shown(shared).getByText(title, { exact: true }).waitFor();
    expect(await shared.getByRole('radio', { name: label }).isChecked()).toBe(true);
    expect(await legendOf(shared)).toEqual(after);

    await page.goBack();
    await shown(page).getByText('New cases in the last 14 days', { exact: true }).waitFor();
    expect(query(page)).toBe('');
    expect(await legendOf(page)).toEqual(before);
    await page.goForward();
    await shown(page).getByText(title, { exact: true }).waitFor();
    expect(withoutIcon(troubles)).toEqual([]);
    await page.context().close();
    await shared.context().close();
  });

  it('take thresholds, refuse anything else, and put them back', async () => {
    const { page, troubles } = await site().visit('map/', wide);
    const field = page.getByRole('textbox', { name: 'Classes begin at' });
    expect(await field.isVisible()).toBe(false);
    await page.getByText('Classes of your own').click();
    await field.fill('2, 4');
    await field.press('Enter');
    await page.waitForURL('**/map/?thresholds=2,4');
    await page.locator('.map-legend', { hasText: '2–3' }).waitFor();
    const { page: shared } = await site().visit('map/?thresholds=2,4', wide);
    await expect.poll(() => shared.getByLabel('Classes begin at').inputValue()).toBe('2, 4');
    expect(await shared.getByLabel('Classes begin at').isVisible()).toBe(true);
    await shared.context().close();
    expect((await legendOf(page)).map(([label]) => label)).toEqual(
      expect.arrayContaining(['none', '1', '2–3', '4 or more']),
    );

    await field.fill('4, 2');
    await page.getByRole('button', { name: 'Use' }).click();
    expect(await page.locator('[data-map-status]').textContent()).toContain(
      '“4, 2” cannot be used',
    );
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(query(page)).toBe('?thresholds=2,4');

    await page.getByRole('button', { name: 'Reset' }).click();
    await page.locator('.map-legend', { hasText: '10 or more' }).waitFor();
    expect(await field.inputValue()).toBe('1, 3, 6, 10');
    expect(query(page)).toBe('');
    expect(withoutIcon(troubles)).toEqual([]);
    await page.context().close();
  });

  it('come below the map on a phone, which needs no scrolling to be seen whole', async () => {
    const viewport = { width: 360, height: 740 };
    const { page } = await site().visit('map/', { viewport });
    const stage = await page.locator('[data-map-stage]').boundingBox();
    const form = await page.locator('[data-map-controls]').boundingBox();
    const bottom = (stage?.y ?? 0) + (stage?.height ?? 0);
    expect(bottom).toBeLessThan(viewport.height);
    expect(form?.y).toBeGreaterThan(bottom);
    await page.context().close();
  });

  it('say what of an address cannot be used, and show the rest', async () => {
    const { page } = await site().visit('map/?window=99&measure=rate&thresholds=3,1', wide);
    await shown(page).getByText('New cases per 100 pupils in the last 14 days').waitFor();
    const said = await page.locator('[data-map-status]').textContent();
    expect(said).toContain('“99” cannot be used for window');
    expect(said).toContain('“3,1” cannot be used');
    await page.context().close();
  });

  it('draw a rate without enrollment as unknown, never as 0', async () => {
    const { page } = await site().visit('map/?measure=rate', wide);
    await page.locator('.map-legend', { hasText: 'not known' }).waitFor();
    const unknown = (await legendOf(page)).find(([label]) => label === 'not known');
    expect(unknown?.[1]).toBe(String((await dotsOf(page)).ku));
    const row = page.locator('[data-map-table] tr', { hasText: 'Bristlecone Academy' });
    expect(await row.textContent()).toContain('not known');
    expect(await page.getByText('Small numbers: at a small school').isVisible()).toBe(true);
    await page.context().close();
  });
});

describe.skipIf(!hasBrowser)('the interactive map', () => {
  it('is one stop for the keyboard, and the table follows it', async () => {
    const { page, requests, troubles } = await site().visit('map/', {
      ...wide,
      reducedMotion: 'reduce',
    });
    await openMap(page);
    await page.waitForURL('**/map/?at=*');
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe(
      'Interactive map. Arrow keys move it, plus and minus zoom.',
    );
    expect(await live(page).locator('a, button, [tabindex="0"]').count()).toBe(0);
    expect(await live(page).getAttribute('tabindex')).toBe('0');

    const rows = page.locator('[data-map-table] tbody tr:visible');
    expect(await rows.count()).toBe(41);
    const before = query(page);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('+');
    await page.locator('[data-map-part]', { hasText: 'in this part of the map' }).waitFor();
    await expect.poll(() => query(page)).not.toBe(before);
    const left = await rows.count();
    expect(left).toBeLessThan(41);
    expect(await page.locator('[data-map-part]').textContent()).toBe(
      `The table shows ${left} of 41 schools: those in this part of the map.`,
    );
    const zoomed = query(page);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => query(page)).not.toBe(zoomed);

    const { page: shared } = await site().visit(`map/${query(page)}`, wide);
    await live(shared).locator('canvas').waitFor();
    await shared.locator('[data-map-part]', { hasText: 'in this part of the map' }).waitFor();
    expect(query(shared)).toBe(query(page));
    await shared.context().close();

    await page.getByRole('button', { name: 'Whole district' }).click();
    await expect.poll(() => rows.count()).toBe(41);
    expect(requests.filter((url) => !url.startsWith(site().url))).toEqual([]);
    expect(withoutIcon(troubles)).toEqual([]);
    expect(await page.evaluate('window.L !== undefined')).toBe(false);
    await page.context().close();
  });

  it('tells a school by a click, and rings the one whose row has the focus', async () => {
    const address = 'map/?at=40.5620,-103.0204,14';
    const { page, troubles } = await site().visit(address, { ...wide, reducedMotion: 'reduce' });
    const canvas = live(page).locator('canvas');
    await canvas.waitFor();
    await page.getByRole('link', { name: 'Badger Hollow Elementary' }).last().focus();
    const dot = page.locator('[data-map-dots] a', { hasText: 'Badger Hollow' });
    expect(await dot.getAttribute('class')).toBe('is-found');
    await live(page).click();
    const popup = live(page).locator('.leaflet-popup-content');
    await popup.waitFor();
    expect(await popup.textContent()).toMatch(
      /Badger Hollow Elementary\s*New cases in the last 14 days: \d+/,
    );
    await popup.getByRole('link').click();
    await page.waitForURL('**/tracker/schools/2004/');
    expect(withoutIcon(troubles)).toEqual([]);
    await page.context().close();
  });

  it('follows the reader’s scheme, and the controls', async () => {
    const { page, troubles } = await site().visit('map/', { ...wide, colorScheme: 'light' });
    await openMap(page);
    const picture = () => page.evaluate('document.querySelector("canvas").toDataURL()');
    const light = await picture();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(picture).not.toBe(light);
    const dark = await picture();
    await page.getByRole('radio', { name: 'All' }).check();
    await expect.poll(picture).not.toBe(dark);
    await page.waitForURL('**/map/?window=all&at=*');
    expect(withoutIcon(troubles)).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['light', 320],
    ['dark', 1280],
  ] as const)(
    'is open to everyone, %s at %d px, before and after it opens',
    async (scheme, width) => {
      const { page } = await site().visit('map/?measure=rate', {
        colorScheme: scheme,
        viewport: { width, height: 800 },
      });
      await page.locator('.map-legend', { hasText: 'not known' }).waitFor();
      expect(await barriers(page)).toEqual([]);
      await openMap(page);
      expect(await barriers(page)).toEqual([]);
      await page.context().close();
    },
  );

  it('weighs less than its budget, and nothing before it is asked for', async () => {
    const { page, requests, settled } = await site().visit('map/', wide);
    const weight = async () => {
      const scripts = requests.filter((url) => url.endsWith('.js'));
      const bodies = scripts.map((url) =>
        readFile(join(site().dist, url.slice(site().url.length))),
      );
      return (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
    };
    await settled();
    expect(await weight()).toBeLessThan(15_000);
    await openMap(page);
    expect(await weight()).toBeLessThan(65_000);
    expect(await weight()).toBeGreaterThan(40_000);
    await page.context().close();
  });
});

describe.skipIf(!hasBrowser)('streets', () => {
  it('are asked of the named host alone, and not before the button is pressed', async () => {
    const asked: string[] = [];
    const tiles = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('content-type', 'image/png');
      response.end(
        Buffer.from(
          'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
          'base64',
        ),
      );
    });
    await new Promise<void>((ready) => tiles.listen(0, '127.0.0.1', ready));
    const host = `http://127.0.0.1:${(tiles.address() as AddressInfo).port}`;
    const [dataDir, dist] = [await scratch(), join(await scratch(), 'dist')];
    await cp(site().dataDir, dataDir, { recursive: true });
    const settings = JSON.parse(await readFile(join(dataDir, 'district.json'), 'utf8'));
    const attribution = '<b>Street</b> & Sons';
    settings.map.tiles = { url: `${host}/{z}/{x}/{y}.png`, attribution };
    await writeFile(join(dataDir, 'district.json'), JSON.stringify(settings));
    const served = await serveFolder(dist, { port: 0, basePath: PREFIX });
    await buildInto(dist, dataDir, site().lastRead, served.url);

    const { page, requests, troubles, settled } = await site().visit(`${served.url}map/`, wide);
    const policies = async (path: string) =>
      /Content-Security-Policy" content="([^"]*)/.exec(
        await readFile(join(dist, path, 'index.html'), 'utf8'),
      )?.[1];
    expect(await policies('map')).toContain(`img-src 'self' ${host}`);
    expect(await policies('')).not.toContain('img-src');
    expect(await policies('schools')).not.toContain('img-src');

    await openMap(page);
    await settled();
    expect(asked).toEqual([]);
    await page.getByText('It will see your internet address').waitFor();
    await page.getByRole('button', { name: 'Show streets' }).click();
    await live(page).locator('img.leaflet-tile-loaded').first().waitFor();
    expect(asked.every((path) => /^\/\d+\/\d+\/\d+\.png$/.test(path))).toBe(true);
    const others = requests.filter((url) => !url.startsWith(served.url) && !url.startsWith(host));
    expect(others).toEqual([]);
    expect(await live(page).locator('.leaflet-control-attribution').textContent()).toContain(
      attribution,
    );
    expect(withoutIcon(troubles)).toEqual([]);
    await page.context().close();
    await served.close();
    tiles.close();
  });

  it('are not offered where the settings name no server', async () => {
    const { page } = await site().visit('map/', wide);
    await openMap(page);
    expect(await page.getByRole('button', { name: 'Show streets' }).count()).toBe(0);
    await page.context().close();
  });
});
