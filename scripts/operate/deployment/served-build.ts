import pRetry from 'p-retry';
import { type ServedBuild, STAMP_FILE, servedStamp } from '../../domain/build-stamp.ts';
import type { Finding } from '../../domain/finding.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Answer, fetchOnce } from '../../source/fetch-once.ts';

export interface ServedAt {
  /** The site's public address, ending in a slash. */
  readonly url: string;
  readonly allowHosts: readonly string[];
  readonly guardPrivateAddresses: boolean;
}

export type { ServedBuild };

/** What a look at the public address found. */
export type ServedLook =
  | { readonly kind: 'build'; readonly build: ServedBuild }
  /** Nothing of ours: nothing was deployed yet, or something else is there. */
  | { readonly kind: 'none' }
  /** It cannot be seen from here. `isPrivate`: it asks to sign in, which is no outage. */
  | { readonly kind: 'unknown'; readonly why: string; readonly isPrivate: boolean };

const LIMITS = { bytes: 100_000, milliseconds: 10_000, redirects: 5 } as const;
const RETRIES = 1;
const SIGN_IN = /\/(login|signin|sign_in|auth|sso|saml)\b/i;

/**
 * Reads which build the public address serves, past every cache: the query is new each time.
 *
 * @param tick makes the address one that no cache has seen
 */
export async function lookAtSite(site: ServedAt, tick: string): Promise<ServedLook> {
  if (site.url === '') {
    return unknown('the settings name no address under "site.url"', false);
  }
  const { allowHosts, guardPrivateAddresses } = site;
  const rules = { limits: LIMITS, allowHosts, guardPrivateAddresses };
  try {
    const look = async (attempt: number) => {
      const answer = await fetchOnce(`${site.url}${STAMP_FILE}?${tick}-${attempt}`, rules);
      if (answer.status >= 500) throw new Error(`it answers ${answer.status}`);
      return lookOf(answer, site.url);
    };
    return await pRetry(look, {
      retries: RETRIES,
      minTimeout: 500,
      shouldRetry: ({ error }) => !(error instanceof Refusal),
    });
  } catch (error) {
    return unknown(error instanceof Error ? error.message : String(error), false);
  }
}

function lookOf({ status, body, address }: Answer, url: string): ServedLook {
  const { host, pathname } = new URL(address);
  const isElsewhere = host !== new URL(url).host;
  if (status === 401 || status === 403 || (isElsewhere && SIGN_IN.test(pathname))) {
    return unknown('it asks to sign in, so it is not public', true);
  }
  const build = status === 200 ? parseStamp(new TextDecoder().decode(body)) : undefined;
  return build ? { kind: 'build', build } : { kind: 'none' };
}

function parseStamp(text: string): ServedBuild | undefined {
  try {
    return servedStamp.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function unknown(why: string, isPrivate: boolean): ServedLook {
  return { kind: 'unknown', why, isPrivate };
}

/** What is told where no build of ours was seen: announced days were not compared. */
export function servedUnknown(
  url: string,
  look: Exclude<ServedLook, { readonly kind: 'build' }>,
): Finding {
  const told = { level: 'notice', code: 'served-unknown' } as const;
  if (look.kind === 'none') {
    return {
      ...told,
      message: `${url} shows no build of ours: announced days were not compared`,
      tip: 'Before the first deployment this is as it should be. Otherwise see that "site.url" in the settings is where Pages serves the site.',
    };
  }
  return {
    ...told,
    message: `What ${url || 'the site'} serves cannot be seen: ${look.why}`,
    tip: 'Announced days were not compared, and a deployment counts as served when its run went well.',
  };
}
