import { createHash } from 'node:crypto';
import type { Finding } from '../domain/finding.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Snapshot } from '../ledger/snapshot.ts';
import { adviceAtFirst, mayTryNext } from './causes.ts';
import { dataAddresses } from './data-address.ts';
import type { Patience } from './fetch-body.ts';
import type { FetchLimits } from './fetch-once.ts';
import { openBody } from './open-body.ts';
import { type ParseOptions, parseSnapshot } from './parse-snapshot.ts';
import { FETCH_LIMITS, type ReadBody, readAddress } from './read-address.ts';
import type { PageRules, WholeBody } from './read-pages.ts';

/** Where a source is, and how it is to be read. */
export interface SourceRequest extends ParseOptions {
  /**
   * Web addresses of one sheet, as a browser shows them or as a program reads them, tried in order;
   * or the path of a local file.
   */
  readonly addresses: readonly string[];
  readonly guardPrivateAddresses: boolean;
  /** `host:port` that may be read although they are private. */
  readonly allowHosts: readonly string[];
  /** Other limits and waits than the usual ones. */
  readonly fetch?: FetchOptions;
  /** Given each body as it came, before anything is made of it: a rejected one can be looked at. */
  readonly onBody?: (body: Uint8Array) => Promise<void> | void;
}

/** What one answer may cost, and how often it is asked for. */
export interface FetchOptions {
  readonly limits: FetchLimits;
  readonly patience: Patience;
}

/** A snapshot, and the body that it was read from. */
export interface TakenSnapshot {
  readonly snapshot: Snapshot;
  /** As it came; where it came in pages, with the rows of all of them. */
  readonly body: Uint8Array;
}

/** Three more tries, waiting a second at first and twice as long each time. */
export const PATIENCE: Patience = {
  retries: 3,
  firstWaitMilliseconds: 1_000,
  longestWaitMilliseconds: 30_000,
};

/**
 * Reads the source: each address in turn until one answers with case counts.
 *
 * @throws Refusal (exit 3) of the first address, telling what the others said
 */
export async function takeSnapshot(request: SourceRequest): Promise<TakenSnapshot> {
  const refusals: Refusal[] = [];
  const tries = request.addresses.flatMap((configured, index) =>
    dataAddresses(configured).map((address) => ({ address, isSpare: index > 0 })),
  );
  for (const { address, isSpare } of tries) {
    try {
      const { snapshot, body } = await readOnce(address, request);
      const findings = [...snapshot.findings, ...refusals.map(passedOver)];
      return { snapshot: { ...snapshot, isSpare, findings }, body };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.push(request.known.isEmpty ? atFirst(error) : error);
      if (!mayTryNext(error.code)) break;
    }
  }
  throw together(refusals);
}

interface ReadOnce {
  readonly snapshot: Omit<Snapshot, 'isSpare'>;
  readonly body: Uint8Array;
}

async function readOnce(address: string, request: SourceRequest): Promise<ReadOnce> {
  const { allowHosts, guardPrivateAddresses, onBody } = request;
  const limits = request.fetch?.limits ?? FETCH_LIMITS;
  const patience = request.fetch?.patience ?? PATIENCE;
  const fetchPage = (from: string) =>
    readAddress(from, { limits, guardPrivateAddresses, allowHosts }, patience);
  const first = await fetchPage(address);
  await onBody?.(first.body);
  const { path } = request.settings;
  const { opened, body } = await readToEnd(first, { path, bytes: limits.bytes, fetchPage });
  if (body !== first.body) await onBody?.(body);
  const parsed = await parseSnapshot(opened, request);
  const bodySha256 = createHash('sha256').update(body).digest('hex');
  return { snapshot: { ...parsed, bodySha256, address: first.from }, body };
}

/**
 * CSV comes in pages only where an address asks for a number of rows; counting those of a large file
 * costs a second.
 */
const ASKS_FOR_ROWS = /[?&](\$|%24)?[a-z_]*(limit|page|rows|top|count)|\/resource\//i;

async function readToEnd(first: ReadBody, rules: PageRules): Promise<WholeBody> {
  const opened = await openBody(first.body, first.from);
  const mayBePage =
    opened.source.shape === 'json' || first.link !== undefined || ASKS_FOR_ROWS.test(first.from);
  if (!mayBePage) return { opened, body: first.body };
  const { readPages } = await import('./read-pages.ts');
  return readPages(first, opened, rules);
}

function passedOver(refusal: Refusal): Finding {
  return {
    level: 'warning',
    code: `other-address-${refusal.code}`,
    message: `An address of the source was passed over: ${refusal.message}`,
  };
}

/** Before the first read nothing has changed: what does not fit is likelier wrong in the settings. */
function atFirst(refusal: Refusal): Refusal {
  const advice = adviceAtFirst(refusal.code);
  if (advice === undefined) return refusal;
  return new Refusal(refusal.exit, refusal.code, refusal.message, { advice, facts: refusal.facts });
}

function together(refusals: readonly Refusal[]): Refusal {
  const [first, ...others] = refusals;
  if (!first) throw new RangeError('no address to read');
  if (others.length === 0) return first;
  const said = others.map((other) => other.message).join('; ');
  return new Refusal(first.exit, first.code, `${first.message}. Other addresses: ${said}`, {
    advice: first.advice,
    facts: first.facts,
  });
}
