import { datedPage, fetchAhead, keep, keptCopy, removeOldStores, type Store } from './copies.ts';
import { scope, site } from './facts.ts';

declare const self: ServiceWorkerGlobalScope;

/** If the network takes longer, the copy is shown, if there is one. */
const PATIENCE_MS = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(fetchAhead().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    removeOldStores(scope)
      .then(() => self.clients.claim())
      .then(keepOpenPages),
  );
});

self.addEventListener('fetch', (event) => {
  const store = storeOf(event.request);
  if (store === 'assets') event.respondWith(copyFirst(event));
  else if (store) event.respondWith(networkFirst(event, store));
});

/**
 * The store for the response to a request; undefined: the worker leaves the request to the browser.
 */
function storeOf(request: Request): Store | undefined {
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return undefined;
  const path = pathOf(request.url);
  if (path.startsWith('assets/')) return 'assets';
  if (request.mode === 'navigate') return /(^|\/|\.html)$/.test(path) ? 'pages' : undefined;
  return path.startsWith('api/') && path.endsWith('.json') ? 'data' : undefined;
}

/** An asset's name contains a hash of its content, so a copy can never be out of date. */
async function copyFirst(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const kept = await keptCopy('assets', request.url);
  if (kept) return kept;
  const response = await fetch(request);
  event.waitUntil(keep('assets', request.url, response.clone()));
  return response;
}

async function networkFirst(event: FetchEvent, store: 'pages' | 'data'): Promise<Response> {
  const address = scope + pathOf(event.request.url);
  // Revalidated with the site: otherwise the browser's cache would look like a fresh answer offline.
  const fresh = fetch(event.request, { cache: 'no-cache' }).then((response) => {
    event.waitUntil(keep(store, address, response.clone()));
    return response;
  });
  event.waitUntil(fresh.catch(() => undefined));
  const kept = await keptCopy(store, address);
  if (!kept) return fresh.catch(() => withoutCopy(event.request, store));
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  const first = await Promise.race([fresh.catch(() => undefined), late]);
  return first ?? (store === 'pages' ? datedPage(kept) : kept);
}

/** A page without a copy redirects to the offline page of its language, which links back to it. */
function withoutCopy(request: Request, store: Store): Response {
  if (store !== 'pages') return Response.error();
  const path = request.url.slice(scope.length);
  const folder = site.folders.find((own) => own !== '' && path.startsWith(own)) ?? '';
  return Response.redirect(`${scope}${folder}offline/?page=${encodeURIComponent(path)}`);
}

/** Keeps copies of the pages that were already open when the worker was activated. */
async function keepOpenPages(): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const own = windows.map(({ url }) => url).filter((url) => url.startsWith(scope));
  await Promise.all(
    own.map(async (url) => {
      const response = await fetch(url).catch(() => undefined);
      if (response) await keep('pages', scope + pathOf(url), response);
    }),
  );
}

/**
 * The path below the site's root, without query and fragment, which do not make it another page.
 */
function pathOf(url: string): string {
  return url.slice(scope.length).replace(/[?#].*$/, '');
}
