import type { Contexts, Status } from './expressions.ts';
import type { Run } from './hub-state.ts';
import type { Artifacts, Machine } from './machine.ts';
import type { StepFile } from './workflow-file.ts';

/** What a step of a job is run with. */
export interface StepFrame {
  readonly machine: Machine;
  readonly run: Run;
  readonly permissions: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly temp: string;
  readonly artifacts: Artifacts;
  readonly contexts: Contexts;
  /** The same as in `contexts`. */
  readonly github: Contexts;
  readonly status: Status;
  /** The environment that the job and the steps before have made. */
  readonly env: Readonly<Record<string, string>>;
  readonly number: number;
  readonly onStart: (kill: () => void) => void;
}

/** What a step has done, and what it hands to the steps after it. */
export interface StepDone {
  readonly failed: boolean;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  readonly summary: string;
}

export type RunStep = (step: StepFile, frame: StepFrame) => Promise<StepDone>;
