/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtSite, hasBrowser } from './built-site.ts';

const site = builtSite();
const HEIGHT = 180;

/** Somebody else's page, on another port and so of another origin. */
async function foreignPage(body: string) {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://localhost:${port}/`, close: () => server.close() };
}

describe.skipIf(!hasBrowser)('the card of a school on another page', () => {
  it.each(['', 'es/'])('shows by the lines that the school’s page offers: /%s', async (folder) => {
    const { page } = await site().visit(`${folder}schools/2001/`);
    await page.locator('#embed ~ details summary').click();
    const lines = (await page.locator('#embed ~ details code').textContent()) ?? '';
    await page.context().close();
    expect(lines).toMatch(
      /^<iframe src="[^"]+" title="[^"]*Alder Creek Elementary" .*loading="lazy"/,
    );

    const foreign = await foreignPage(`<!doctype html><title>x</title>${lines}`);
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await site().reader({ colorScheme });
      const other = await context.newPage();
      const troubles: string[] = [];
      other.on('console', (message) => {
        if (message.type() === 'error') troubles.push(message.text());
      });
      const bodies: Promise<Buffer>[] = [];
      other.on('response', (response) => {
        if (response.url().startsWith(site().url)) bodies.push(response.body());
      });
      await other.goto(foreign.url);
      const card = other.frameLocator('iframe');
      await card.getByRole('heading', { name: 'Alder Creek Elementary' }).waitFor();
      // Its text can be there before its style.
      await expect
        .poll(() => card.locator('html').evaluate(() => document.readyState))
        .toBe('complete');
      const size = await card.locator('html').evaluate((html) => ({
        needs: [html.scrollWidth, html.scrollHeight],
        has: [html.clientWidth, html.clientHeight],
        ground: getComputedStyle(document.body).backgroundColor,
      }));
      expect(size.needs).toEqual(size.has);
      expect(size.has[1]).toBeLessThanOrEqual(HEIGHT);
      expect(size.ground).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(26, 33, 42)');
      const weight = (await Promise.all(bodies)).reduce((sum, body) => sum + body.length, 0);
      expect(weight).toBeGreaterThan(2_000);
      expect(weight).toBeLessThan(10_000);
      expect(troubles).toEqual([]);
      await context.close();
    }
    const context = await site().reader();
    const reader = await context.newPage();
    await reader.goto(foreign.url);
    await reader.frameLocator('iframe').getByRole('link', { name: 'Alder Creek' }).click();
    await reader.waitForURL(`${site().url}${folder}schools/2001/`);
    await context.close();
    foreign.close();
  });

  it.each(['', 'es/'])('has room for a long name: /%s', async (folder) => {
    const viewport = { width: 300, height: HEIGHT };
    const { page } = await site().visit(`${folder}embed/2037/`, { viewport });
    const name = page.getByRole('heading', { name: 'Tumbleweed Technical High School' });
    const clipped = await name.evaluate((h1) => h1.scrollHeight - h1.clientHeight);
    expect(clipped).toBe(0);
    const needed = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(needed).toBeLessThanOrEqual(HEIGHT);
    await page.context().close();
  });

  it('is not for search engines', () => {
    const html = readFileSync(join(site().dist, 'embed/2001/index.html'), 'utf8');
    expect(html).toContain('<meta name="robots" content="noindex">');
    const sitemap = readFileSync(join(site().dist, 'sitemap.xml'), 'utf8');
    expect(sitemap).not.toMatch(/\/(embed|offline)\//);
    expect(sitemap).toContain('/schools/2001/');
  });
});
