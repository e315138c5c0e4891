import type { Instant } from '../../domain/time.ts';
import type { Git } from '../../github/git.ts';
import type { GitHub } from '../../github/github.ts';
import type { Ledger } from '../../ledger/model.ts';
import type { Settings } from '../../settings/schema.ts';

/** What is found: `unknown` where it could not be looked at. */
export interface Diagnosis {
  readonly level: 'good' | 'warning' | 'bad' | 'unknown';
  readonly what: string;
  /** What to do about it; absent where nothing is to be done. */
  readonly advice?: string;
}

/** What the checks look at. */
export interface Patient {
  /** The project's folder, with its workflows. */
  readonly project: string;
  readonly dataDir: string;
  readonly settings: Settings;
  readonly ledger: Ledger;
  readonly now: Instant;
  readonly git: Git;
  /** undefined: no token was given, so GitHub is not asked. */
  readonly github: GitHub | undefined;
  readonly allowHosts: readonly string[];
}

/** One thing to check: one file, one entry in the index. */
export interface Check {
  readonly description: string;
  readonly run: (patient: Patient) => Promise<readonly Diagnosis[]>;
}

export const good = (what: string): Diagnosis => ({ level: 'good', what });
export const warning = (what: string, advice: string): Diagnosis => ({
  level: 'warning',
  what,
  advice,
});
export const bad = (what: string, advice: string): Diagnosis => ({ level: 'bad', what, advice });
export const unknown = (what: string, advice: string): Diagnosis => ({
  level: 'unknown',
  what,
  advice,
});

/** For checks of GitHub when there is no token. */
export const NO_TOKEN = unknown(
  'GitHub was not asked: there is no token',
  'Give one: GITHUB_TOKEN=$(gh auth token) npm run doctor',
);
