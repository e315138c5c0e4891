import type { Patience } from './fetch-body.ts';
import type { FetchLimits } from './fetch-once.ts';
import { openBody, type SourceText } from './open-body.ts';
import { FETCH_LIMITS, type ReadBody, readAddress } from './read-address.ts';
import type { PageRules, WholeBody } from './read-pages.ts';

/** What one answer may cost, and how often it is asked for. */
export interface FetchOptions {
  readonly limits: FetchLimits;
  readonly patience: Patience;
}

/** How an address is read, whatever is made of the answer. */
export interface OpenRequest {
  readonly guardPrivateAddresses: boolean;
  /** `host:port` that may be read although they are private. */
  readonly allowHosts: readonly string[];
  /** Other limits and waits than the usual ones. */
  readonly fetch?: FetchOptions;
  /** Given each body as it came, before anything is made of it: a rejected one can be looked at. */
  readonly onBody?: (body: Uint8Array) => Promise<void> | void;
}

/** A source read to its end, before anything is made of its rows. */
export interface OpenedSource extends WholeBody {
  /** The address that answered, after redirects, or the file. */
  readonly from: string;
}

/** Three more tries, waiting a second at first and twice as long each time. */
export const PATIENCE: Patience = {
  retries: 3,
  firstWaitMilliseconds: 1_000,
  longestWaitMilliseconds: 30_000,
};

/**
 * Reads one address to its end, further pages included.
 *
 * @param pathOf where the rows of a JSON document are, once it is known; null: it is their array
 * @throws Refusal (exit 3) when it cannot be fetched, is no text, or a part of its rows is missing
 */
export async function openSource(
  address: string,
  request: OpenRequest,
  pathOf: (source: SourceText) => string | null,
): Promise<OpenedSource> {
  const { allowHosts, guardPrivateAddresses, onBody } = request;
  const limits = request.fetch?.limits ?? FETCH_LIMITS;
  const patience = request.fetch?.patience ?? PATIENCE;
  const fetchPage = (from: string) =>
    readAddress(from, { limits, guardPrivateAddresses, allowHosts }, patience);
  const first = await fetchPage(address);
  await onBody?.(first.body);
  const whole = await readToEnd(first, pathOf, { bytes: limits.bytes, fetchPage });
  if (whole.body !== first.body) await onBody?.(whole.body);
  return { ...whole, from: first.from };
}

/**
 * CSV comes in pages only where an address asks for a number of rows; counting those of a large file
 * costs a second.
 */
const ASKS_FOR_ROWS = /[?&](\$|%24)?[a-z_]*(limit|page|rows|top|count)|\/resource\//i;

async function readToEnd(
  first: ReadBody,
  pathOf: (source: SourceText) => string | null,
  rules: Omit<PageRules, 'path'>,
): Promise<WholeBody> {
  const opened = await openBody(first.body, first.from);
  const mayBePage =
    opened.source.shape === 'json' || first.link !== undefined || ASKS_FOR_ROWS.test(first.from);
  if (!mayBePage) return { opened, body: first.body };
  const { readPages } = await import('./read-pages.ts');
  return readPages(first, opened, { ...rules, path: pathOf(opened.source) });
}
