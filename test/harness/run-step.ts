import { join } from 'node:path';
import { ActionFailure } from './acting.ts';
import { interpolate, interpolateAll } from './expressions.ts';
import { runComposite } from './run-composite.ts';
import { runShell } from './run-shell.ts';
import { runnerFiles } from './runner-files.ts';
import { STAND_INS } from './stand-in-actions.ts';
import type { RunStep, StepDone, StepFrame } from './step-frame.ts';
import type { StepFile } from './workflow-file.ts';

const NOTHING = { outputs: {}, env: {}, path: [], summary: '' } as const;

/** Runs one step: its script in a shell, the steps of a local action, or a stand-in for another. */
export const runStep: RunStep = async (step, frame) => {
  if (step.uses === undefined) return runScript(step, frame);
  return step.uses.startsWith('./') ? runComposite(step, frame, runStep) : act(step, frame);
};

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
      const { outputs, message } = error;
      return { ...NOTHING, failed: true, log: `::error::${message}\n`, outputs };
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
