import { site, stores } from './facts.ts';

/** When a copy was made, in its own headers. */
const KEPT_AT = 'x-kept-at';

/** Copies of a store at most; the oldest go first. */
const LIMITS = { pages: 60, data: 40, assets: 60 } as const;

export type Store = keyof typeof LIMITS;

/** Keeps a good answer of our own site; anything else is not kept. */
export async function keep(store: Store, address: string, response: Response): Promise<void> {
  if (response.status !== 200 || response.type !== 'basic' || response.redirected) return;
  const headers = new Headers(response.headers);
  const sent = Date.parse(headers.get('date') ?? '');
  const keptAt = Number.isNaN(sent) ? Date.now() : sent;
  headers.set(KEPT_AT, new Date(keptAt).toISOString());
  const copy = new Response(await response.blob(), { headers });
  const cache = await caches.open(stores[store]);
  // Taken out first, so that it is the newest again.
  await cache.delete(address);
  await cache.put(address, copy);
  const addresses = await cache.keys();
  const old = addresses.slice(0, Math.max(0, addresses.length - LIMITS[store]));
  await Promise.all(old.map((request) => cache.delete(request)));
}

/** The copy of an address, seen before or fetched ahead. */
export async function keptCopy(store: Store, address: string): Promise<Response | undefined> {
  const own = await (await caches.open(stores[store])).match(address);
  return own ?? (await caches.open(stores.ahead)).match(address);
}

/** A page's copy that says when it was made, for the page itself to tell. */
export async function datedPage(copy: Response): Promise<Response> {
  const keptAt = copy.headers.get(KEPT_AT);
  if (keptAt === null) return copy;
  const html = await copy.text();
  return new Response(html.replace('<body ', `<body data-kept-at="${keptAt}" `), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}

/** Fetches ahead what a page that was never seen needs. */
export async function fetchAhead(): Promise<void> {
  const cache = await caches.open(stores.ahead);
  await cache.addAll(site.ahead.map((path) => new Request(path, { cache: 'no-cache' })));
}

/** Removes the stores of our own that this version does not use. */
export async function removeOldStores(prefix: string): Promise<void> {
  const used = new Set<string>(Object.values(stores));
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(`${prefix} `) && !used.has(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}
