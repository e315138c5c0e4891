import type { Finding } from '../domain/finding.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Snapshot } from '../ledger/snapshot.ts';
import { mayTryNext } from './causes.ts';
import type { Patience } from './fetch-body.ts';
import type { FetchLimits } from './fetch-once.ts';
import { type ParseOptions, parseSnapshot } from './parse-snapshot.ts';
import { FETCH_LIMITS, readAddress } from './read-address.ts';

export interface SourceRequest extends ParseOptions {
  /** Web addresses of one sheet, tried in order, or the path of a local file. */
  readonly addresses: readonly string[];
  readonly guardPrivateAddresses: boolean;
  /** `host:port` that may be read although they are private. */
  readonly allowHosts: readonly string[];
  readonly limits: ParseOptions['limits'];
  /** Other limits and waits than the usual ones. */
  readonly fetch?: FetchOptions;
  /** Given each body as it came, before anything is made of it: a rejected one can be looked at. */
  readonly onBody?: (body: Uint8Array) => Promise<void> | void;
}

export interface FetchOptions {
  readonly limits: FetchLimits;
  readonly patience: Patience;
}

export interface TakenSnapshot {
  readonly snapshot: Snapshot;
  readonly body: Uint8Array;
}

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
  for (const address of request.addresses) {
    try {
      const { body, from } = await readAddress(
        address,
        {
          limits: request.fetch?.limits ?? FETCH_LIMITS,
          guardPrivateAddresses: request.guardPrivateAddresses,
          allowHosts: request.allowHosts,
        },
        request.fetch?.patience ?? PATIENCE,
      );
      await request.onBody?.(body);
      const snapshot = await parseSnapshot(body, from, request);
      const findings = [...snapshot.findings, ...refusals.map(told)];
      return { snapshot: { ...snapshot, findings }, body };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.push(error);
      if (!mayTryNext(error.code)) break;
    }
  }
  throw together(refusals);
}

function told(refusal: Refusal): Finding {
  return {
    level: 'warning',
    code: `other-address-${refusal.code}`,
    message: `An address of the source was passed over: ${refusal.message}`,
  };
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
