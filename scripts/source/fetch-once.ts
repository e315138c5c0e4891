import { lookup as lookupName } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Refusal } from '../domain/refusal.ts';
import { reject } from './causes.ts';
import { isPublicAddress } from './private-hosts.ts';

export interface FetchLimits {
  /** Of the body after decompression. */
  readonly bytes: number;
  /** For one attempt from first to last byte, all redirects included. */
  readonly milliseconds: number;
  readonly redirects: number;
}

export interface FetchRules {
  readonly limits: FetchLimits;
  /** Refuse addresses that are not public, on every hop. */
  readonly guardPrivateAddresses: boolean;
  /** `host:port` that may be read all the same. */
  readonly allowHosts: readonly string[];
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Uint8Array;
  /** The address that answered, after redirects. */
  readonly address: string;
}

/** What is sent instead of a plain request for the address's content. */
export interface OutgoingMessage {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  /** Absent: nothing is sent but the headers. */
  readonly body?: string | Uint8Array;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * One attempt at an address: follows redirects by hand, so that every hop is checked, reads at most
 * the limit, and gives up at the deadline however slowly the bytes drip.
 *
 * @param message its headers may hold secrets, so it needs rules that allow no redirects
 * @throws Refusal for what will not heal by asking again; other errors may
 */
export async function fetchOnce(
  address: string,
  rules: FetchRules,
  message?: OutgoingMessage,
): Promise<Answer> {
  const deadline = AbortSignal.timeout(rules.limits.milliseconds);
  try {
    return await follow(address, rules, deadline, message);
  } catch (error) {
    if (error instanceof Refusal || !deadline.aborted) throw error;
    // A body that is cut off by the deadline looks like one that the server cut off.
    throw Object.assign(new Error('the deadline has passed'), { code: 'ETIMEDOUT' });
  }
}

async function follow(
  address: string,
  rules: FetchRules,
  deadline: AbortSignal,
  message: OutgoingMessage | undefined,
): Promise<Answer> {
  let url = parseAddress(address);
  for (let hop = 0; hop <= rules.limits.redirects; hop += 1) {
    const response = await ask(url, rules, deadline, message);
    const location = response.headers.location;
    if (!REDIRECTS.has(response.statusCode ?? 0) || location === undefined) {
      const body = await readBody(response, rules.limits.bytes);
      return {
        status: response.statusCode ?? 0,
        headers: response.headers,
        body,
        address: url.href,
      };
    }
    response.resume();
    url = parseAddress(location, url);
  }
  throw reject(
    'too-many-redirects',
    `${withoutQuery(address)} redirects more than ${rules.limits.redirects} times`,
  );
}

/** An address without its query, which may hold a key. */
export function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/s, '');
}

function parseAddress(address: string, base?: URL): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base?.href) : undefined;
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return url;
  throw reject('forbidden-address', `"${withoutQuery(address)}" is no http or https address`);
}

function ask(
  url: URL,
  rules: FetchRules,
  signal: AbortSignal,
  message: OutgoingMessage | undefined,
): Promise<IncomingMessage> {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const isGuarded =
    rules.guardPrivateAddresses && !rules.allowHosts.includes(`${url.hostname}:${port}`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A host written as a number is never looked up, so it is checked here.
  if (isGuarded && isIP(host) !== 0 && !isPublicAddress(host)) throw forbidden(url, host);
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, fail) => {
    const outgoing = send(
      url,
      {
        signal,
        ...(message ? { method: message.method } : {}),
        headers: {
          accept: 'text/csv, application/json, */*;q=0.5',
          'accept-encoding': 'gzip, br, deflate',
          'user-agent': 'cps-covid-tracker (a scheduled reader of public case counts)',
          ...message?.headers,
        },
        ...(isGuarded ? { lookup: publicLookup(url) } : {}),
      },
      resolve,
    );
    outgoing.on('error', fail);
    outgoing.end(message?.body);
  });
}

/** The address that is looked up is the one connected to, so a name cannot change in between. */
function publicLookup(url: URL): LookupFunction {
  return (hostname, options, callback) => {
    lookupName(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const hidden = found.find(({ address }) => !isPublicAddress(address));
      if (hidden) return callback(forbidden(url, hidden.address), []);
      if (options.all) return callback(null, found);
      const first = found[0];
      return callback(null, first?.address ?? '', first?.family);
    });
  };
}

function forbidden(url: URL, address: string) {
  return reject('forbidden-address', `${url.host} is at ${address}, which is not a public address`);
}

async function readBody(response: IncomingMessage, limit: number): Promise<Uint8Array> {
  const decoder = decoderFor(response.headers['content-encoding']);
  if (decoder) response.on('error', (error) => decoder.destroy(error));
  const stream: Readable = decoder ? response.pipe(decoder) : response;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > limit) {
        throw reject(
          'too-large',
          `The source sends more than ${Math.round(limit / 1e6)} MB, the most that is read`,
        );
      }
      chunks.push(chunk);
    }
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks);
}

function decoderFor(encoding: string | undefined) {
  switch (encoding?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      return createInflate();
    default:
      return undefined;
  }
}
