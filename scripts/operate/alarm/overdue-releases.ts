import { listed } from '../../domain/shortened.ts';
import { hoursBetween, type Instant } from '../../domain/time.ts';
import type { Trouble } from './trouble.ts';

export interface ReleaseFacts {
  /** Releases that this run could not make. */
  readonly failed: readonly {
    readonly tag: string;
    /** When it could first be made. */
    readonly dueSince: Instant;
    readonly error: unknown;
  }[];
  readonly now: Instant;
  readonly runUrl: string;
}

/** Dozens of runs have tried by then; an outage of GitHub is over in most cases. */
const HOURS_TO_WAIT = 24;
const NAMED = 5;

/**
 * Releases that cannot be made although they have been due for more than a day. Ledger and tags say
 * so in every run, so nothing has to be remembered: the trouble is over when they are made.
 *
 * @returns undefined when each was made, or is not late yet
 */
export function overdueReleases({ failed, now, runUrl }: ReleaseFacts): Trouble | undefined {
  const late = failed.filter(({ dueSince }) => hoursBetween(dueSince, now) > HOURS_TO_WAIT);
  const [since] = late.map(({ dueSince }) => dueSince).sort();
  if (since === undefined) return undefined;
  const named = late.map(
    ({ tag, error }) => `${tag}: ${error instanceof Error ? error.message : error}`,
  );
  return {
    scope: 'release',
    cause: 'not-released',
    title:
      late.length === 1 ? 'A release cannot be made' : `${late.length} releases cannot be made`,
    message: listed(named, NAMED, { by: '; ' }),
    advice:
      'The data is published all the same. Look under Releases for a draft of that name and delete it, or for a rule on tags that refuses “data-…”; the next run tries again.',
    since,
    times: 1,
    runUrl,
  };
}
