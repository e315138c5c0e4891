import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { serveFolder } from '../../scripts/develop/serve-folder.ts';
import { heldText } from '../../scripts/ledger/state-files.ts';
import { scratch } from '../command-line.ts';
import { instant, schoolId } from '../world.ts';
import { buildInto, PREFIX } from './build-into.ts';
import { builtSite, hasBrowser } from './built-site.ts';

const site = builtSite();

/** A page of each template. */
const TEMPLATES = [
  '',
  'schools/',
  'schools/2006/',
  'cases/',
  'cases/2021-09-16/',
  'updates/2021-09-16/2/',
  'archive/',
  'archive/2021-10/',
  'data/',
  'about/',
  'faq/',
  'subscribe/',
  'status/',
  'map/',
  'es/',
  'es/archive/2021-10/',
] as const;

/** How much of what a page showed has moved since it was loaded: the sum of its layout shifts. */
function shiftOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    // What was changed last is laid out by the second frame from now.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type: 'layout-shift', buffered: true });
    const shifts = observer.takeRecords();
    return shifts.reduce((sum, entry) => sum + ('value' in entry ? Number(entry.value) : 0), 0);
  });
}

/** Opens the first page with the reader's clock at an instant. */
async function at(when: string, path = '') {
  const { page } = await site().visit();
  await page.clock.setFixedTime(new Date(when));
  await page.goto(site().url + path);
  return page;
}

describe.skipIf(!hasBrowser)('the reader’s clock', () => {
  it.each([
    ['the last day read, by the district’s clock', '2021-12-21T06:30:00Z', false, false],
    ['the day after, outside the session', '2022-07-04T18:00:00Z', false, true],
    ['a school day after', '2021-12-21T18:00:00Z', true, false],
    ['a Saturday after', '2021-12-25T18:00:00Z', false, true],
  ])('on %s', async (_, when, unread, noSchool) => {
    const page = await at(when);
    expect(await page.locator('[data-when="unread"]').isVisible()).toBe(unread);
    expect(await page.locator('[data-when="no-school"]').isVisible()).toBe(noSchool);
    expect(await page.locator('.today').textContent()).toContain('December 20, 2021');
  });

  it.each([
    ['is silent within 36 hours of the last check', 35, false],
    ['says that the page is stale after that', 37, true],
  ])('%s', async (_, hours, shown) => {
    const page = await at('2021-12-21T00:00:00Z');
    const checkedAt = await page.evaluate(() => document.body.dataset.checkedAt ?? '');
    const later = new Date(Date.parse(checkedAt) + hours * 3_600_000).toISOString();
    await page.clock.setFixedTime(new Date(later));
    await page.reload();
    expect(await page.locator('[data-stale]').isVisible()).toBe(shown);
    await page.goto(`${site().url}status/`);
    expect(await page.getByText('Everything works.').count()).toBe(shown ? 0 : 1);
  });
});

describe.skipIf(!hasBrowser)('the third clock', () => {
  it('is read from build.json, in the district’s time zone and the page’s language', async () => {
    const { page } = await site().visit('es/');
    const time = page.locator('[data-built] time');
    await time.waitFor();
    const { built_at: builtAt } = await (await fetch(`${site().url}build.json`)).json();
    const words = new Intl.DateTimeFormat('es-US', {
      dateStyle: 'full',
      timeZone: 'America/Denver',
    }).format(Date.parse(builtAt));
    expect(await time.textContent()).toContain(words);
  });

  it('is a link to the status page without JavaScript', async () => {
    const { page } = await site().visit('', { javaScriptEnabled: false });
    expect(await page.locator('[data-built] a').getAttribute('href')).toMatch(/status\/$/);
    expect(await page.locator('[data-when]:visible').count()).toBe(0);
  });
});

describe.skipIf(!hasBrowser)('on a phone', () => {
  const phone = { viewport: { width: 360, height: 740 } };

  it.each(['', 'es/'])('the ways through the site are one line: /%s', async (path) => {
    const { page } = await site().visit(path, phone);
    const tops = await page
      .locator('.masthead nav:not(.languages) li')
      .evaluateAll((items) => items.map((item) => item.getBoundingClientRect().top));
    expect(tops).toHaveLength(6);
    expect(new Set(tops).size).toBe(1);
  });

  it('the letters stay in reach while the list of schools goes by, and hide nothing', async () => {
    const { page } = await site().visit('schools/', phone);
    const letters = page.locator('.letters');
    await page.getByRole('link', { name: 'P', exact: true }).click();
    await page.waitForURL('**/schools/#p');
    const bar = await letters.boundingBox();
    const title = await page.getByRole('heading', { name: 'P', exact: true }).boundingBox();
    expect(bar?.y).toBe(0);
    expect(bar?.height).toBeLessThan(60);
    expect(title?.y).toBeGreaterThanOrEqual(bar?.height ?? Number.POSITIVE_INFINITY);
    expect(title?.y).toBeLessThan(370);
  });
});

describe.skipIf(!hasBrowser)('every template', () => {
  it('fits 320 pixels without scrolling sideways, with every table open', async () => {
    const { page } = await site().visit('', { viewport: { width: 320, height: 700 } });
    const wide: string[] = [];
    for (const path of TEMPLATES) {
      await page.goto(site().url + path);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) wide.push(`${path}: ${width}`);
    }
    expect(wide).toEqual([]);
  });

  it('does not move while it loads, also when it has grown stale', async () => {
    const { page, settled } = await site().visit('', { viewport: { width: 360, height: 740 } });
    const moved: string[] = [];
    for (const path of TEMPLATES) {
      await page.goto(site().url + path);
      await settled();
      const shift = await shiftOf(page);
      if (shift > 0.02) moved.push(`${path}: ${shift}`);
      expect(await page.locator('[data-stale]').isVisible(), path).toBe(true);
    }
    expect(moved).toEqual([]);
    await page.evaluate('document.body.prepend(document.querySelector("footer"))');
    expect(await shiftOf(page)).toBeGreaterThan(0.02);
  });

  it('prints without what only a screen needs, black on white in the dark too', async () => {
    const { page } = await site().visit('schools/2006/', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('nav:visible, form:visible').count()).toBe(0);
    const ink = await page.evaluate(() => getComputedStyle(document.body).color);
    expect(ink).toBe('rgb(0, 0, 0)');
    expect(await page.locator('#reports + *').first().isVisible()).toBe(true);
  });

  it('prints the table of each chart, though it is closed on the screen', async () => {
    const { page } = await site().visit('');
    const numbers = page.locator('.chart details:not([open]) tbody tr:first-child');
    expect(await numbers.count()).toBeGreaterThan(0);
    expect(await numbers.first().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await numbers.first().isVisible()).toBe(true);
  });
});

describe.skipIf(!hasBrowser)('a site whose newest update is held', () => {
  it('says so above every page, in its language, and keeps the last figures', async () => {
    const [dataDir, dist] = [join(await scratch(), 'data'), join(await scratch(), 'dist')];
    await cp(site().dataDir, dataDir, { recursive: true });
    const since = instant('2021-12-20T21:00:00Z');
    const reasons = [
      { guard: 'school-surge', schoolId: schoolId('2004'), text: 'Badger Hollow: +80', since },
    ];
    const held = {
      key: 'a',
      countsDigest: 'b',
      reasons,
      checkedAt: since,
      declined: null,
      apart: [],
    };
    await writeFile(join(dataDir, 'held.json'), heldText(held));
    const served = await serveFolder(dist, { port: 0, basePath: PREFIX });
    await buildInto(dist, dataDir, site().lastRead, served.url);
    const page = await at('2021-12-20T23:00:00Z');
    for (const [path, words] of [
      ['', /^A newer update looks unusual\. Since Monday, December 20, 2021 it waits/],
      ['schools/2004/', /^A newer update looks unusual/],
      ['es/map/', /^Una actualización más reciente parece inusual/],
    ] as const) {
      await page.goto(served.url + path);
      expect(await page.locator('.banner:visible').first().textContent(), path).toMatch(words);
    }
    await page.goto(served.url);
    expect(await page.locator('h1').textContent()).toMatch(/^2 new/);
    await page.locator('.banner:visible a').first().click();
    expect(await page.locator('#held').isVisible()).toBe(true);
    await page.context().close();
    await served.close();
  });
});
