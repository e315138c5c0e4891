import type { GuardLimits } from './guards/guard.ts';

/** The settings that reconciling counts by; `district.json` satisfies it. */
export interface Rules {
  /** IANA name. */
  readonly timeZone: string;
  /** Dates on which the source was seen to count from zero again, ascending. */
  readonly counterRestarts: readonly string[];
  /** Ids of schools that left the source: absent is not missing. */
  readonly gone: readonly string[];
  readonly guards: GuardLimits;
  readonly review: 'held' | 'always';
}
