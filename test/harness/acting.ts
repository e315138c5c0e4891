import type { Run } from './hub-state.ts';
import type { Artifacts, Machine } from './machine.ts';

/** What a stand-in for an action is given. */
export interface Acting {
  readonly inputs: Readonly<Record<string, string>>;
  readonly machine: Machine;
  readonly run: Run;
  readonly permissions: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly artifacts: Artifacts;
}

export interface Acted {
  readonly log: string;
  readonly outputs?: Readonly<Record<string, string>>;
}

/** An action that failed, in the words of its log. */
export class ActionFailure extends Error {
  /** What it had set before it failed. */
  readonly outputs: Readonly<Record<string, string>>;
  constructor(message: string, outputs: Readonly<Record<string, string>> = {}) {
    super(message);
    this.outputs = outputs;
  }
}
