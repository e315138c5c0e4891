import pRetry from 'p-retry';
import { type ServedBuild, STAMP_FILE, servedStamp } from '../../domain/build-stamp.ts';
import type { Finding } from '../../domain/finding.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Answer, fetchOnce } from '../../source/fetch-once.ts';

/** The published site, and which hosts may be reached while looking at it. */
export interface PublicSite {
  /** The site's public address, ending in a slash. */
  readonly url: string;
  readonly allowHosts: readonly string[];
  readonly guardPrivateAddresses: boolean;
}

export type { ServedBuild };

/** What is served at the public address. */
export type SiteState =
  | { readonly kind: 'build'; readonly build: ServedBuild }
  /** No build of this tracker: nothing has been deployed yet, or something else is there. */
  | { readonly kind: 'none' }
  /** It could not be checked. `isPrivate`: the site asks to sign in, which is not an outage. */
  | { readonly kind: 'unknown'; readonly why: string; readonly isPrivate: boolean };

const LIMITS = { bytes: 100_000, milliseconds: 10_000, redirects: 5 } as const;
const RETRIES = 1;
const SIGN_IN = /\/(login|signin|sign_in|auth|sso|saml)\b/i;

/**
 * Finds out which build the public address serves, bypassing every cache with a query that is new
 * each time.
 *
 * @param tick any text that no earlier request used
 * @returns `unknown` for every failure; nothing is thrown
 */
export async function lookAtSite(site: PublicSite, tick: string): Promise<SiteState> {
  if (site.url === '') {
    return unknown('the settings have no "site.url"', false);
  }
  const { allowHosts, guardPrivateAddresses } = site;
  const rules = { limits: LIMITS, allowHosts, guardPrivateAddresses };
  try {
    const look = async (attempt: number) => {
      const answer = await fetchOnce(`${site.url}${STAMP_FILE}?${tick}-${attempt}`, rules);
      if (answer.status >= 500) throw new Error(`it answers with status ${answer.status}`);
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

function lookOf({ status, body, address }: Answer, url: string): SiteState {
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

function unknown(why: string, isPrivate: boolean): SiteState {
  return { kind: 'unknown', why, isPrivate };
}

/**
 * The finding for a site that shows no build of this tracker, so announced days were not compared.
 */
export function servedUnknown(
  url: string,
  look: Exclude<SiteState, { readonly kind: 'build' }>,
): Finding {
  const finding = { level: 'notice', code: 'served-unknown' } as const;
  if (look.kind === 'none') {
    return {
      ...finding,
      message: `${url} shows no build of this tracker: announced days were not compared`,
      tip: 'Before the first deployment this is normal. Otherwise check that "site.url" in the settings is where Pages serves the site.',
    };
  }
  return {
    ...finding,
    message: `What ${url || 'the site'} serves could not be checked: ${look.why}`,
    tip: 'Announced days were not compared, and a deployment counts as served if its run succeeded.',
  };
}
