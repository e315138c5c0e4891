import { readFile } from 'node:fs/promises';
import { reject } from './causes.ts';
import type { Patience } from './fetch-body.ts';
import type { FetchLimits, FetchRules } from './fetch-once.ts';

/** What one source may cost: 50 MB, half a minute an attempt, five redirects. */
export const FETCH_LIMITS: FetchLimits = { bytes: 50_000_000, milliseconds: 30_000, redirects: 5 };

/** A body that was read, and where it came from. */
export interface ReadBody {
  readonly body: Uint8Array;
  /** The address that answered, after redirects, or the file. */
  readonly from: string;
  /** The answer’s `Link` header; undefined: none. */
  readonly link: string | undefined;
}

/**
 * A body from where it lies: the network, or a file that a person named.
 *
 * @returns the body, and the address that answered
 * @throws Refusal (exit 3) naming the cause
 */
export async function readAddress(
  address: string,
  rules: FetchRules,
  patience: Patience,
): Promise<ReadBody> {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) {
    return { body: await readLocal(address), from: address, link: undefined };
  }
  // Reading a file needs none of what the network does.
  const { fetchBody } = await import('./fetch-body.ts');
  const answer = await fetchBody(address, rules, patience);
  const { link } = answer.headers;
  return { body: answer.body, from: answer.address, link: Array.isArray(link) ? link[0] : link };
}

async function readLocal(path: string): Promise<Uint8Array> {
  let body: Uint8Array;
  try {
    body = await readFile(path);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw reject('no-such-file', `The source ${path} cannot be read: ${message}`);
  }
  if (body.length <= FETCH_LIMITS.bytes) return body;
  throw reject('too-large', `The source ${path} is larger than ${FETCH_LIMITS.bytes / 1e6} MB`);
}
