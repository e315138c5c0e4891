import { join } from 'node:path';
import { ActionFailure } from './acting.ts';
import { type Contexts, interpolate, interpolateAll, type Status } from './expressions.ts';
import type { Run } from './hub-state.ts';
import type { Artifacts, Machine } from './machine.ts';
import { runShell } from './run-shell.ts';
import { runnerFiles } from './runner-files.ts';
import { STAND_INS } from './stand-in-actions.ts';
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
  readonly status: Status;
  /** The environment that the job and the steps before have made. */
  readonly env: Readonly<Record<string, string>>;
  readonly number: number;
  readonly onStart: (kill: () => void) => void;
}

export interface StepDone {
  readonly failed: boolean;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  readonly summary: string;
}

const NOTHING = { outputs: {}, env: {}, path: [], summary: '' } as const;

/** Runs one step: its script in a shell, or the stand-in for its action. */
export async function runStep(step: StepFile, frame: StepFrame): Promise<StepDone> {
  return step.uses ? act(step, frame) : runScript(step, frame);
}

function act(step: StepFile, frame: StepFrame): StepDone {
  const name = (step.uses ?? '').replace(/@.*/, '');
  const standIn = STAND_INS[name];
  if (!standIn) throw new Error(`the harness has no stand-in for ${name}`);
  const inputs = interpolateAll(step.with, frame.contexts, frame.status);
  const strange = Object.keys(inputs).filter((input) => !standIn.inputs.includes(input));
  if (strange.length > 0) throw new Error(`${name} has no input ${strange.join(', ')}`);
  try {
    const { log, outputs = {} } = standIn.act({ ...frame, inputs });
    return { ...NOTHING, failed: false, log, outputs };
  } catch (error) {
    if (error instanceof ActionFailure) {
      return { ...NOTHING, failed: true, log: `::error::${error.message}\n` };
    }
    throw error;
  }
}

async function runScript(step: StepFile, frame: StepFrame): Promise<StepDone> {
  const files = runnerFiles(frame.temp, frame.number);
  const { exit, log } = await runShell({
    script: interpolate(step.run, frame.contexts, frame.status),
    shell: step.shell,
    folder: join(frame.workspace, step['working-directory'] ?? ''),
    env: {
      ...frame.env,
      ...files.env,
      ...interpolateAll(step.env, frame.contexts, frame.status),
    },
    temp: frame.temp,
    onStart: frame.onStart,
  });
  try {
    return { ...files.read(), failed: exit !== 0, log };
  } catch (error) {
    return { ...NOTHING, failed: true, log: `${log}::error::${String(error)}\n` };
  }
}
