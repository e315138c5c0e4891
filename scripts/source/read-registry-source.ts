import { decode } from './decode.ts';
import { FETCH_LIMITS, readAddress } from './read-address.ts';
import { refuseHtml } from './refuse-html.ts';

/** How sources of the registry are read: once, since another run asks again anyway. */
export interface RegistryReading {
  /** For everything together. */
  readonly seconds: number;
  readonly allowHosts: readonly string[];
  readonly guardPrivateAddresses: boolean;
}

const ONCE = { retries: 0, firstWaitMilliseconds: 0, longestWaitMilliseconds: 0 };

/** @throws Refusal (exit 3) when there is no text to be had */
export async function readRegistrySource(
  address: string,
  { seconds, allowHosts, guardPrivateAddresses }: RegistryReading,
): Promise<string> {
  const limits = { ...FETCH_LIMITS, milliseconds: seconds * 1000 };
  const { body, from } = await readAddress(
    address,
    { limits, allowHosts, guardPrivateAddresses },
    ONCE,
  );
  const { text } = decode(body);
  refuseHtml(text, from);
  return text;
}
