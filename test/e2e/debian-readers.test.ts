import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratch } from '../command-line.ts';
import { type Build, HISTORIES } from '../website/feeds/successive-builds.ts';
import { watchItems } from '../website/feeds/watch-items.ts';
import { DEBIAN_READERS } from './debian-readers.ts';

/** What is served at which address, as GitHub Pages serves it: with a digest, and when it was built. */
const served = new Map<string, Build>();
const server = createServer((request, response) => {
  const [, site = '', path = ''] = /^\/([^/]*)\/(.*)$/.exec(request.url ?? '') ?? [];
  const build = served.get(site);
  const text = build?.files.get(path);
  if (!build || text === undefined) return response.writeHead(404).end();
  const etag = `"${createHash('sha256').update(text).digest('hex')}"`;
  response.setHeader('ETag', etag);
  response.setHeader('Last-Modified', new Date(build.polledAt).toUTCString());
  response.setHeader('Cache-Control', 'max-age=600');
  response.setHeader('Content-Type', 'application/rss+xml');
  if (request.headers['if-none-match'] === etag) return response.writeHead(304).end();
  return response.end(text);
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(() => server.close());

describe.each(HISTORIES)('$name, served after each run', (history) => {
  describe.each(DEBIAN_READERS)('to $name (skipped without it)', (reader) => {
    it.skipIf(!reader.isThere || !history.isThere)(
      'gives each item once, as issued, and later than the last poll',
      async () => {
        const site = `${HISTORIES.indexOf(history)}-${reader.name}`;
        const urls = history.feeds.map((feed) => `${origin}/${site}/${feed}.rss`);
        const poll = await reader.subscribe(await scratch(), urls);
        const watches = urls.map((url) => ({ url, watch: watchItems() }));
        const builds = await history.builds();
        for (const build of builds) {
          served.set(site, build);
          const delivered = await poll();
          for (const { url, watch } of watches) {
            watch.poll(delivered.get(url) ?? [], Date.parse(build.polledAt));
          }
        }
        expect(builds.length).toBeGreaterThan(20);
        for (const [index, { url, watch }] of watches.entries()) {
          expect(watch.seen(), url).toBe(await itemsIn(builds, history.feeds[index] ?? ''));
          expect(watch.seen(), url).toBeGreaterThan(3);
        }
      },
    );
  });
});

/** How many items a feed ever had. */
async function itemsIn(builds: readonly Build[], feed: string): Promise<number> {
  const ids = builds.flatMap(({ files }) => {
    const { items } = JSON.parse(files.get(`${feed}.json`) ?? '{"items":[]}');
    return items.map(({ id }: { readonly id: string }) => id);
  });
  return new Set(ids).size;
}
