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
const drawing = (page: Page): Locator => page.locator('[data-map-drawing]');
/** What is seen: left, top, width and height in units of the drawing. */
const viewBox = (page: Page) => drawing(page).getAttribute('viewBox');
const widthOf = async (page: Page) => Number((await viewBox(page))?.split(' ')[2]);
const WHOLE = 'Whole district';
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const reading = (page: Page) => page.locator('[data-map-reading]');
/** Where the middle of a school's dot is, in CSS pixels of the window. */
async function middleOf(page: Page, name: string) {
  const dot = page.locator('[data-map-dots] a', { hasText: name }).locator('circle');
  await dot.scrollIntoViewIfNeeded();
  const box = await dot.boundingBox();
  if (!box) throw new Error(`${name} has no dot`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A browser asks for an icon at the host's root by itself. */
const withoutIcon = (troubles: readonly string[]) =>
  troubles.filter((text) => !/status of 404/.test(text));

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
    // Not forced: the dashboard's map takes clicks once it is painted, a frame after it came near.
    await badger.locator('circle').click();
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
    expect(await page.getByRole('button', { name: WHOLE }).count()).toBe(0);
    expect(await reading(page).isVisible()).toBe(false);
    expect(await page.locator('[data-map-table] tbody tr').count()).toBe(41);
    await page.context().close();
  });
});

describe.skipIf(!hasBrowser)('areas', () => {
  it('have borders and, where they fit, names without JavaScript too', async () => {
    const { page } = await site().visit('map/', { ...wide, javaScriptEnabled: false });
    expect(await page.locator('.borders').getAttribute('d')).toMatch(/^M.*M/);
    expect(await page.getByText('Stillwater', { exact: true }).isVisible()).toBe(true);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.getByText('Stillwater', { exact: true }).isVisible()).toBe(false);
    await page.context().close();
  });

  it('get their names as a phone comes near, in letters of one size', async () => {
    const { page } = await site().visit('map/', { viewport: { width: 360, height: 740 } });
    const name = page.getByText('McAllister', { exact: true });
    expect(await name.isVisible()).toBe(false);
    await press(page, 'Zoom in');
    await press(page, 'Zoom in');
    await expect.poll(() => name.isVisible()).toBe(true);
    const pixels = async () => {
      const size = await page.locator('[data-map-areas]').getAttribute('font-size');
      const width = Number((await viewBox(page))?.split(' ')[2]);
      return (Number(size) * ((await drawing(page).boundingBox())?.width ?? 0)) / width;
    };
    await expect.poll(async () => Math.round(await pixels())).toBe(12);
    await press(page, 'Zoom in');
    await expect.poll(async () => Math.round(await pixels())).toBe(12);
    await page.context().close();
  });

  it('are named on the page of a school', async () => {
    for (const [path, text] of [
      ['schools/2001/', 'Neighborhood'],
      ['es/schools/2001/', 'Barrio'],
    ] as const) {
      const { page } = await site().visit(path);
      const fact = page.locator('.facts div', { hasText: text });
      expect(await fact.locator('dd').textContent()).toBe('Larkspur Center');
      await page.context().close();
    }
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

describe.skipIf(!hasBrowser)('the big map', () => {
  it('is zoomed by its buttons, and address and table follow', async () => {
    const { page, requests, troubles } = await site().visit('map/', wide);
    const whole = await viewBox(page);
    const rows = page.locator('[data-map-table] tbody tr:visible');
    const idle = () => page.locator('[data-map-tools] [aria-disabled="true"]').allTextContents();
    expect(await idle()).toEqual(['−', WHOLE]);
    await press(page, 'Zoom in');
    await press(page, 'Zoom in');
    await page.waitForURL('**/map/?at=*');
    await page.locator('[data-map-part]', { hasText: 'in this part of the map' }).waitFor();
    const left = await rows.count();
    expect(left).toBeLessThan(41);
    expect(await page.locator('[data-map-part]').textContent()).toBe(
      `The table shows ${left} of 41 schools: those in this part of the map.`,
    );
    expect(await idle()).toEqual([]);

    const { page: shared } = await site().visit(`map/${query(page)}`, wide);
    await shared.locator('[data-map-part]', { hasText: 'in this part of the map' }).waitFor();
    expect(query(shared)).toBe(query(page));
    const [here, there] = await Promise.all([page, shared].map(viewBox));
    const numbers = (box: string | null | undefined) => box?.split(' ').map(Number) ?? [];
    // The address has a tenth of a level.
    for (const [index, value] of numbers(here).entries()) {
      expect(Math.abs(value - (numbers(there)[index] ?? 0))).toBeLessThan(8);
    }
    await shared.context().close();

    await press(page, WHOLE);
    await expect.poll(() => viewBox(page)).toBe(whole);
    await expect.poll(() => rows.count()).toBe(41);
    await expect.poll(() => query(page)).toBe('');
    await drawing(page).focus();
    const zoomIn = async () => {
      await page.keyboard.press('+');
      return idle();
    };
    await expect.poll(zoomIn).toEqual(['+']);
    expect(requests.filter((url) => !url.startsWith(site().url))).toEqual([]);
    expect(requests.filter((url) => /schools\.json/.test(url))).toEqual([]);
    expect(withoutIcon(troubles)).toEqual([]);
    await page.context().close();
  });

  it('is one stop for the keyboard, whose arrows are the page’s until it is zoomed in', async () => {
    const { page } = await site().visit('map/', { ...wide, reducedMotion: 'reduce' });
    await page.getByRole('link', { name: 'Skip the map' }).focus();
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    expect(await focused.getAttribute('aria-label')).toMatch(/^Map with 40 schools.*Arrow keys/);
    const [whole, width] = [await viewBox(page), await widthOf(page)];
    const scrolled = () => page.evaluate('scrollY') as Promise<number>;
    await page.keyboard.press('ArrowDown');
    // What an arrow scrolls in Chromium, once it has come to its end.
    await expect.poll(scrolled).toBe(40);
    expect(await viewBox(page)).toBe(whole);

    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await expect.poll(() => widthOf(page)).toBe(width / 4);
    const [zoomed, top] = [await viewBox(page), await scrolled()];
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => viewBox(page)).not.toBe(zoomed);
    const [before, after] = [zoomed, await viewBox(page)].map((box) => box?.split(' ').map(Number));
    expect(after?.[0]).toBeGreaterThan(before?.[0] ?? 0);
    expect(after?.[2]).toBe(before?.[2]);
    expect(await scrolled()).toBe(top);
    await page.keyboard.press('-');
    await page.keyboard.press('0');
    await expect.poll(() => viewBox(page)).toBe(whole);

    const stops: (string | null)[] = [];
    for (let stop = 0; stop < 4; stop += 1) {
      await page.keyboard.press('Tab');
      stops.push(await focused.evaluate((element) => element.dataset.zoom ?? element.tagName));
    }
    expect(stops).toEqual(['in', 'out', 'whole', 'INPUT']);
    await page.context().close();
  });

  it('reads the nearest dot, aloud too, and rings the one whose row has the focus', async () => {
    const { page, troubles } = await site().visit('map/', { ...wide, reducedMotion: 'reduce' });
    expect(await reading(page).getAttribute('role')).toBe('status');
    const hint = await reading(page).textContent();
    const badger = page.locator('[data-map-dots] a', { hasText: 'Badger Hollow' });
    await page.getByRole('link', { name: 'Badger Hollow Elementary' }).last().focus();
    expect(await badger.getAttribute('class')).toBe('is-found');
    const { x, y } = await middleOf(page, 'Badger Hollow');
    await page.mouse.click(x - 15, y + 15);
    await expect
      .poll(() => reading(page).textContent())
      .toMatch(/^Badger Hollow Elementary New cases in the last 14 days: \d+$/);
    expect(await badger.getAttribute('class')).toBe('is-found');
    await page.getByRole('radio', { name: 'All' }).check();
    await expect
      .poll(() => reading(page).textContent())
      .toMatch(/^Badger Hollow Elementary All cases on record: \d+$/);
    await page.mouse.click(x, y - 60);
    await expect.poll(() => reading(page).textContent()).toBe(hint);
    await page.mouse.click(x, y);
    await reading(page).getByRole('link').click();
    await page.waitForURL('**/tracker/schools/2004/');
    expect(withoutIcon(troubles)).toEqual([]);
    await page.context().close();
  });

  it('is dragged by a mouse only once it is zoomed in; a wheel scrolls the page unless asked', async () => {
    const { page } = await site().visit('map/', { ...wide, reducedMotion: 'reduce' });
    const whole = await viewBox(page);
    const { x, y } = await middleOf(page, 'Larkspur High');
    const drag = async () => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - 60, y - 40, { steps: 4 });
      await page.mouse.up();
    };
    const box = async () => (await viewBox(page))?.split(' ').map(Number) ?? [];
    await drag();
    expect(await viewBox(page)).toBe(whole);
    await page.mouse.wheel(0, 120);
    await expect.poll(() => page.evaluate('scrollY')).toBeGreaterThan(0);
    expect(await viewBox(page)).toBe(whole);
    await page.evaluate('scrollTo(0, 0)');

    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await expect.poll(() => viewBox(page)).not.toBe(whole);
    expect(await page.evaluate('visualViewport.scale')).toBe(1);
    const zoomed = await box();
    await drag();
    await expect.poll(async () => (await box())[0]).toBeGreaterThan(zoomed[0] ?? 0);
    expect((await box())[2]).toBe(zoomed[2]);
    // A drag is no click.
    expect(await reading(page).getByRole('link').count()).toBe(0);
    expect(page.url()).toContain('/map/');

    await drawing(page).focus();
    await page.mouse.wheel(0, -120);
    await expect.poll(async () => (await box())[2]).toBeLessThan(zoomed[2] ?? 0);
    expect(await page.evaluate('scrollY')).toBe(0);
    await page.context().close();
  });

  it('leaves one finger to the page until two have zoomed in', async () => {
    const { page } = await site().visit('map/', {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      reducedMotion: 'reduce',
    });
    const whole = await viewBox(page);
    const fingers = await page.context().newCDPSession(page);
    type Finger = readonly [x: number, y: number];
    const touch = (type: string, ...at: readonly Finger[]) =>
      fingers.send('Input.dispatchTouchEvent', {
        type: type as 'touchStart',
        touchPoints: at.map(([x, y], id) => ({ x, y, id })),
      });
    const slide = async (from: Finger, by: Finger) => {
      await touch('touchStart', from);
      for (let step = 1; step <= 8; step += 1) {
        await touch('touchMove', [from[0] + (by[0] * step) / 8, from[1] + (by[1] * step) / 8]);
      }
      await touch('touchEnd');
    };
    const middle = async (): Promise<Finger> => {
      const box = await drawing(page).boundingBox();
      if (!box) throw new Error('there is no map');
      return [box.x + box.width / 2, box.y + box.height / 2];
    };
    const width = async () => Number((await viewBox(page))?.split(' ')[2]);

    await slide(await middle(), [0, -120]);
    await expect.poll(() => page.evaluate('scrollY')).toBeGreaterThan(40);
    expect(await viewBox(page)).toBe(whole);

    const [x, y] = await middle();
    await touch('touchStart', [x - 30, y], [x + 30, y]);
    for (let step = 1; step <= 6; step += 1) {
      await touch('touchMove', [x - 30 - step * 10, y], [x + 30 + step * 10, y]);
    }
    await touch('touchEnd');
    await expect.poll(width).toBeLessThan(Number(whole?.split(' ')[2]) / 2);
    expect(await page.evaluate('visualViewport.scale')).toBe(1);
    expect(await reading(page).getByRole('link').count()).toBe(0);

    const [zoomed, top] = [await viewBox(page), await page.evaluate('scrollY')];
    await slide(await middle(), [-40, -60]);
    await expect.poll(() => viewBox(page)).not.toBe(zoomed);
    expect(await page.evaluate('scrollY')).toBe(top);

    await press(page, WHOLE);
    await expect.poll(() => viewBox(page)).toBe(whole);
    const badger = await middleOf(page, 'Badger Hollow');
    // On a machine that is busy, a tap may take so long that it is none.
    const readByTap = async () => {
      await page.touchscreen.tap(badger.x - 14, badger.y - 14);
      return reading(page).textContent();
    };
    await expect.poll(readByTap).toMatch(/^Badger Hollow Elementary New/);
    const spot = await middle();
    const widthByTaps = async () => {
      await page.touchscreen.tap(...spot);
      await page.touchscreen.tap(...spot);
      return width();
    };
    await expect.poll(widthByTaps).toBeLessThanOrEqual(Number(whole?.split(' ')[2]) / 2);
    await page.context().close();
  });

  it('has no dot that hides another on a phone', async () => {
    const { page } = await site().visit('map/', { viewport: { width: 360, height: 740 } });
    const circles = await page.locator('[data-map-dots] circle').all();
    const boxes = await Promise.all(circles.map((circle) => circle.boundingBox()));
    const middles = boxes.flatMap((box) =>
      box ? [[box.x + box.width / 2, box.y + box.height / 2] as const] : [],
    );
    expect(middles).toHaveLength(40);
    const gaps = middles.flatMap(([x, y], index) =>
      middles.slice(index + 1).map(([left, top]) => Math.hypot(left - x, top - y)),
    );
    expect(Math.min(...gaps)).toBeGreaterThan(2.8);
    await page.context().close();
  });

  it('glides where nobody asked for less motion', async () => {
    const { page } = await site().visit('map/', wide);
    await page.evaluate(`{
      globalThis.boxes = [];
      const drawing = document.querySelector('[data-map-drawing]');
      new MutationObserver(() => boxes.push(drawing.getAttribute('viewBox'))).observe(drawing, {
        attributeFilter: ['viewBox'],
      });
    }`);
    await press(page, 'Zoom in');
    await page.waitForURL('**/map/?at=*');
    const width = Number(((await page.evaluate('boxes.at(-1)')) as string).split(' ')[2]);
    expect(width * 2).toBeCloseTo(480, 0);
    await page.context().close();
  });

  it.each([
    ['light', 320],
    ['dark', 1280],
  ] as const)('is open to everyone, %s at %d px, whole and zoomed in', async (scheme, width) => {
    const { page } = await site().visit('map/?measure=rate', {
      colorScheme: scheme,
      viewport: { width, height: 800 },
      reducedMotion: 'reduce',
    });
    await page.locator('.map-legend', { hasText: 'not known' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await press(page, 'Zoom in');
    await press(page, 'Zoom in');
    const { x, y } = await middleOf(page, 'Alder Creek');
    await page.mouse.click(x, y);
    await reading(page).getByRole('link').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  });

  it('weighs less than its budget, all that it ever loads', async () => {
    const { page, requests, settled } = await site().visit('map/', wide);
    await press(page, 'Zoom in');
    await page.waitForURL('**/map/?at=*');
    await settled();
    const scripts = requests.filter((url) => url.endsWith('.js'));
    const bodies = await Promise.all(
      scripts.map((url) => readFile(join(site().dist, url.slice(site().url.length)))),
    );
    expect(scripts).toHaveLength(2);
    expect(bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)).toBeLessThan(12_000);
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

    await press(page, 'Zoom in');
    await page.waitForURL('**/map/?at=*');
    await settled();
    expect(asked).toEqual([]);
    await page.getByText('It will see your internet address').waitFor();
    await page.getByRole('button', { name: 'Show streets' }).click();
    await expect.poll(() => asked.length).toBeGreaterThan(3);
    await settled();
    const shown = await drawing(page)
      .locator('image')
      .evaluateAll((images) =>
        images.map((image) => new URL(image.getAttribute('href') ?? '').pathname),
      );
    expect([...asked].sort()).toEqual([...shown].sort());
    // The tile of a place: https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames
    const [latitude = 0, longitude = 0, level = 0] = query(page).slice(4).split(',').map(Number);
    const [z, radians] = [Math.round(level), (latitude * Math.PI) / 180];
    const column = Math.floor(((longitude + 180) / 360) * 2 ** z);
    const row = Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z);
    expect(asked).toContain(`/${z}/${column}/${row}.png`);
    expect(asked.every((path) => /^\/\d+\/\d+\/\d+\.png$/.test(path))).toBe(true);
    const others = requests.filter((url) => !url.startsWith(served.url) && !url.startsWith(host));
    expect(others).toEqual([]);
    expect(await page.locator('.map-owed').textContent()).toBe(attribution);
    expect(withoutIcon(troubles)).toEqual([]);
    await page.context().close();
    await served.close();
    tiles.close();
  });

  it('are not offered where the settings name no server', async () => {
    const { page } = await site().visit('map/', wide);
    expect(await page.getByRole('button', { name: 'Show streets' }).count()).toBe(0);
    await page.context().close();
  });
});
