import { isRecord } from './json-entries.ts';

/** Whether an answer holds all rows; else where the next ones are, as far as that is known. */
export type NextPage =
  | { readonly kind: 'complete' }
  | { readonly kind: 'next'; readonly address: string }
  | { readonly kind: 'incomplete'; readonly why: string };

/** An answer of a source, as far as its completeness is concerned. */
export interface AnsweredPage {
  /** The address that was asked, its query included. */
  readonly address: string;
  /** The JSON document; undefined: CSV. */
  readonly document: unknown;
  /** Rows in this answer; undefined: they are not in one array. */
  readonly rows: number | undefined;
  /** The answer’s `Link` header (RFC 8288). */
  readonly link: string | undefined;
}

const COMPLETE: NextPage = { kind: 'complete' };

/** What services send where nothing is asked. */
const SOCRATA_ROWS = 1000;
const CKAN_ROWS = 100;
/** How queries ask for a number of rows. */
const LIMITS = /^(\$?limit|resultRecordCount|per_?page|page_?size|rows|\$?top|max_?results)$/i;

/**
 * Looks for the signs by which services show that an answer is only a page of the rows: their own
 * flag, a link to the next page, or as many rows as they send at most.
 */
export function nextPage(page: AnsweredPage): NextPage {
  const url = URL.canParse(page.address) ? new URL(page.address) : undefined;
  for (const service of [arcgis, ckan, linked, socrata, full]) {
    const found = service(page, url);
    if (found) return found;
  }
  return COMPLETE;
}

type Service = (page: AnsweredPage, url: URL | undefined) => NextPage | undefined;

/** https://developers.arcgis.com/rest/services-reference/enterprise/query-feature-service-layer/ */
const arcgis: Service = ({ document, rows }, url) => {
  if (!isRecord(document)) return undefined;
  const inside = document.properties;
  const exceeded =
    document.exceededTransferLimit === true ||
    (isRecord(inside) && inside.exceededTransferLimit === true);
  if (!exceeded) return undefined;
  const why = 'it says "exceededTransferLimit"';
  if (!rows || !url?.pathname.endsWith('/query')) return { kind: 'incomplete', why };
  return { kind: 'next', address: moved(url, 'resultOffset', rows) };
};

/** https://docs.ckan.org/en/latest/maintaining/datastore.html */
const ckan: Service = ({ document, rows }, url) => {
  const result = isRecord(document) ? document.result : undefined;
  if (!isRecord(result) || !Array.isArray(result.records) || rows === undefined) return undefined;
  const read = Number(url?.searchParams.get('offset') ?? 0) + rows;
  const total = typeof result.total === 'number' ? result.total : undefined;
  if (total !== undefined && read >= total) return COMPLETE;
  const asked = Number(result.limit ?? url?.searchParams.get('limit') ?? CKAN_ROWS);
  if (total === undefined && rows !== asked) return undefined;
  const why = `it holds ${read} rows${total === undefined ? ', as many as are sent at most' : ` of ${total}`}`;
  if (rows === 0 || !url?.pathname.endsWith('datastore_search')) return { kind: 'incomplete', why };
  return { kind: 'next', address: moved(url, 'offset', rows) };
};

/** A link to the next page, as frameworks write it at the top of a document. */
const linked: Service = ({ document, link: header, rows }, url) => {
  const link = nextLink(document) ?? /<([^>]*)>[^,]*;\s*rel="?next"?/i.exec(header ?? '')?.[1];
  if (link === undefined) return undefined;
  // Some services name a next page behind the last.
  if (rows === 0) return COMPLETE;
  const why = 'it names a next page';
  if (!url || rows === undefined || !URL.canParse(link, url.href))
    return { kind: 'incomplete', why };
  const next = new URL(link, url.href);
  // A page at another place would be another source.
  if (next.host !== url.host) return { kind: 'incomplete', why: `${why} at ${next.host}` };
  return { kind: 'next', address: next.href };
};

function nextLink(document: unknown): string | undefined {
  if (!isRecord(document)) return undefined;
  const holders = [document, document.links, document._links, document.meta, document.pagination];
  for (const holder of holders) {
    if (!isRecord(holder)) continue;
    for (const key of ['next', 'nextLink', '@odata.nextLink', 'next_page_url', 'next_url']) {
      const link = holder[key];
      const href = isRecord(link) ? link.href : link;
      if (typeof href === 'string' && href.trim() !== '') return href.trim();
    }
  }
  return undefined;
}

/** https://dev.socrata.com/docs/paging.html */
const socrata: Service = ({ rows }, url) => {
  if (!url || rows === undefined) return undefined;
  if (!/^\/resource\/[^/]+\.(json|csv)$/.test(url.pathname)) return undefined;
  const limit = Number(url.searchParams.get('$limit') ?? SOCRATA_ROWS);
  return rows < limit ? COMPLETE : { kind: 'next', address: moved(url, '$offset', rows) };
};

/** As many rows as were asked for: the next page cannot be known. */
const full: Service = ({ rows }, url) => {
  if (!url) return undefined;
  const asked = [...url.searchParams].find(
    ([key, value]) => LIMITS.test(key) && /^\d+$/.test(value) && Number(value) === rows,
  );
  if (!asked || !rows) return undefined;
  return { kind: 'incomplete', why: `it holds ${rows} rows, as many as "${asked[0]}" asks for` };
};

/** The address of the rows behind these. */
function moved(url: URL, key: string, rows: number): string {
  const next = new URL(url.href);
  next.searchParams.set(key, String(Number(url.searchParams.get(key) ?? 0) + rows));
  return next.href;
}
