import { listed } from '../../domain/shortened.ts';
import { hoursBetween, type Instant } from '../../domain/time.ts';
import type { Trouble } from './trouble.ts';

/** What came of this run's releases, as far as the alarm needs it. */
export interface ReleaseFailures {
  /** Releases that this run tried to make and could not. */
  readonly failed: readonly {
    readonly tag: string;
    /** When it could first have been made. */
    readonly dueSince: Instant;
    readonly error: unknown;
  }[];
  readonly now: Instant;
  readonly runUrl: string;
}

/** By then dozens of runs have tried, and most outages of GitHub are over. */
const HOURS_TO_WAIT = 24;
const NAMED = 5;

/**
 * Releases that could not be made although they have been due for more than a day. The ledger and
 * the tags show that in every run, so nothing has to be remembered, and the trouble ends when the
 * releases are made.
 *
 * @returns undefined if all were made, or none is late yet
 */
export function overdueReleases({ failed, now, runUrl }: ReleaseFailures): Trouble | undefined {
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
      'The data is published anyway. Look under Releases for a draft of that name and delete it, or look for a tag rule that refuses “data-…”. The next run tries again.',
    since,
    times: 1,
    runUrl,
  };
}
