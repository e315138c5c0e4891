import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** Asked in the page itself: a page has one frame, and the wrapper for many takes three times as long. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const VIOLATIONS = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ' at ' + nodes[0].target.join(' ') + ' (' + nodes.length + ')'))`;
const IS_WIDE = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';

/**
 * What keeps people from using a page as it looks now.
 *
 * @returns the rules of axe that it breaks, each with the place, and whether it scrolls sideways
 */
export async function barriers(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE);
  const broken = (await page.evaluate(VIOLATIONS)) as string[];
  return (await page.evaluate(IS_WIDE)) ? [...broken, 'scrolls sideways'] : broken;
}
