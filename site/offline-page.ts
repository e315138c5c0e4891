/**
 * Links back to the requested page (`?page=`), and lists the pages of which a copy was kept, newest
 * first.
 */
export async function enhance(element: HTMLElement): Promise<void> {
  const scope = new URL(document.body.dataset.site || './', document.baseURI).href;
  const asked = new URLSearchParams(location.search).get('page');
  const again = element.querySelector<HTMLAnchorElement>('[data-again]');
  const address = asked === null ? scope : new URL(scope + asked).href;
  if (again && address.startsWith(scope)) again.href = address;
  const list = element.querySelector('ul');
  const title = element.querySelector<HTMLElement>('[data-kept]');
  const cache = await caches.open(`${scope} pages`);
  // Newest first; the offline page itself is not worth listing.
  const kept = [...(await cache.keys())].reverse();
  const requests = kept.filter(({ url }) => !/\/offline\/$/.test(url));
  const site = document.querySelector('.brand')?.textContent ?? '';
  for (const { url } of requests) {
    const copy = await cache.match(url);
    const page = new DOMParser().parseFromString((await copy?.text()) ?? '', 'text/html');
    const link = document.createElement('a');
    link.href = url;
    link.textContent = page.title.replace(` · ${site}`, '');
    const item = document.createElement('li');
    item.append(link);
    list?.append(item);
  }
  if (title) title.hidden = requests.length === 0;
}
