import type { Annotation } from './annotations.ts';
import type { FakeGitHub } from './fake-github.ts';
import type { FakePages, Site } from './fake-pages.ts';

/** What goes wrong while a run is under way. */
export interface Trouble {
  /** `npm ci` fails. */
  readonly installationFails?: boolean;
  /** `npm ci` never ends, and at once the limit of its step is over. */
  readonly installationHangs?: boolean;
  /** The step of this name hangs until its job's limit: the job ends as cancelled. */
  readonly hangsAt?: string;
  /** The runner vanishes after this many steps, counted over all jobs; skipped ones count. */
  readonly lostAfterSteps?: number;
  /** Done just before a step of this name starts. */
  readonly before?: Readonly<Record<string, () => void | Promise<void>>>;
  /** A person cancels the run just before the step of this name. */
  readonly cancelledBefore?: string;
  /** The n-th call to the API from now on is the last thing that its process does. */
  readonly killedAtCall?: number;
}

/** What a run runs on. */
export interface Machine {
  readonly hub: FakeGitHub;
  readonly pages: FakePages;
  /** Scratch folder of the runner; emptied before each job. */
  readonly folder: string;
  /** A checkout of most of the files, from which others begin. */
  readonly checkout?: string;
  /** The clock of everything in the run (ISO 8601). */
  readonly now: string;
  /** How many times faster than the clock the commands wait. */
  readonly pace: number;
  /** Set for every step, besides what a runner sets. */
  readonly env: Readonly<Record<string, string>>;
  readonly trouble: Trouble;
}

export type Result = 'success' | 'failure' | 'cancelled' | 'skipped';

export interface StepRun {
  readonly name: string;
  readonly outcome: Result;
  /** As the outcome, but `success` where `continue-on-error` says so. */
  readonly conclusion: Result;
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: string;
}

export interface JobRun {
  readonly name: string;
  readonly result: Result;
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly StepRun[];
  /** Markdown of all its steps. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
}

/** What the jobs of one run hand over to each other. */
export type Artifacts = Map<string, Site>;
