import { site, stores } from './facts.ts';

/** The header in which a copy records when it was made. */
const KEPT_AT = 'x-kept-at';

/** The largest number of copies in each store; the oldest are removed first. */
const LIMITS = { pages: 60, data: 40, assets: 60 } as const;

/** The stores for copies of what the reader visited. */
export type Store = keyof typeof LIMITS;

/**
 * Keeps a copy of a successful response from this site; ignores any other response.
 *
 * @param address the key of the copy: the URL without its query
 */
export async function keep(store: Store, address: string, response: Response): Promise<void> {
  if (response.status !== 200 || response.type !== 'basic' || response.redirected) return;
  const headers = new Headers(response.headers);
  const sent = Date.parse(headers.get('date') ?? '');
  const keptAt = Number.isNaN(sent) ? Date.now() : sent;
  headers.set(KEPT_AT, new Date(keptAt).toISOString());
  const copy = new Response(await response.blob(), { headers });
  const cache = await caches.open(stores[store]);
  // Removed first, so that the new copy becomes the newest.
  await cache.delete(address);
  await cache.put(address, copy);
  const addresses = await cache.keys();
  const old = addresses.slice(0, Math.max(0, addresses.length - LIMITS[store]));
  await Promise.all(old.map((request) => cache.delete(request)));
}

/** The copy of an address, whether it was visited before or fetched in advance; undefined: none. */
export async function keptCopy(store: Store, address: string): Promise<Response | undefined> {
  const own = await (await caches.open(stores[store])).match(address);
  return own ?? (await caches.open(stores.ahead)).match(address);
}

/** A copy of a page with a `data-kept-at` attribute, from which the page shows when it was made. */
export async function datedPage(copy: Response): Promise<Response> {
  const keptAt = copy.headers.get(KEPT_AT);
  if (keptAt === null) return copy;
  const html = await copy.text();
  return new Response(html.replace('<body ', `<body data-kept-at="${keptAt}" `), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}

/** Fetches in advance what is needed to show the offline page. */
export async function fetchAhead(): Promise<void> {
  const cache = await caches.open(stores.ahead);
  await cache.addAll(site.ahead.map((path) => new Request(path, { cache: 'no-cache' })));
}

/**
 * Removes stores of this site that this version of the worker does not use.
 *
 * @param prefix the site's address, with which the names of its stores begin
 */
export async function removeOldStores(prefix: string): Promise<void> {
  const used = new Set<string>(Object.values(stores));
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(`${prefix} `) && !used.has(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}
