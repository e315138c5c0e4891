import { z } from 'zod';
import { reportingDate } from '../domain/reporting-date.ts';
import { fetchOnce } from '../source/fetch-once.ts';

const stamp = z.object({
  commit: z.string().nullable(),
  content_sha256: z.string(),
  /** Last date that the build treated as closed; null: none yet. */
  closed_through: z.string().transform(reportingDate).nullable().default(null),
});

/** What `build.json` says of the build that is served. */
export type ServedBuild = z.output<typeof stamp>;

export interface ServedAt {
  /** The site's public address, ending in a slash. */
  readonly url: string;
  readonly allowHosts: readonly string[];
  readonly guardPrivateAddresses: boolean;
}

const LIMITS = { bytes: 100_000, milliseconds: 10_000, redirects: 5 } as const;

/**
 * Reads which build the public address serves, past every cache: the query is new each time.
 *
 * @param tick makes the address one that no cache has seen
 * @returns undefined when nothing of ours is there, or it cannot be read
 */
export async function servedBuild(site: ServedAt, tick: string): Promise<ServedBuild | undefined> {
  const { allowHosts, guardPrivateAddresses } = site;
  try {
    const answer = await fetchOnce(`${site.url}build.json?${tick}`, {
      limits: LIMITS,
      allowHosts,
      guardPrivateAddresses,
    });
    if (answer.status !== 200) return undefined;
    return stamp.parse(JSON.parse(new TextDecoder().decode(answer.body)));
  } catch {
    return undefined;
  }
}
