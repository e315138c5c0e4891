import { type CumulativeCount, cumulativeCount } from '../domain/count.ts';
import type { Finding } from '../domain/finding.ts';
import { Refusal } from '../domain/refusal.ts';
import { dataAddresses } from './data-address.ts';
import { openBody } from './open-body.ts';
import { FETCH_LIMITS, readAddress } from './read-address.ts';
import type { CellWords } from './source-settings.ts';
import type { SourceRequest } from './take-snapshot.ts';
import { type TotalPlace, totalIn } from './total-cell.ts';

/** Where the district's own total stands outside the sheet. */
export interface TotalSource extends TotalPlace {
  readonly address: string;
}

/** How it is read: as the source is. */
export type TotalReading = Pick<SourceRequest, 'allowHosts' | 'guardPrivateAddresses' | 'fetch'>;

/** The own total as it was read. */
export interface ReadTotal {
  /** Cases; null: it could not be read, as the finding says. */
  readonly total: CumulativeCount | null;
  readonly findings: readonly Finding[];
}

/** It is read beside the source, several times a day: one more try is enough. */
const PATIENCE = { retries: 1, firstWaitMilliseconds: 1_000, longestWaitMilliseconds: 5_000 };

/**
 * Reads the district's own total. It is only compared, so that whatever is wrong with it is a
 * finding and stops nothing.
 *
 * @param words that may stand in place of a figure, as in the sheet itself
 */
export async function readDistrictTotal(
  source: TotalSource,
  words: CellWords,
  request: TotalReading,
): Promise<ReadTotal> {
  let first: Refusal | undefined;
  for (const address of dataAddresses(source.address)) {
    try {
      return { total: await totalAt(address, source, words, request), findings: [] };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      first ??= error;
    }
  }
  return { total: null, findings: first ? [unread(first)] : [] };
}

async function totalAt(
  address: string,
  place: TotalPlace,
  words: CellWords,
  { allowHosts, guardPrivateAddresses, fetch }: TotalReading,
): Promise<CumulativeCount | null> {
  const limits = fetch?.limits ?? FETCH_LIMITS;
  const rules = { limits, allowHosts, guardPrivateAddresses };
  const { body, from } = await readAddress(address, rules, fetch?.patience ?? PATIENCE);
  const { source } = await openBody(body, from);
  return cumulativeCount(await totalIn(source, place, words)) ?? null;
}

function unread({ code, message }: Refusal): Finding {
  return {
    level: 'warning',
    code: `district-total-${code}`,
    message: `The district’s own total could not be read: ${message}`,
    tip: 'The counts of places are not affected. Check "districtTotal" in data/district.json.',
  };
}
