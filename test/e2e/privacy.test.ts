import { describe, expect, it } from 'vitest';
import { builtSite, hasBrowser } from './built-site.ts';
import { templatePaths } from './templates.ts';

describe.skipIf(!hasBrowser)('every template', () => {
  const site = builtSite();

  it('asks one host only, sets no cookie, and obeys its Content-Security-Policy', async () => {
    const hosts = new Set<string>();
    const troubles: string[] = [];
    for (const path of templatePaths(site().dist)) {
      const { page, requests, troubles: own } = await site().visit(path);
      await page.waitForLoadState('networkidle');
      for (const request of requests) hosts.add(new URL(request).host);
      troubles.push(...own.map((what) => `${path}: ${what}`));
      expect(await page.context().cookies(), path).toEqual([]);
      const policy = await page
        .locator('meta[http-equiv="Content-Security-Policy"]')
        .getAttribute('content');
      expect(policy, path).toMatch(/^default-src 'self'/);
      expect(policy, path).not.toMatch(/unsafe|\*|https?:|data:/);
      await page.context().close();
    }
    expect([...hosts]).toEqual([new URL(site().url).host]);
    expect(troubles).toEqual([]);
  });

  it('loads its first page and a school’s in eight requests at most', async () => {
    for (const path of ['', 'schools/2001/']) {
      const { page, requests } = await site().visit(path);
      await page.waitForLoadState('networkidle');
      expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(8);
      await page.context().close();
    }
  });

  it('has no inline script, style or handler', async () => {
    for (const path of templatePaths(site().dist)) {
      const { page } = await site().visit(path, { javaScriptEnabled: false });
      const html = await page.content();
      expect(html.match(/<style|\sstyle="|\son\w+="|<script(?![^>]*\ssrc=)/i), path).toBeNull();
      await page.context().close();
    }
  });
});
