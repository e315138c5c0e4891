/**
 * The addresses under which a program reads what a person sees in a browser, best first. What is
 * not recognised is taken as it is, local paths too.
 *
 * @param pasted an address in any form a person can copy
 */
export function dataAddresses(pasted: string): readonly string[] {
  const address = pasted.trim();
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return [address];
  const url = new URL(address);
  for (const recognise of SITES) {
    const found = recognise(url);
    if (found !== undefined) return found;
  }
  return [address];
}

type Site = (url: URL) => readonly string[] | undefined;

/** `/d/ID`, behind `/u/1` of a second account and `/a/DOMAIN` of a company’s. */
const GOOGLE_SHEET =
  /^(?:\/a\/[^/]+)?\/spreadsheets(?:\/u\/\d+)?\/d\/(?!e\/)([\w-]{20,})(?:\/([^/]*))?/;
const GOOGLE_PUBLISHED = /^(?:\/a\/[^/]+)?\/spreadsheets(?:\/u\/\d+)?\/d\/e\/([\w-]{10,})(?:\/|$)/;

/**
 * A Google sheet. `export` keeps every cell; `gviz` still answers where downloads are switched off,
 * and `headers=1` keeps it from guessing. A published sheet has an address of its own.
 */
const googleSheet: Site = (url) => {
  if (url.hostname !== 'docs.google.com') return undefined;
  const gid = /(?:^|[#&?])gid=(\d+)/.exec(url.hash)?.[1] ?? url.searchParams.get('gid');
  const published = GOOGLE_PUBLISHED.exec(url.pathname)?.[1];
  if (published !== undefined) {
    const sheet = gid === null ? '' : `gid=${gid}&single=true&`;
    return [`https://docs.google.com/spreadsheets/d/e/${published}/pub?${sheet}output=csv`];
  }
  const [, id, view = ''] = GOOGLE_SHEET.exec(url.pathname) ?? [];
  if (id === undefined) return undefined;
  if (view === 'gviz') return [gvizAddress(url)];
  const base = `https://docs.google.com/spreadsheets/d/${id}`;
  if (view.startsWith('pub')) {
    return [`${base}/pub?${gid === null ? '' : `gid=${gid}&single=true&`}output=csv`];
  }
  if (view === 'export') return [`${base}/export?format=csv${gid === null ? '' : `&gid=${gid}`}`];
  return sheetAddresses(id, gid ?? '0');
};

function sheetAddresses(id: string, gid: string): readonly string[] {
  const sheet = `https://docs.google.com/spreadsheets/d/${id}`;
  return [
    `${sheet}/export?format=csv&gid=${gid}`,
    `${sheet}/gviz/tq?tqx=out:csv&headers=1&gid=${gid}`,
  ];
}

/** The same query, answered as CSV; whoever says how many header rows there are is believed. */
function gvizAddress(url: URL): string {
  const query = url.search.replace(/^\?/, '').split('&').filter(Boolean);
  const kept = query.filter((part) => !part.startsWith('tqx='));
  const headers = kept.some((part) => part.startsWith('headers=')) ? [] : ['headers=1'];
  return `${url.origin}${url.pathname}?${['tqx=out:csv', ...headers, ...kept].join('&')}`;
}

/** A file in Google Drive, or a sheet that is shared by its Drive address. */
const googleDrive: Site = (url) => {
  if (url.hostname !== 'drive.google.com') return undefined;
  const file = /^\/file(?:\/u\/\d+)?\/d\/([\w-]{20,})/.exec(url.pathname)?.[1];
  const id = file ?? url.searchParams.get('id');
  if (id === null || !/^[\w-]{20,}$/.test(id)) return undefined;
  const download = `https://drive.google.com/uc?export=download&id=${id}`;
  // `open?id=` does not say whether it is a sheet or a file.
  return url.pathname === '/open' ? [...sheetAddresses(id, '0').slice(0, 1), download] : [download];
};

/** A file in a repository at GitHub or GitLab, as its page shows it. */
const repositoryFile: Site = (url) => {
  const [, owner, name, kind, ...rest] = url.pathname.split('/');
  if (url.hostname === 'github.com' && (kind === 'blob' || kind === 'raw') && rest.length > 1) {
    return [`https://raw.githubusercontent.com/${owner}/${name}/${rest.join('/')}`];
  }
  if (url.pathname.includes('/-/blob/')) {
    return [`${url.origin}${url.pathname.replace('/-/blob/', '/-/raw/')}`];
  }
  return undefined;
};

const SOCRATA_ID = /^[2-9a-z]{4}-[2-9a-z]{4}$/;

/** A data set at Socrata: its page, or its API’s address, which sends 1,000 rows unless asked. */
const socrata: Site = (url) => {
  const parts = url.pathname.split('/').filter(Boolean);
  const [first = '', second = ''] = parts;
  if (first === 'resource' && SOCRATA_ID.test(second.replace(/\.(json|csv)$/, ''))) {
    const asked = url.searchParams;
    if (asked.has('$limit') || asked.has('$query')) return undefined;
    // Pages of a query that groups rows cannot be ordered by row.
    const order = asked.has('$select') || asked.has('$order') ? '' : '&$order=:id';
    return [`${url.href}${url.search === '' ? '?' : '&'}$limit=50000${order}`];
  }
  const index = parts.findIndex((part) => SOCRATA_ID.test(part));
  const id = parts[index];
  if (first === 'api' || id === undefined || url.search.length > 1) return undefined;
  // `/d/ID`, `/Category/Name-of-it/ID`, both with a view behind it.
  const isPage = (first === 'd' && index === 1) || (index === 2 && second !== '');
  return isPage ? [`${url.origin}/api/views/${id}/rows.csv?accessType=DOWNLOAD`] : undefined;
};

/** A layer at ArcGIS: its page, or a query that is answered as a page. */
const arcgis: Site = (url) => {
  const [, layer, query] =
    /^(.*\/(?:FeatureServer|MapServer)(?:\/\d+)?)(\/query)?\/?$/.exec(url.pathname) ?? [];
  if (layer !== undefined) {
    const path = /\/\d+$/.test(layer) ? layer : `${layer}/0`;
    const asked = new URLSearchParams(query === undefined ? '' : url.search);
    for (const [key, value] of ARCGIS_DEFAULTS) if (!asked.get(key)) asked.set(key, value);
    if (!/^(json|pjson|geojson)$/.test(asked.get('f') ?? '')) asked.set('f', 'json');
    return [`${url.origin}${path}/query?${asked}`];
  }
  const set = /\/datasets\/([0-9a-f]{32}(?:_\d+)?)/.exec(url.pathname)?.[1];
  if (set === undefined || !/(^|\.)arcgis\.com$/.test(url.hostname)) return undefined;
  const download = `https://opendata.arcgis.com/api/v3/datasets/${set}/downloads/data`;
  return [`${download}?format=csv&spatialRefId=4326&where=1%3D1`];
};

const ARCGIS_DEFAULTS = [
  ['where', '1=1'],
  ['outFields', '*'],
  ['returnGeometry', 'false'],
  ['f', 'json'],
] as const;

/** A resource’s page at CKAN: all rows as CSV, else as its API sends them. */
const ckan: Site = (url) => {
  const [, before, id] =
    /^(.*?)\/dataset\/[^/]+\/resource\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/.exec(
      url.pathname,
    ) ?? [];
  if (id === undefined) return undefined;
  // A language stands before `/dataset/` at some.
  const root = `${url.origin}${(before ?? '').replace(/\/[a-z]{2}$/, '')}`;
  return [
    `${root}/datastore/dump/${id}`,
    `${root}/api/3/action/datastore_search?resource_id=${id}&limit=32000`,
  ];
};

const SITES: readonly Site[] = [googleSheet, googleDrive, repositoryFile, arcgis, ckan, socrata];
