import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { builtSite, hasBrowser } from './built-site.ts';
import { inSpanish, templatePaths } from './templates.ts';

const LOOKS = [
  ['light', 320],
  ['dark', 320],
  ['light', 1280],
  ['dark', 1280],
] as const;

describe.skipIf(!hasBrowser)('every template', () => {
  const site = builtSite();

  it.each(LOOKS)(
    'breaks no rule of axe, in both languages: %s, %d px wide',
    async (colorScheme, width) => {
      const found: string[] = [];
      const viewport = { width, height: 800 };
      const { page } = await site().visit('', { colorScheme, viewport, reducedMotion: 'reduce' });
      const paths = templatePaths(site().dist).flatMap((path) => [path, inSpanish(path)]);
      for (const path of paths.filter((each) => each !== undefined)) {
        await page.goto(new URL(path, site().url).href);
        found.push(...(await violations(page)).map((what) => `${path}: ${what}`));
        const isWide = await page.evaluate(
          'document.documentElement.scrollWidth > document.documentElement.clientWidth',
        );
        if (isWide) found.push(`${path}: scrolls sideways`);
      }
      await page.context().close();
      expect(found).toEqual([]);
    },
  );
});

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .analyze();
  return found.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ')} (${nodes.length})`);
}
