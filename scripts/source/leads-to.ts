import { Refusal } from '../domain/refusal.ts';
import { FETCH_LIMITS, readAddress } from './read-address.ts';

const ONCE = { retries: 0, firstWaitMilliseconds: 0, longestWaitMilliseconds: 0 };
const MILLISECONDS = 10_000;

/**
 * Where a web address leads, after redirects.
 *
 * @returns undefined if nothing answers there
 */
export async function leadsTo(
  address: string,
  allowHosts: readonly string[],
): Promise<string | undefined> {
  const limits = { ...FETCH_LIMITS, milliseconds: MILLISECONDS };
  try {
    const rules = { limits, allowHosts, guardPrivateAddresses: false };
    return (await readAddress(address, rules, ONCE)).from;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
