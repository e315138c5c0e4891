import { createHash } from 'node:crypto';
import type { Finding } from '../domain/finding.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Snapshot } from '../ledger/snapshot.ts';
import { adviceAtFirst, mayTryNext } from './causes.ts';
import { dataAddresses } from './data-address.ts';
import { type OpenRequest, openSource } from './open-source.ts';
import { type ParseOptions, parseSnapshot } from './parse-snapshot.ts';

/** Where a source is, and how it is to be read. */
export interface SourceRequest extends ParseOptions, OpenRequest {
  /**
   * Web addresses of one sheet, as a browser shows them or as a program reads them, tried in order;
   * or the path of a local file.
   */
  readonly addresses: readonly string[];
}

/** A snapshot, and the body that it was read from. */
export interface TakenSnapshot {
  readonly snapshot: Snapshot;
  /** As it came; where it came in pages, with the rows of all of them. */
  readonly body: Uint8Array;
}

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
  const { opened, body, from } = await openSource(address, request, () => request.settings.path);
  const parsed = await parseSnapshot(opened, request);
  const bodySha256 = createHash('sha256').update(body).digest('hex');
  return { snapshot: { ...parsed, bodySha256, address: from }, body };
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
