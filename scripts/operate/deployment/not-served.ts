import type { BuildStamp } from '../../domain/build-stamp.ts';
import { EXIT, Refusal } from '../../domain/refusal.ts';
import { hoursBetween, type Instant } from '../../domain/time.ts';
import type { UnexpectedState } from './await-served.ts';

/**
 * What it means that a deployment which Pages accepted is not seen at the public address.
 *
 * - `burnt`: the address answers with something else, and Pages will never serve this commit
 * - `unreachable`: nothing answers. That says nothing about the deployment
 * - `domain-not-ready`: as either of them, but the site's own domain is new
 */
export type NotServed = 'burnt' | 'unreachable' | 'domain-not-ready';

/**
 * DNS takes up to 24 hours to propagate:
 * https://docs.github.com/pages/configuring-a-custom-domain-for-your-github-pages-site
 */
const HOURS_FOR_A_DOMAIN = 24;

/** What is known about the site that does not show the build. */
export interface NotServedFacts {
  readonly seen: UnexpectedState;
  /** The site's own domain; null: it is at GitHub's address. */
  readonly domain: string | null;
  /** Since when workflows have deployed successfully; undefined: they never have. */
  readonly deployedSince: Instant | undefined;
  readonly now: Instant;
}

/** Judges a deployment that Pages accepted and that is not seen. */
export function whyNotServed({ seen, domain, deployedSince, now }: NotServedFacts): NotServed {
  const isNew =
    deployedSince === undefined || hoursBetween(deployedSince, now) < HOURS_FOR_A_DOMAIN;
  // A domain that does not point here yet may lead to somebody else's page, but not to a build.
  if (domain !== null && isNew && seen.kind !== 'build') return 'domain-not-ready';
  return seen.kind === 'unknown' ? 'unreachable' : 'burnt';
}

/**
 * The refusal (exit 3) of a deployment that Pages accepted but does not serve.
 *
 * @param found what is served instead, in words
 */
export function notServed(
  url: string,
  { commit, content_sha256 }: Pick<BuildStamp, 'commit' | 'content_sha256'>,
  found: string,
): Refusal {
  return new Refusal(
    EXIT.source,
    'not-served',
    `The deployment was accepted but is not served: ${url} shows ${found} instead of commit ${commit}, content ${content_sha256}`,
    {
      advice:
        'The data is safe in git. It is deployed again under a new commit; if this lasts, check Settings → Pages.',
    },
  );
}

/** The refusal (exit 3) of a deployment whose public address does not answer. */
export function unreachable(url: string, seen: UnexpectedState): Refusal {
  return new Refusal(
    EXIT.source,
    'unreachable',
    `The deployment was accepted, but ${url} cannot be reached: ${seen.kind === 'unknown' ? seen.why : seen.found}`,
    {
      advice:
        'Nothing has to be deployed again. See Settings → Pages if the site has a domain of its own, and githubstatus.com for problems with Pages.',
    },
  );
}

/** The refusal (exit 3) of a deployment that Pages would not even begin. */
export function notAccepted(): Refusal {
  return new Refusal(EXIT.source, 'not-accepted', 'Pages accepted no deployment', {
    advice:
      'The two steps before this one quote its answer. The next run of Update tries again; if this lasts, see Settings → Pages and githubstatus.com.',
  });
}
