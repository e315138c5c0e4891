import { describe, expect, it } from 'vitest';
import { builtSite, hasBrowser } from './built-site.ts';

const site = builtSite();

describe.skipIf(!hasBrowser)('pages in a browser, under a path prefix', () => {
  it.each(['', 'schools/', 'schools/2001/', 'es/', 'no-such-page/'])(
    'load from one host without an error: /%s',
    async (path) => {
      const { page, requests, troubles } = await site().visit(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(requests.length).toBeGreaterThan(1);
      expect(requests.filter((url) => !url.startsWith(site().url))).toEqual([]);
      expect(troubles.filter((text) => !/status of 404/.test(text))).toEqual([]);
      await page.context().close();
    },
  );
});

describe.skipIf(!hasBrowser)('search', () => {
  it('leads to a school by keyboard alone, and loads nothing before it is used', async () => {
    const { page, requests, troubles } = await site().visit('cases/2021-12-20/');
    expect(requests.filter((url) => /api|search-box/.test(url))).toEqual([]);
    for (let tab = 0; tab < 20 && (await page.locator('#search:focus').count()) === 0; tab += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('badgr holow');
    const combobox = page.getByRole('combobox', { name: 'Find a school' });
    const option = page.getByRole('option', { name: /Badger Hollow Elementary/ });
    await option.waitFor();
    expect(await combobox.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('.search [role=status]').textContent()).toBe('1 school found');
    await page.keyboard.press('ArrowDown');
    expect(await option.getAttribute('aria-selected')).toBe('true');
    expect(await combobox.getAttribute('aria-activedescendant')).toBe(
      await option.getAttribute('id'),
    );
    await page.keyboard.press('Escape');
    expect(await option.isVisible()).toBe(false);
    expect(await combobox.inputValue()).toBe('badgr holow');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await combobox.getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/tracker/schools/2004/');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('names the former name that was met', async () => {
    const { page } = await site().visit('es/');
    await page.getByLabel('Buscar una escuela').fill('horse theif');
    const option = page.getByRole('option').first();
    await option.waitFor();
    expect(await option.textContent()).toBe('Wild Horse Elementary antes Horse Thief Elementary');
    await option.click();
    await page.waitForURL('**/tracker/es/schools/2018/');
    await page.context().close();
  });

  it('lists what is alike on the page from A to Z, with a way back', async () => {
    const { page, troubles } = await site().visit('');
    await page.getByLabel('Find a school').fill('creek');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Schools like “creek”' }).waitFor();
    expect(new URL(page.url()).search).toBe('?q=creek');
    const rows = page.locator('main tbody tr:visible');
    expect(await rows.count()).toBe(1);
    expect(await rows.first().textContent()).toContain('Alder Creek Elementary');
    await page.getByRole('link', { name: 'Show all schools' }).click();
    await page.waitForURL('**/tracker/schools/');
    expect(await rows.count()).toBe(41);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('keeps the whole list where nothing is alike', async () => {
    const { page } = await site().visit('schools/?q=zzzzqqqq');
    await page.getByText('No school has a name like this. The list below has them all.').waitFor();
    expect(await page.locator('main tbody tr:visible').count()).toBe(41);
    await page.context().close();
  });

  it('says so when the names cannot be loaded, and still leads to the list', async () => {
    const { page } = await site().visit('');
    await page.route('**/api/v1/schools.json', (route) => route.abort());
    await page.getByLabel('Find a school').fill('creek');
    const status = page.locator('.search [role=status]');
    await status.filter({ hasText: 'could not be loaded' }).waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.waitForURL('**/tracker/schools/?q=creek');
    expect(await page.locator('main tbody tr:visible').count()).toBe(41);
    await page.context().close();
  });

  it('leads to the list without JavaScript', async () => {
    const { page } = await site().visit('', { javaScriptEnabled: false });
    await page.getByLabel('Find a school').fill('creek');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.waitForURL('**/tracker/schools/?q=creek');
    expect(await page.locator('main tbody tr:visible').count()).toBe(41);
    await page.context().close();
  });
});
