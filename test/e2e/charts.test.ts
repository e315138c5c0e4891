/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriers } from './axe.ts';
import { builtSite, hasBrowser } from './built-site.ts';

const site = builtSite();
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;

/** The chart by report as it is shown. */
const plotOn = (page: Page) => page.locator('.plot:visible').first();
const slider = (plot: Locator) => plot.locator('input');
const bubble = (page: Page) => page.locator('.reading');
const isReader = (address: string) => /\/read-chart\.\w+\.js$/.test(address);

/** A place in a drawing, by the part of its width. */
async function placeIn(plot: Locator, part: number) {
  await plot.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await plot.boundingBox();
  if (!box) throw new RangeError('the chart is not shown');
  return { x: box.x + part * box.width, y: box.y + box.height / 2 };
}

describe.skipIf(!hasBrowser)('a chart under a pointer', () => {
  it.each([
    ['', /^\w{3}, \w{3} \d+, 2021: .+; mean of 7 days: \d/],
    ['es/', /^\w{3}, \d+ de \w{3} de 2021: .+; media de 7 días: \d/],
    ['schools/2001/', /^(\w{3}, |In the \d+ days to )/],
  ])('says what is under it, and loads nothing before: /%s', async (path, expected) => {
    const { page, requests, troubles, settled } = await site().visit(path);
    await settled();
    expect(requests.filter(isReader)).toEqual([]);
    const plot = plotOn(page);
    const { x, y } = await placeIn(plot, 0.9);
    await page.mouse.move(x, y);
    await bubble(page).waitFor();
    expect(await bubble(page).textContent()).toMatch(expected);
    expect(await slider(plot).getAttribute('aria-valuetext')).toBe(
      await bubble(page).textContent(),
    );
    expect(requests.filter(isReader)).toHaveLength(1);
    const said = await bubble(page).textContent();
    const further = await placeIn(plot, 0.2);
    await page.mouse.move(further.x, further.y);
    expect(await bubble(page).textContent()).not.toBe(said);
    await page.mouse.move(further.x, 1);
    expect(await bubble(page).count()).toBe(0);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('reads a correction, and days that were not read', async () => {
    const { page } = await site().visit('schools/2006/');
    const plot = plotOn(page);
    const { y } = await placeIn(plot, 0.5);
    const box = await plot.boundingBox();
    const said = new Set<string>();
    await page.mouse.move(box?.x ?? 0, y);
    await bubble(page).waitFor();
    for (let x = box?.x ?? 0; x < (box?.x ?? 0) + (box?.width ?? 0); x += 2) {
      await page.mouse.move(x, y);
      said.add((await bubble(page).textContent()) ?? '');
    }
    expect([...said]).toEqual(
      expect.arrayContaining([
        'Thu, Nov 18, 2021: correction −2, cases taken back',
        expect.stringMatching(/^In the \d days to .+ 2021: .+; \d of these days were not read$/),
        expect.stringMatching(/: no new COVID-19 cases$/),
      ]),
    );
    await page.context().close();
  });

  it.each([
    ['light', 320],
    ['dark', 1280],
  ] as const)('breaks no rule of axe while it is read: %s, %i px', async (colorScheme, width) => {
    const options = {
      colorScheme,
      viewport: { width, height: 800 },
      reducedMotion: 'reduce',
    } as const;
    const { page } = await site().visit('', options);
    for (const part of [0.02, 0.99]) {
      const { x, y } = await placeIn(plotOn(page), part);
      await page.mouse.move(x, y);
      await bubble(page).waitFor();
      expect(await barriers(page)).toEqual([]);
      const [own, room] = [await bubble(page).boundingBox(), width];
      expect(own && own.x >= 0 && own.x + own.width <= room).toBe(true);
    }
    await page.context().close();
  });

  it('marks the place also where the reader sets the colours', async () => {
    const { page } = await site().visit('', { forcedColors: 'active' });
    const { x, y } = await placeIn(plotOn(page), 0.5);
    await page.mouse.move(x, y);
    await bubble(page).waitFor();
    const stroke = await page
      .locator('.band')
      .evaluate((band) => getComputedStyle(band).strokeWidth);
    expect(stroke).toBe('3px');
    const outline = (link: Locator) =>
      link.first().evaluate((element) => getComputedStyle(element).outlineStyle);
    const spans = page.locator('.spans:visible');
    expect(await outline(spans.locator('[aria-current]'))).toBe('solid');
    expect(await outline(spans.locator('a:not([aria-current])'))).toBe('none');
    await page.context().close();
  });
});

describe.skipIf(!hasBrowser)('a chart by keyboard', () => {
  it('goes from figure to figure, and is let go', async () => {
    const { page } = await site().visit('');
    const plot = plotOn(page);
    await page.locator('.spans:visible a').last().focus();
    await page.keyboard.press('Tab');
    expect(await slider(plot).evaluate((input) => input === document.activeElement)).toBe(true);
    await bubble(page).waitFor();
    const last = Number(await slider(plot).getAttribute('max'));
    const at = () => slider(plot).evaluate((input) => Number((input as HTMLInputElement).value));
    const says = () => slider(plot).getAttribute('aria-valuetext');
    expect(await at()).toBe(last);
    expect(await says()).toMatch(/^Mon, Dec 20, 2021: /);
    for (const [key, where, expected] of [
      ['ArrowLeft', last - 1, /^Sun, Dec 19, 2021: /],
      ['ArrowRight', last, /^Mon, Dec 20, 2021: /],
      ['PageDown', last - 7, /^Mon, Dec 13, 2021: /],
      ['PageUp', last, /^Mon, Dec 20, 2021: /],
      ['Home', 0, /2021: /],
      ['End', last, /^Mon, Dec 20, 2021: /],
    ] as const) {
      await page.keyboard.press(key);
      expect(await at(), key).toBe(where);
      expect(await says(), key).toMatch(expected);
      expect(await bubble(page).textContent(), key).toBe(await says());
    }
    await page.keyboard.press('Escape');
    expect(await bubble(page).count()).toBe(0);
    await page.keyboard.press('ArrowLeft');
    expect(await bubble(page).count()).toBe(1);
    await page.keyboard.press('Tab');
    expect(await bubble(page).count()).toBe(0);
    await page.context().close();
  });

  it('goes by weeks where bars are weeks: a page is a month', async () => {
    const { page } = await site().visit('');
    const plot = page.locator('.plot[data-chart=weeks]:visible');
    await slider(plot).focus();
    await bubble(page).waitFor();
    const first = await slider(plot).getAttribute('aria-valuetext');
    await page.keyboard.press('PageDown');
    expect(first).toMatch(/^(Mon, )?Dec 20, 2021/);
    expect(await slider(plot).getAttribute('aria-valuetext')).toMatch(/^Nov 22, 2021 to Nov 28/);
    await page.context().close();
  });

  it('is a slider to screen readers, whose value is what it says', async () => {
    const { page } = await site().visit('schools/2001/');
    const plot = plotOn(page);
    await slider(plot).focus();
    await bubble(page).waitFor();
    await page.keyboard.press('ArrowLeft');
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const own = nodes.filter(({ ignored, role }) => !ignored && role?.value === 'slider');
    expect(own).toHaveLength(1);
    expect(own[0]?.name?.value).toBe('Figures of the chart, one by one');
    // What assistive technology is given as its value text, the protocol does not show.
    expect(await slider(plot).getAttribute('aria-valuetext')).toMatch(/^Sun, Dec 19, 2021: /);
    const said = await bubble(page).textContent();
    // The bubble repeats it for eyes only.
    expect(nodes.filter(({ ignored, name }) => !ignored && name?.value === said)).toEqual([]);
    await page.context().close();
  });
});

describe.skipIf(!hasBrowser)('a chart under a finger', () => {
  it('is read along, keeps its reading, and lets the page scroll', async () => {
    const { page } = await site().visit('', phone);
    const plot = plotOn(page);
    const { x, y } = await placeIn(plot, 0.4);
    const session = await page.context().newCDPSession(page);
    const touch = (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      ...at: readonly [number, number][]
    ) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: at.map(([left, top]) => ({ x: left, y: top })),
      });
    await touch('touchStart', [x, y]);
    await bubble(page).waitFor();
    const first = await bubble(page).textContent();
    for (const step of [20, 40, 60, 80]) await touch('touchMove', [x + step, y]);
    await touch('touchEnd');
    const second = await bubble(page).textContent();
    expect(second).not.toBe(first);
    const before = await page.evaluate(() => scrollY);
    await touch('touchStart', [x, y]);
    for (const step of [20, 60, 100, 140]) await touch('touchMove', [x, y - step]);
    await touch('touchEnd');
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 50);
    await page.locator('.spans:visible').tap({ position: { x: 1, y: 1 } });
    expect(await bubble(page).count()).toBe(0);
    await page.context().close();
  });
});

describe.skipIf(!hasBrowser)('how far back charts reach', () => {
  const views = (page: Page) =>
    page.locator('.view:visible').evaluateAll((all) => all.map(({ className }) => className));

  it.each([true, false])('is a link, with JavaScript or without: %s', async (javaScriptEnabled) => {
    const { page } = await site().visit('', { javaScriptEnabled });
    expect(await views(page)).toEqual(Array(3).fill('view span-all is-first'));
    const links = page.locator('.spans:visible a');
    expect(await links.allTextContents()).toEqual(['30 days', '90 days', 'All']);
    await links.nth(0).click();
    await page.waitForURL(/#span-30$/);
    expect(await views(page)).toEqual(Array(3).fill('view span-30'));
    expect(await page.locator('.spans:visible [aria-current]').allTextContents()).toEqual([
      '30 days',
    ]);
    expect(await page.locator('.view:visible .measure').first().textContent()).toContain(
      'Nov 21, 2021 to Dec 20, 2021',
    );
    expect(
      await page.locator('.spans:visible').evaluate((nav) => nav.getBoundingClientRect().top),
    ).toBeGreaterThanOrEqual(0);
    await page.goBack();
    expect(await views(page)).toEqual(Array(3).fill('view span-all is-first'));
    await page.goto(`${site().url}schools/2001/#span-90`);
    expect(await views(page)).toEqual(['view span-90']);
    await page.context().close();
  });

  it('leaves what cannot be used without JavaScript out, and every number in', async () => {
    const { page } = await site().visit('', { javaScriptEnabled: false });
    expect(await page.locator('.plot input:visible').count()).toBe(0);
    const rows = page.locator('.chart').first().locator('tbody tr');
    expect(await rows.count()).toBeGreaterThan(90);
    await page.context().close();
  });

  it('is in the address of a comparison, whose charts are read alike', async () => {
    const { page, troubles } = await site().visit('compare/?schools=2001,2006#span-90');
    await page.locator('.compared .plot').first().waitFor();
    const current = page.locator('.spans [aria-current]');
    expect(await current.textContent()).toBe('90 days');
    const { x, y } = await placeIn(page.locator('.plot').nth(1), 0.5);
    await page.mouse.move(x, y);
    await bubble(page).waitFor();
    expect(await bubble(page).textContent()).toMatch(/2021: /);
    await page.getByRole('link', { name: '30 days' }).click();
    await page.waitForURL(/\?schools=2001,2006#span-30$/);
    await expect.poll(() => current.textContent()).toBe('30 days');
    expect(await page.locator('.charts .measure').textContent()).toContain('Nov 21, 2021');
    await page.goBack();
    await expect.poll(() => current.textContent()).toBe('90 days');
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

describe.skipIf(!hasBrowser)('the chart of a card for other sites', () => {
  it('is read week by week', async () => {
    const viewport = { width: 300, height: 180 };
    const { page, requests, troubles } = await site().visit('embed/2006/', { viewport });
    expect(requests.filter(isReader)).toEqual([]);
    await slider(plotOn(page)).focus();
    await bubble(page).waitFor();
    expect(await bubble(page).textContent()).toMatch(/^In the week to Mon, Dec 20, 2021: /);
    const box = await bubble(page).boundingBox();
    expect(box && box.y >= 0 && box.x >= 0 && box.x + box.width <= 300).toBe(true);
    expect(box && box.y + box.height <= 180).toBe(true);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
