import { describe, expect, it } from 'vitest';
import { openDebuggedBrowser } from '../../scripts/develop/browser.ts';
import { judgePage } from '../../scripts/develop/lighthouse.ts';
import { builtSite, hasBrowser } from './built-site.ts';

/** Its score for speed follows the machine: `npm run bench` has it. */
const CATEGORIES = ['accessibility', 'best-practices', 'seo'] as const;

describe.skipIf(!hasBrowser)('Lighthouse on a phone', () => {
  const site = builtSite();

  it('finds nothing to say of dashboard, school, map and date, but for speed', async () => {
    const browser = await openDebuggedBrowser();
    const wrong: unknown[] = [];
    for (const path of ['', 'schools/2001/', 'map/', 'cases/2021-09-16/']) {
      const url = new URL(path, site().url).href;
      const { scores, faults } = await judgePage(url, browser.port, CATEGORIES);
      if (CATEGORIES.some((name) => scores[name] !== 100)) wrong.push({ path, scores, faults });
    }
    await browser.close();
    expect(wrong).toEqual([]);
  });
});
