import { parseFeed } from 'feedsmith';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriers } from './axe.ts';
import { builtSite, hasBrowser } from './built-site.ts';

const site = builtSite();

/** The addresses that a reader sees, in their order. */
function shown(page: Page): Promise<readonly string[]> {
  return page
    .locator('.offer:visible input')
    .evaluateAll((fields) =>
      fields.map((field) => (field instanceof HTMLInputElement ? field.value : '')),
    );
}

const daily = (folder = '') =>
  ['daily', 'updates', 'notices'].map((name) => `${site().url}${folder}feeds/${name}.rss`);

describe.skipIf(!hasBrowser)('the page about feeds', () => {
  it('chooses a school by keyboard, keeps it in the address, and goes back to all', async () => {
    const { page, requests, troubles, settled } = await site().visit('subscribe/');
    await settled();
    expect(requests.filter((url) => /api|search-box/.test(url))).toEqual([]);
    expect(await shown(page)).toEqual(daily());
    await page.getByLabel('For one school only', { exact: true }).focus();
    await page.keyboard.type('badgr holow');
    await page.getByRole('option', { name: /Badger Hollow/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Badger Hollow Elementary' }).waitFor();
    expect(new URL(page.url()).search).toBe('?school=2004');
    expect(await shown(page)).toEqual([`${site().url}schools/2004/feed.rss`]);
    expect(await page.getByLabel('Address of “Badger Hollow Elementary”').inputValue()).toBe(
      `${site().url}schools/2004/feed.rss`,
    );
    // The focus goes to what a reader does next.
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Copy');
    await page.getByRole('button', { name: 'Back to all schools' }).click();
    expect(await shown(page)).toEqual(daily());
    expect(new URL(page.url()).search).toBe('');
    expect(requests.filter((url) => !url.startsWith(site().url))).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('says of a school how often items come, as many as its feed has of those weeks', async () => {
    const { page } = await site().visit('subscribe/?school=2006');
    const often = page.locator('.offer:visible .often');
    await expect.poll(() => often.textContent()).toMatch(/in the 8 weeks up to Dec 20, 2021\.$/);
    const since = await page.locator('[data-since]').getAttribute('data-since');
    const { feed } = parseFeed(await (await fetch(`${site().url}schools/2006/feed.atom`)).text());
    const entries = 'entries' in feed ? (feed.entries ?? []) : [];
    const lately = entries.filter(({ id = '' }) => String(id.split('/').at(-2)) >= String(since));
    expect(lately.length).toBeGreaterThan(2);
    expect(await often.textContent()).toContain(`${lately.length} `);
    await page.context().close();
  });

  it('is led to by a school’s page, and takes school, language and way from its address', async () => {
    const { page } = await site().visit('schools/2006/');
    await page.getByRole('main').getByRole('link', { name: 'Get notified' }).click();
    await page.getByRole('heading', { name: 'Box Elder High School' }).waitFor();
    await page.getByLabel('Language of the news').selectOption('es');
    expect(await shown(page)).toEqual([`${site().url}es/schools/2006/feed.rss`]);
    await page.getByText('By email', { exact: true }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?school=2006&lang=es&way=mail');
    await page.reload();
    await page.getByRole('heading', { name: 'Box Elder High School' }).waitFor();
    expect(await shown(page)).toEqual([`${site().url}es/schools/2006/feed.rss`]);
    expect(await page.locator('#mail').getAttribute('open')).toBe('');
    expect(await page.getByLabel('Language of the news').inputValue()).toBe('es');
    for (const ending of ['atom', 'json']) {
      const href = await page
        .locator(`.offer:visible a[data-ending=${ending}]`)
        .getAttribute('href');
      expect((await fetch(new URL(href ?? '', page.url()))).status, ending).toBe(200);
    }
    await page.context().close();
  });

  it('opens the way that a part of the page’s address names', async () => {
    const { page } = await site().visit('subscribe/#chat');
    await expect.poll(() => page.locator('#chat').getAttribute('open')).toBe('');
    expect(await page.locator('details[open]').count()).toBe(1);
    await page.context().close();
  });

  it('copies an address and says so; where it may not, selects it and says how', async () => {
    const { page } = await site().visit('subscribe/');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const copy = page.getByRole('button', { name: 'Copy' });
    const says = page.getByRole('main').locator('.says');
    await copy.nth(1).click();
    await expect.poll(() => says.textContent()).toBe('Copied.');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(daily()[1]);
    await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("no"))');
    await copy.nth(0).click();
    await expect.poll(() => says.textContent()).toMatch(/^Selected/);
    expect(await page.evaluate('getSelection().toString()')).toBe(daily()[0]);
    await page.context().close();
  });

  it('says when no school has the id, and offers what there is for all', async () => {
    const { page } = await site().visit('es/subscribe/?school=nope');
    await page.getByText('Ninguna escuela tiene el número nope.').waitFor();
    expect(await shown(page)).toEqual(daily('es/'));
    expect(new URL(page.url()).search).toBe('');
    await page.context().close();
  });

  it.each([
    ['without a connection', undefined],
    ['from a server in trouble', { status: 503, body: 'Service Unavailable' }],
    ['through a network that answers with its own page', { status: 200, body: '<h1>Sign in</h1>' }],
  ])('keeps the right address where figures cannot be loaded %s', async (_, answer) => {
    const { page } = await site().visit('subscribe/');
    await page.route('**/api/v1/schools/2006.json', (route) =>
      answer ? route.fulfill(answer) : route.abort(),
    );
    await page.goto(`${site().url}subscribe/?school=2006`);
    await page.getByText('The address is right').waitFor();
    expect(await shown(page)).toEqual([`${site().url}schools/2006/feed.rss`]);
    await page.context().close();
  });

  it('is whole without JavaScript', async () => {
    const { page } = await site().visit('subscribe/', { javaScriptEnabled: false });
    expect(await shown(page)).toEqual(daily());
    expect(await page.locator('.chooser:visible, [data-copy]:visible').count()).toBe(0);
    expect(await page.locator('.often:visible').count()).toBe(3);
    for (const way of ['In a feed reader', 'By email', 'On a phone', 'In a chat']) {
      await page.getByText(way, { exact: true }).click();
      expect(await page.locator('details[open] p').first().isVisible(), way).toBe(true);
    }
    await page.getByRole('main').getByRole('link', { name: 'All schools, A to Z' }).click();
    await page.waitForURL('**/tracker/schools/');
    await page.context().close();
  });

  it('breaks no rule of axe with everything open and a school chosen, in four looks', async () => {
    const { page } = await site().visit('subscribe/?school=2006&lang=es&way=mail', {
      reducedMotion: 'reduce',
    });
    await page.getByRole('heading', { name: 'Box Elder High School' }).waitFor();
    await page.getByRole('button', { name: 'Copy' }).first().click();
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [320, 1280]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        expect(await barriers(page), `${colorScheme}, ${width}`).toEqual([]);
      }
    }
    await page.context().close();
  });
});
