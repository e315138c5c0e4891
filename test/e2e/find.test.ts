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
