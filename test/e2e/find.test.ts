import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { parseFeed, parseOpml } from 'feedsmith';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { slips } from '../site/find/misspellings.ts';
import { builtSite, hasBrowser } from './built-site.ts';

const site = builtSite();

/** What the search offers for a query, in its order. */
async function found(page: Page, query: string): Promise<readonly string[]> {
  const says = (something: boolean) =>
    page.waitForFunction(
      `(document.querySelector('.search [role=status]').textContent !== '') === ${something}`,
    );
  await page.locator('#search').fill('');
  await says(false);
  await page.locator('#search').fill(query);
  await says(true);
  return page.getByRole('option').allTextContents();
}

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

  it('has the school among the first three for every one of 82 misspellings', async () => {
    const text = await readFile(join(site().dist, 'api/v1/schools.json'), 'utf8');
    const { schools } = JSON.parse(text) as { schools: { name: string }[] };
    const { page, troubles } = await site().visit('');
    const kinds = Object.values(slips);
    const missed: string[] = [];
    for (const [index, { name }] of [...schools, ...schools].entries()) {
      const slip = kinds[index % kinds.length];
      const query = slip?.(name.toLowerCase(), ((index * 7) % 11) / 11) ?? '';
      const options = await found(page, query);
      if (!options.slice(0, 3).some((option) => option.includes(name))) {
        missed.push(`${query} for ${name}: ${options.join(', ')}`);
      }
    }
    expect(missed).toEqual([]);
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
    expect(await page.locator('main h2').first().textContent()).toBe('Schools like “creek”');
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
    const { page } = await site().visit('', { serviceWorkers: 'block' });
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

describe.skipIf(!hasBrowser)('near me', () => {
  const here = { latitude: 40.6217, longitude: -103.2049 };
  const allowed = { geolocation: here, permissions: ['geolocation'] };

  it.each(['', 'schools/'])(
    'lists the five nearest by keyboard, and tells nobody: /%s',
    async (path) => {
      const { page, requests, troubles } = await site().visit(path, allowed);
      await page.getByRole('button', { name: 'Schools near me' }).focus();
      await page.keyboard.press('Enter');
      await page
        .getByText('The 5 nearest schools; the nearest is Box Elder High School.')
        .waitFor();
      const rows = page.locator('[data-near] tbody tr');
      expect(await rows.count()).toBe(5);
      expect(await rows.first().textContent()).toMatch(
        /^Box Elder High School0\.9\smi \(1\.4\skm\)\d+$/,
      );
      const told = requests.filter(
        (url) => !url.startsWith(site().url) || /40\.6|103\.2/.test(url),
      );
      expect(told).toEqual([]);
      expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
      expect(await page.context().cookies()).toEqual([]);
      expect(await page.locator('[data-near] button:focus').count()).toBe(1);
      expect(troubles).toEqual([]);
      await page.context().close();
    },
  );

  it('says so when all schools are far away', async () => {
    const away = { geolocation: { latitude: 48.1, longitude: 11.6 }, permissions: ['geolocation'] };
    const { page } = await site().visit('es/', away);
    await page.getByRole('button', { name: 'Escuelas cerca de mí' }).click();
    await page.getByText('Todas quedan lejos').waitFor();
    await page.context().close();
  });

  it.each([
    ['refused', '{ code: 1, PERMISSION_DENIED: 1, TIMEOUT: 3 }', 'may not say where you are'],
    ['not known', '{ code: 2, PERMISSION_DENIED: 1, TIMEOUT: 3 }', 'does not know where it is'],
    ['too slow', '{ code: 3, PERMISSION_DENIED: 1, TIMEOUT: 3 }', 'took too long'],
  ])('says what to do when the position is %s', async (_, error, words) => {
    const { page, troubles } = await site().visit('');
    await page.evaluate(
      `navigator.geolocation.getCurrentPosition = (found, failed) => failed(${error})`,
    );
    const button = page.getByRole('button', { name: 'Schools near me' });
    await button.click();
    await page.locator('[data-near] [role=status]').filter({ hasText: words }).waitFor();
    expect(await button.isEnabled()).toBe(true);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('says so when the browser really refuses', async () => {
    const { page } = await site().visit('', { permissions: [] });
    await page.getByRole('button', { name: 'Schools near me' }).click();
    await page.getByText('may not say where you are').waitFor();
    await page.context().close();
  });
});

describe.skipIf(!hasBrowser)('my schools', () => {
  it('are kept across pages, languages and reloads, listed with their figures, and forgotten', async () => {
    const { page, troubles } = await site().visit('schools/2022/');
    const go = (path: string) => page.goto(new URL(path, site().url).href);
    const follow = page.getByRole('button', { name: 'Follow here' });
    expect(await follow.getAttribute('aria-pressed')).toBe('false');
    await follow.click();
    await page.getByText('Now one of “My schools”').waitFor();
    await page.reload();
    await page.locator('[data-follow][aria-pressed=true]').waitFor();
    await go('es/schools/2004/');
    await page.getByRole('button', { name: 'Seguir aquí' }).click();
    await go('');
    const rows = page.locator('[data-mine] tbody tr');
    await rows.nth(1).waitFor();
    expect(await rows.locator('th').allTextContents()).toEqual([
      'Larkspur High School',
      'Badger Hollow Elementary',
    ]);
    const shown = await rows.first().locator('td').allTextContents();
    const inTable = page
      .locator('main table.schools')
      .last()
      .locator('tr', { hasText: 'Larkspur High' });
    const [days7, days14, , all] = await inTable.locator('td').allTextContents();
    expect(shown.slice(0, 3)).toEqual([days7, days14, all]);
    await page.getByRole('button', { name: 'Forget Larkspur High School' }).click();
    await go('schools/');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(1);
    await page.getByRole('button', { name: 'Forget all' }).click();
    await page.getByText('None yet.').waitFor();
    expect(await page.evaluate('localStorage.length')).toBe(0);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('appear when the reader comes back to a page that had none', async () => {
    const { page } = await site().visit('');
    await page.getByText('None yet.').waitFor();
    await page.goto(new URL('schools/2022/', site().url).href);
    await page.getByRole('button', { name: 'Follow here' }).click();
    await page.goBack();
    await page.locator('[data-mine] tbody tr').waitFor();
    await page.context().close();
  });

  it('can be unfollowed where they were followed', async () => {
    const { page } = await site().visit('schools/2022/');
    const follow = page.getByRole('button', { name: 'Follow here' });
    await follow.click();
    await follow.click();
    await page.getByText('No longer one of “My schools”.').waitFor();
    expect(await follow.getAttribute('aria-pressed')).toBe('false');
    await page.context().close();
  });

  it('give their feeds as a file that feed readers import', async () => {
    const { page } = await site().visit('schools/2022/');
    await page.getByRole('button', { name: 'Follow here' }).click();
    await page.goto(new URL('es/', site().url).href);
    const link = page.getByRole('link', { name: /OPML/ });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('mis-escuelas.opml');
    const read = parseOpml(await text(await download.createReadStream()));
    const feed = read.body?.outlines?.[0]?.xmlUrl ?? '';
    expect(feed).toBe(`${site().url}es/schools/2022/feed.rss`);
    const { format } = parseFeed(await (await fetch(feed)).text());
    expect(format).toBe('rss');
    await page.context().close();
  });

  it('tell when the browser remembers nothing', async () => {
    const { page, troubles } = await site().visit('schools/2022/');
    await page.evaluate('Storage.prototype.setItem = () => { throw new Error("full") }');
    await page.getByRole('button', { name: 'Follow here' }).click();
    await page.getByText('does not let the page remember anything').waitFor();
    expect(await page.locator('[data-follow]').getAttribute('aria-pressed')).toBe('false');
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

describe.skipIf(!hasBrowser)('without JavaScript', () => {
  it.each(['', 'schools/', 'schools/2022/'])(
    'no button is there that does nothing: /%s',
    async (path) => {
      const { page } = await site().visit(path, { javaScriptEnabled: false });
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.locator('main button:visible').count()).toBe(0);
      await page.context().close();
    },
  );
});

describe.skipIf(!hasBrowser)('compare', () => {
  it('adds schools by keyboard, keeps them in the address, and goes back and forth', async () => {
    const { page, requests, troubles } = await site().visit('schools/2022/');
    await page.getByRole('link', { name: 'Compare with other schools' }).click();
    await page.getByText('One school is chosen; add another.').waitFor();
    expect(new URL(page.url()).search).toBe('?schools=2022');
    const rows = page.locator('[data-compare] tbody tr');
    for (const typed of ['badgr holow', 'box elder', 'foxtial']) {
      const before = await rows.count();
      await page.getByLabel('Add a school').fill(typed);
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await rows.nth(before).waitFor();
    }
    expect(new URL(page.url()).search).toBe('?schools=2022,2004,2006,2014');
    await page.getByText('Four are the most').waitFor();
    expect(await page.getByLabel('Add a school').isDisabled()).toBe(true);
    expect(await page.getByRole('img').count()).toBe(4);
    const scales = await page
      .locator('.compared svg')
      .evaluateAll((charts) => charts.map((chart) => chart.querySelector('.grid')?.textContent));
    expect(new Set(scales).size).toBe(1);
    await page.goBack();
    await page.getByText('Comparing 3 schools.').waitFor();
    await page.getByRole('button', { name: 'Remove Larkspur High School' }).click();
    await page.getByText('Comparing 2 schools.').waitFor();
    expect(new URL(page.url()).search).toBe('?schools=2004,2006');
    expect(requests.filter((url) => !url.startsWith(site().url))).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('shows the same figures as the schools’ own pages, from an address alone', async () => {
    const { page, troubles } = await site().visit('es/compare/?schools=2022,2007,nope');
    await page.getByText('Comparando 2 escuelas. Ninguna escuela tiene el número nope.').waitFor();
    const rows = page.locator('[data-compare] tbody tr');
    const cells = await rows.first().locator('td').allTextContents();
    expect(await rows.nth(1).locator('td').last().textContent()).toBe('se desconoce');
    await page.goto(new URL('schools/2022/', site().url).href);
    const boxes = await page.locator('.boxes b').allTextContents();
    expect(cells.slice(0, 5)).toEqual(boxes);
    const rate = await page.locator('.rate').textContent();
    expect(rate).toContain(`${cells[5]?.replace('*', '')} per 100`);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('draws nothing for a school without a figure, and says so', async () => {
    const reader = await site().reader({ serviceWorkers: 'block' });
    const page = await reader.newPage();
    await page.route('**/api/v1/schools.json', async (route) => {
      const response = await route.fetch();
      const file = await response.json();
      const schools = file.schools.map((school: { readonly id: string }) =>
        school.id === '2007' ? { ...school, no_figure_yet: true } : school,
      );
      await route.fulfill({ response, json: { ...file, schools } });
    });
    await page.goto(new URL('compare/?schools=2022,2007', site().url).href);
    const panels = page.locator('.compared section');
    await panels.nth(1).waitFor();
    expect(await panels.nth(0).locator('svg').count()).toBe(1);
    expect(await panels.nth(1).locator('svg').count()).toBe(0);
    expect(await panels.nth(1).textContent()).toMatch(/No figure yet\.$/);
    await reader.close();
  });

  it('draws days that were not read as gaps', async () => {
    const { page } = await site().visit('compare/?schools=2022');
    const drawn = page.locator('.compared svg path.axis');
    await drawn.waitFor({ state: 'attached' });
    const axis = await drawn.getAttribute('d');
    await page.goto(new URL('schools/2022/', site().url).href);
    expect(axis).toBe(await page.locator('.view:visible path.axis').getAttribute('d'));
    expect(axis?.match(/M/g)?.length).toBeGreaterThan(1);
    await page.context().close();
  });

  it('leads my schools there', async () => {
    const { page } = await site().visit('schools/2022/');
    await page.getByRole('button', { name: 'Follow here' }).click();
    await page.goto(site().url);
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await page.waitForURL('**/tracker/compare/?schools=2022');
    await page.context().close();
  });

  it('says without JavaScript where the figures stand', async () => {
    const { page } = await site().visit('compare/', { javaScriptEnabled: false });
    await page.getByRole('main').getByRole('link', { name: 'All schools, A to Z' }).click();
    await page.waitForURL('**/tracker/schools/');
    await page.context().close();
  });
});

describe.skipIf(!hasBrowser)('what is loaded before the reader does anything', () => {
  it.each([
    ['', 15_000],
    ['schools/2022/', 5000],
    ['subscribe/', 5000],
  ])('is light: /%s', async (path, most) => {
    const { page, requests, settled } = await site().visit(path);
    await settled();
    const scripts = requests.filter((url) => url.endsWith('.js'));
    const bodies = await Promise.all(scripts.map(async (url) => (await fetch(url)).text()));
    const weight = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
    expect(scripts.length).toBeGreaterThan(0);
    expect(weight).toBeLessThan(most);
    expect(gzipSync(bodies[0] ?? '').length).toBeLessThan(2000);
    // The icon is the browser's own wish, for its tab; a page does not wait for it.
    const asked = requests.filter((url) => !url.endsWith('favicon.svg'));
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(8);
    await page.context().close();
  });
});

describe.skipIf(!hasBrowser)('at 320 px', () => {
  it.each(['', 'schools/', 'schools/2022/', 'compare/?schools=2022,2004,2006,2014', 'es/schools/'])(
    'nothing is wider than the page: /%s',
    async (path) => {
      const options = { viewport: { width: 320, height: 640 } };
      const { page, settled } = await site().visit('schools/2022/', options);
      await page.getByRole('button', { name: 'Follow here' }).click();
      await page.goto(new URL(path, site().url).href);
      await settled();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      await page.context().close();
    },
  );
});
