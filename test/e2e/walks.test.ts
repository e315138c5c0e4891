import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { linesBySchool } from '../../scripts/ledger/rolling-window.ts';
import { openLedger } from '../../scripts/ledger/store.ts';
import { totalsNow } from '../../scripts/ledger/totals.ts';
import { builtSite, hasBrowser } from './built-site.ts';
import { templatePaths } from './templates.ts';

describe.skipIf(!hasBrowser)('a reader without JavaScript', () => {
  const site = builtSite();
  const plain = { javaScriptEnabled: false } as const;

  it('finds each school with its totals and every report', async () => {
    const ledger = await openLedger(site().dataDir, {
      notAfter: site().lastRead,
      timeZone: 'America/Denver',
    });
    const lines = linesBySchool(ledger);
    const totals = totalsNow(ledger);
    const { page } = await site().visit('schools/', plain);
    const links = await page
      .locator('main th a')
      .evaluateAll((all) =>
        all.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')),
      );
    expect(links).toHaveLength(ledger.schools.size);
    for (const href of links) {
      await page.goto(new URL(href, new URL('schools/', site().url)).href);
      const id = href.split('/').at(-2) ?? '';
      const school = [...ledger.schools.values()].find((each) => each.id === id);
      expect(await page.locator('h1').textContent()).toContain(school?.name ?? 'none');
      const text = await page.locator('main').textContent();
      expect(text, id).toContain(String(school ? totals.get(school.id) : 'none'));
      const reports = school ? (lines.get(school.id) ?? []) : [];
      for (const { date, update } of reports) {
        expect(await page.locator(`[id="${date}-${update}"]`).count(), `${id} ${date}`).toBe(1);
      }
    }
    await page.context().close();
  });

  it('finds each day with its figure, and days that were not read as such', async () => {
    const ledger = await openLedger(site().dataDir, {
      notAfter: site().lastRead,
      timeZone: 'America/Denver',
    });
    const { page } = await site().visit('', plain);
    for (const day of ledger.days.filter((each) => each.schoolsChanged > 0).slice(-40)) {
      await page.goto(new URL(`cases/${day.date}/`, site().url).href);
      const text = (await page.locator('main').textContent())?.replaceAll('−', '-');
      expect(text, day.date).toContain(`${day.newCases} new`);
      // The last day is not over, so nothing can be said yet of how it ended.
      const isOver = day !== ledger.days.at(-1);
      const then = await page.locator('[aria-labelledby="as-of"] .boxes b').allTextContents();
      const total = isOver ? day.totalCases.toLocaleString('en-US') : undefined;
      expect(then.at(-1), day.date).toBe(total);
    }
    await page.goto(new URL('archive/2021-10/', site().url).href);
    expect(await page.locator('main').textContent()).toMatch(/not read/i);
    await page.context().close();
  });

  it('reaches a school from the map', async () => {
    const { page } = await site().visit('map/', plain);
    const dot = page.locator('svg a').first();
    const href = await dot.evaluate((link) => link.getAttribute('href'));
    expect(href).toMatch(/schools\/\w+\/$/);
    await page.context().close();
  });

  it('turns any page into Spanish and back', async () => {
    const { page } = await site().visit('', plain);
    for (const path of templatePaths(site().dist)) {
      if (path === '404.html' || path.startsWith('embed/')) continue;
      await page.goto(new URL(path, site().url).href);
      await page.locator('.languages a[hreflang="es"]').click();
      await page.waitForURL(new URL(`es/${path}`, site().url).href);
      expect(await page.locator('html').getAttribute('lang')).toBe('es');
      await page.locator('.languages a[hreflang="en"]').click();
      await page.waitForURL(new URL(path, site().url).href);
    }
    await page.context().close();
  });
});

describe.skipIf(!hasBrowser)('a reader with a keyboard alone', () => {
  const site = builtSite();

  it('skips to the content, reads a chart as a table and opens a school', async () => {
    const { page } = await site().visit('');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatch(/Skip/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/#content$/);

    await page.goto(site().url);
    await tabTo(page, /^All numbers as a table$/);
    await page.keyboard.press('Enter');
    expect(await page.locator('details[open] table').first().isVisible()).toBe(true);

    await page.goto(site().url);
    await tabTo(page, /^Schools$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/schools\/$/);
    await tabTo(page, /^Alder Creek Elementary$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/schools\/2001\/$/);
    await page.context().close();
  });

  it('always sees where it is', async () => {
    for (const path of ['', 'schools/2001/', 'map/', 'cases/', 'compare/']) {
      const { page } = await site().visit(path, { reducedMotion: 'reduce' });
      for (let stop = 0; stop < 25; stop += 1) {
        await page.keyboard.press('Tab');
        const seen = await page.evaluate(WHERE_NOBODY_SEES);
        if (seen === 'nothing') break;
        expect(seen, path).toBe('');
      }
      await page.context().close();
    }
  });
});

/** The focused element where nothing shows that it is; empty where something does. */
const WHERE_NOBODY_SEES = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return 'nothing';
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const isShown = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  return isShown ? '' : element.outerHTML.slice(0, 80);
})()`;

async function focused(page: Page): Promise<string> {
  return String(await page.evaluate('document.activeElement?.textContent.trim()'));
}

async function tabTo(page: Page, label: RegExp): Promise<void> {
  for (let stop = 0; stop < 150; stop += 1) {
    await page.keyboard.press('Tab');
    if (label.test(await focused(page))) return;
  }
  throw new Error(`nothing called ${label} can be reached by Tab`);
}
