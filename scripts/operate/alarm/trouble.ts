import type { Instant } from '../../domain/time.ts';

/**
 * What a run can judge. A run that cannot judge a scope leaves its troubles as they were told:
 * `start` checkout and installation, `read` the source, `run` settings, ledger, git and ourselves,
 * `deploy` whether Pages serves main, `schedule` whether the cron fires, `silence` whether the
 * source still changes, `release` whether closed dates are released.
 */
export const SCOPES = ['start', 'read', 'run', 'deploy', 'schedule', 'silence', 'release'] as const;
export type Scope = (typeof SCOPES)[number];

/** Something that a person should know of, as long as it lasts. */
export interface Trouble {
  readonly scope: Scope;
  /** Names what is wrong for machines; an alarm that a person closed stays closed until it changes. */
  readonly cause: string;
  /** What is wrong, in a few words of our own that fit a title. */
  readonly title: string;
  /** What was found. It may quote the source, so it is hostile. */
  readonly message: string;
  /** What to do, in our own words. */
  readonly advice: string;
  /** When it was first found. */
  readonly since: Instant;
  /** How many times in a row it was found. */
  readonly times: number;
  /** The run that found it last. */
  readonly runUrl: string;
}

/** What a run has judged: everything of a scope, or the one trouble of it that has this key. */
export type Judged = Scope | `${Scope}:${string}`;

/** What names a trouble in an alarm. */
export function keyOf({ scope, cause }: Pick<Trouble, 'scope' | 'cause'>): Judged {
  return `${scope}:${cause}`;
}
