import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtSite, hasBrowser } from './built-site.ts';
import { templatePaths } from './templates.ts';

const MOST_REQUESTS = 8;
/** Bytes of gzipped JavaScript before a reader does anything. */
const mostScript = (path: string) =>
  /^(schools\/.|cases\/.|subscribe\/|archive\/)/.test(path) ? 5_000 : 15_000;

describe.skipIf(!hasBrowser)('every template', () => {
  const site = builtSite();

  it('asks one host little, sets no cookie, and obeys its Content-Security-Policy', async () => {
    const hosts = new Set<string>();
    const troubles: string[] = [];
    for (const path of templatePaths(site().dist)) {
      const options = { serviceWorkers: 'allow' } as const;
      const { page, requests, troubles: own, settled } = await site().visit(path, options);
      await settled();
      for (const request of requests) hosts.add(new URL(request).host);
      troubles.push(...own.map((what) => `${path}: ${what}`));
      expect(await page.context().cookies(), path).toEqual([]);
      const policy = await page
        .locator('meta[http-equiv="Content-Security-Policy"]')
        .getAttribute('content');
      expect(policy, path).toMatch(/^default-src 'self'/);
      expect(policy, path).not.toMatch(/unsafe|\*|https?:|data:/);
      expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(MOST_REQUESTS);
      expect(await scriptBytes(requests), path).toBeLessThan(mostScript(path));
      await page.context().close();
    }
    expect([...hosts]).toEqual([new URL(site().url).host]);
    expect(troubles).toEqual([]);
  });

  it('has no inline style or handler, and no inline script that is not data', async () => {
    for (const path of templatePaths(site().dist)) {
      const file = /(^|\/)$/.test(path) ? `${path}index.html` : path;
      const html = await readFile(join(site().dist, file), 'utf8');
      expect(
        html.match(
          /<style|\sstyle="|\son\w+="|<script(?! type="application\/ld\+json">)(?![^>]*\ssrc=)/i,
        ),
        path,
      ).toBeNull();
    }
  });

  async function scriptBytes(requests: readonly string[]): Promise<number> {
    const scripts = requests.filter((url) => url.endsWith('.js'));
    const weights = scripts.map(async (url) => {
      const path = decodeURIComponent(url.slice(site().url.length));
      return gzipSync(await readFile(join(site().dist, path))).length;
    });
    return (await Promise.all(weights)).reduce((sum, bytes) => sum + bytes, 0);
  }
});
