import type { Instant } from '../../domain/time.ts';

/**
 * What a run can judge. A run that cannot judge a scope leaves the troubles in it as they were
 * reported.
 *
 * - `start`: checkout and installation
 * - `read`: the source
 * - `run`: settings, ledger, git, and the tracker itself
 * - `deploy`: whether Pages serves main
 * - `schedule`: whether the cron lines fire
 * - `silence`: whether the source still changes
 * - `release`: whether closed dates are released
 * - `channel`: whether news reaches the channels
 */
export const SCOPES = [
  'start',
  'read',
  'run',
  'deploy',
  'schedule',
  'silence',
  'release',
  'channel',
] as const;

/** One of `SCOPES`. */
export type Scope = (typeof SCOPES)[number];

/** Something wrong that a person should know about for as long as it lasts. */
export interface Trouble {
  readonly scope: Scope;
  /** Code for what is wrong. An alarm that a person closed stays closed until a new one appears. */
  readonly cause: string;
  /** What is wrong, short enough for a title. Never contains text from outside. */
  readonly title: string;
  /** What was found. It may quote the source, so it must be escaped. */
  readonly message: string;
  /** What to do about it. Never contains text from outside. */
  readonly advice: string;
  /** When it was first found. */
  readonly since: Instant;
  /** How many times in a row it was found. */
  readonly times: number;
  /** The run that found it last. */
  readonly runUrl: string;
}

/** Selects troubles: all of a scope, or the one with this key (`schedule:update.yml`). */
export type TroubleSelector = Scope | `${Scope}:${string}`;

/** What identifies a trouble in an alarm: its scope and cause. */
export function keyOf({ scope, cause }: Pick<Trouble, 'scope' | 'cause'>): TroubleSelector {
  return `${scope}:${cause}`;
}
