import type { Instant } from '../../domain/time.ts';
import type { Git } from '../../github/git.ts';
import type { GitHub } from '../../github/github.ts';
import type { Ledger } from '../../ledger/model.ts';
import type { Settings } from '../../settings/schema.ts';

/** One result of a check. `unknown`: it could not be looked at. */
export interface Diagnosis {
  readonly level: 'good' | 'warning' | 'bad' | 'unknown';
  readonly what: string;
  /** What to do about it; absent if there is nothing to do. */
  readonly advice?: string;
}

/** What the checks look at: a checkout, its data, and its repository on GitHub. */
export interface Patient {
  /** The project's folder, with its workflows. */
  readonly project: string;
  readonly dataDir: string;
  readonly settings: Settings;
  readonly ledger: Ledger;
  readonly now: Instant;
  readonly git: Git;
  /** undefined: without a token, GitHub is not asked. */
  readonly github: GitHub | undefined;
  readonly allowHosts: readonly string[];
  /** Where the secrets of the channels are. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** One check: one file, and one entry in `checks`. */
export interface Check {
  readonly description: string;
  readonly run: (patient: Patient) => Promise<readonly Diagnosis[]>;
}

/** All is well. */
export const good = (what: string): Diagnosis => ({ level: 'good', what });
/** It works, but somebody should look at it. */
export const warning = (what: string, advice: string): Diagnosis => ({
  level: 'warning',
  what,
  advice,
});
/** It does not work; the doctor exits with 2. */
export const bad = (what: string, advice: string): Diagnosis => ({ level: 'bad', what, advice });
/** It could not be looked at. */
export const unknown = (what: string, advice: string): Diagnosis => ({
  level: 'unknown',
  what,
  advice,
});

/** The result of a check of GitHub without a token. */
export const NO_TOKEN = unknown(
  'GitHub was not asked: there is no token',
  'Give one: GITHUB_TOKEN=$(gh auth token) npm run doctor',
);
