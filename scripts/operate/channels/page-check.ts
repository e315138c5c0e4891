import { type FetchRules, fetchOnce } from '../../source/fetch-once.ts';

const LIMITS = { bytes: 5_000_000, milliseconds: 10_000, redirects: 5 };
const PAGE_FOUND = 200;

/** Whether a page can be read at its public address, so that a post never leads nowhere. */
export async function isServed(
  page: string,
  rules: Pick<FetchRules, 'allowHosts' | 'guardPrivateAddresses'>,
): Promise<boolean> {
  try {
    return (await fetchOnce(page, { ...rules, limits: LIMITS })).status === PAGE_FOUND;
  } catch {
    return false;
  }
}
