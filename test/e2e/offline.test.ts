/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { type PreviewServer, serveFolder } from '../../scripts/develop/serve-folder.ts';
import { scratch } from '../command-line.ts';
import { PREFIX } from './build-into.ts';
import { builtSite, hasBrowser } from './built-site.ts';

const site = builtSite();
const MILLISECONDS_TO_HANG = 120_000;

/** A copy of the site with a server that can be taken away, and a browser that comes back to it. */
async function reader() {
  const dist = join(await scratch(), 'dist');
  await cp(site().dist, dist, { recursive: true });
  await makePatient(join(dist, 'sw.js'));
  let served: PreviewServer = await serveFolder(dist, { port: 0, basePath: PREFIX });
  const { url } = served;
  const context = await site().reader();
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) troubles.push(message.text());
  });
  return {
    dist,
    url,
    page,
    troubles,
    see: async (path: string) => void (await page.goto(url + path)),
    goOffline: () => served.close(),
    goOnline: async () => {
      served = await serveFolder(dist, { port: Number(new URL(url).port), basePath: PREFIX });
    },
    end: async () => {
      await context.close();
      await served.close();
    },
  };
}

/** A slow machine would see copies where the site answers: only a connection that is gone counts. */
async function makePatient(worker: string): Promise<void> {
  const text = await readFile(worker, 'utf8');
  const [patience, ...others] = text.match(/=4e3;/g) ?? [];
  expect([patience, others]).toEqual(['=4e3;', []]);
  await writeFile(worker, text.replace('=4e3;', '=36e5;'));
}

/** Asks the page again and again until the answer is yes. */
function until<Asked>(page: Page, answer: (asked: Asked) => Promise<boolean>, asked: Asked) {
  const ask = () => page.evaluate(answer as never, asked) as Promise<boolean>;
  return vi.waitUntil(ask, { timeout: MILLISECONDS_TO_HANG, interval: 20 });
}

/** When the worker runs and has kept what was open before it came. */
function whenKept(page: Page, path: string) {
  const isKept = async (end: string) => {
    const names = (await caches.keys()).filter((name) => name.endsWith(' pages'));
    const found = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    );
    return (
      navigator.serviceWorker.controller !== null && found.flat().some((url) => url.endsWith(end))
    );
  };
  return until(page, isKept, path);
}

const banner = (page: Page) => page.locator('[data-copy]');

describe.skipIf(!hasBrowser)('without a connection', () => {
  it('shows the pages already seen, with the date of the copy, in their language', async () => {
    const { page, troubles, url, see, goOffline, end } = await reader();
    await see('schools/2001/');
    await whenKept(page, '/schools/2001/');
    expect(await banner(page).isVisible()).toBe(false);
    await see('es/cases/?month=1');
    expect(await banner(page).isVisible()).toBe(false);
    await goOffline();

    await see('schools/2001/');
    await page.getByRole('heading', { level: 1, name: 'Alder Creek Elementary' }).waitFor();
    expect(await banner(page).textContent()).toMatch(
      /^No connection: this is the copy of \w+ \d+, \d{4} at \d+:\d\d [AP]M\.$/,
    );
    expect(await page.evaluate(() => getComputedStyle(document.body).marginTop)).toBe('0px');
    await see('es/cases/');
    expect(await banner(page).textContent()).toMatch(/^Sin conexión: esta es la copia del \d+ de /);
    expect(page.url()).toBe(`${url}es/cases/`);
    expect(troubles).toEqual([]);
    await end();
  });

  it('says of a page never seen that there is no copy, and leads back when it can be had', async () => {
    const { page, troubles, url, see, goOffline, goOnline, end } = await reader();
    await see('schools/2001/');
    await whenKept(page, '/schools/2001/');
    await see('offline/');
    await whenKept(page, '/offline/');
    await goOffline();
    await see('schools/2002/');
    await page.getByRole('heading', { level: 1, name: 'You are offline' }).waitFor();
    await page.getByRole('link', { name: 'Alder Creek Elementary', exact: true }).waitFor();
    expect(await page.locator('[data-offline-page] ul a').count()).toBe(1);
    await see('es/schools/2002/');
    await page.getByRole('heading', { level: 1, name: 'Está sin conexión' }).waitFor();
    const again = page.getByRole('link', { name: 'Intentar otra vez' });
    expect(await again.evaluate((link: HTMLAnchorElement) => link.href)).toBe(
      `${url}es/schools/2002/`,
    );
    await goOnline();
    await again.click();
    await page.waitForURL(`${url}es/schools/2002/`);
    expect(await banner(page).isVisible()).toBe(false);
    expect(troubles).toEqual([]);
    await end();
  });

  it('reads a chart of a page seen once, though no chart was read before', async () => {
    const { page, troubles, see, goOffline, end } = await reader();
    await see('schools/2001/');
    await whenKept(page, '/schools/2001/');
    await goOffline();
    await see('schools/2001/#span-30');
    await page.locator('.plot:visible input').focus();
    await page.locator('.reading').waitFor();
    expect(await page.locator('.reading').textContent()).toMatch(/^Mon, Dec 20, 2021: /);
    expect(troubles).toEqual([]);
    await end();
  });

  it('shows the newest copy: a page that changed replaces the one seen before', async () => {
    const { page, dist, see, goOffline, end } = await reader();
    await see('schools/2001/');
    await whenKept(page, '/schools/2001/');
    const file = join(dist, 'schools/2001/index.html');
    const html = await readFile(file, 'utf8');
    await writeFile(file, html.replace('<h1>', '<h1>Changed: '));
    await page.reload();
    await page.getByRole('heading', { level: 1, name: /^Changed/ }).waitFor();
    await until(
      page,
      async () =>
        (await (await caches.match(location.href))?.text())?.includes('<h1>Changed') ?? false,
      null,
    );
    await goOffline();
    await see('schools/2001/');
    await page.getByRole('heading', { level: 1, name: /^Changed/ }).waitFor();
    expect(await banner(page).isVisible()).toBe(true);
    await end();
  });
});

describe.skipIf(!hasBrowser)('the copies', () => {
  it('are never of errors, and no more than sixty pages', async () => {
    const { page, see, end } = await reader();
    await see('');
    await whenKept(page, PREFIX);
    await see('no-such-page/');
    const kept = await page.evaluate(async (prefix) => {
      const name = (await caches.keys()).find((key) => key.endsWith(' pages')) ?? '';
      const cache = await caches.open(name);
      for (let index = 0; index < 70; index += 1) {
        await cache.put(`${location.origin}${prefix}old-${index}/`, new Response('old'));
      }
      return (await cache.keys()).map(({ url }) => url);
    }, PREFIX);
    expect(kept.some((url) => url.includes('no-such-page'))).toBe(false);
    expect(kept.length).toBeGreaterThan(60);
    await see('schools/2003/');
    await until(
      page,
      async () => {
        const name = (await caches.keys()).find((key) => key.endsWith(' pages')) ?? '';
        return (await (await caches.open(name)).keys()).length === 60;
      },
      null,
    );
    const newest = await page.evaluate(async () => {
      const name = (await caches.keys()).find((key) => key.endsWith(' pages')) ?? '';
      return (await (await caches.open(name)).keys()).at(-1)?.url;
    });
    expect(newest).toMatch(/schools\/2003\/$/);
    await end();
  });

  it('of other sites of the same host are left alone, and old ones of our own go', async () => {
    const { page, dist, see, end } = await reader();
    await see('');
    await whenKept(page, PREFIX);
    await page.evaluate(() => caches.open('http://localhost/other/ pages'));
    const worker = join(dist, 'sw.js');
    const text = await readFile(worker, 'utf8');
    await writeFile(worker, text.replace(/"version":"\w+"/, '"version":"newer"'));
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await until(
      page,
      async () =>
        (await caches.keys()).every((name) => !name.includes(' ahead ') || name.endsWith('newer')),
      null,
    );
    const after = await page.evaluate(() => caches.keys());
    expect(after).toContain('http://localhost/other/ pages');
    expect(after.filter((name) => name.includes(' ahead '))).toHaveLength(1);
    expect(after.some((name) => name.endsWith('/tracker/ pages'))).toBe(true);
    await end();
  });

  it('can be taken back: a retiring worker removes them and itself', async () => {
    const { page, dist, see, end } = await reader();
    await see('');
    await whenKept(page, PREFIX);
    const { readAssets } = await import('../../scripts/website/write-site.ts');
    await writeFile(join(dist, 'sw.js'), (await readAssets()).worker.retiring);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await until(page, async () => (await caches.keys()).length === 0, null);
    await until(
      page,
      async () => (await navigator.serviceWorker.getRegistrations()).length === 0,
      null,
    );
    await end();
  });
});

describe.skipIf(!hasBrowser)('a browser without service workers', () => {
  it('shows the same pages without an error', async () => {
    const context = await site().reader();
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('pageerror', (error) => troubles.push(String(error)));
    await page.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
    });
    await page.goto(`${site().url}schools/2001/`);
    expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(false);
    expect(await banner(page).isVisible()).toBe(false);
    expect(troubles).toEqual([]);
    await context.close();
  });
});
