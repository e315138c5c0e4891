import { describe, expect, it } from 'vitest';
import { barriers } from './axe.ts';
import { builtSite, hasBrowser } from './built-site.ts';
import { inSpanish, templatePaths } from './templates.ts';

const LOOKS = [
  ['light', 320],
  ['dark', 320],
  ['dark', 1280],
  ['light', 1280],
] as const;

describe.skipIf(!hasBrowser)('every template, light and dark, 320 and 1280 px wide', () => {
  const site = builtSite();

  it.concurrent('breaks no rule of axe in its first language', async () => {
    expect(await violations(templatePaths(site().dist))).toEqual([]);
  });

  it.concurrent('breaks no rule of axe in its second language', async () => {
    const paths = templatePaths(site().dist).map(inSpanish);
    expect(await violations(paths.filter((path) => path !== undefined))).toEqual([]);
  });

  it.concurrent('would be told of a rule broken', async () => {
    const { page } = await site().visit('faq/');
    await page.evaluate('document.documentElement.removeAttribute("lang")');
    await page.evaluate('document.body.style.minInlineSize = "3000px"');
    expect(await barriers(page)).toEqual(['html-has-lang at html (1)', 'scrolls sideways']);
    await page.context().close();
  });

  async function violations(paths: readonly string[]): Promise<readonly string[]> {
    const told: string[] = [];
    const { page } = await site().visit('', { reducedMotion: 'reduce' });
    for (const path of paths) {
      await page.goto(new URL(path, site().url).href);
      for (const [colorScheme, width] of LOOKS) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        const look = `${path}, ${colorScheme}, ${width} px`;
        told.push(...(await barriers(page)).map((what) => `${look}: ${what}`));
      }
    }
    await page.context().close();
    return told;
  }
});
