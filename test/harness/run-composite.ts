import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ActionFile, readAction } from './action-file.ts';
import { type Contexts, holds, interpolate, interpolateAll, type Status } from './expressions.ts';
import type { Result } from './machine.ts';
import type { RunStep, StepDone, StepFrame } from './step-frame.ts';
import type { StepFile } from './workflow-file.ts';

/** How far an action has come. */
interface Progress {
  /** Of the step that calls it. */
  readonly frame: StepFrame;
  readonly folder: string;
  /** What all its steps see: the job's contexts, and its own inputs. */
  readonly contexts: Contexts;
  readonly callersEnv: Readonly<Record<string, string>>;
  readonly byId: Record<string, object>;
  /** What its steps have exported. */
  readonly env: Record<string, string>;
  readonly path: string[];
  state: Result;
  log: string;
  summary: string;
}

/** What a job sees and the steps of an action do not, by GitHub's schema of `action.yml`. */
const HIDDEN = ['needs', 'secrets', 'vars'];

/**
 * Runs a composite action of the checkout as the runner does (its `CompositeActionHandler`): the
 * status functions look at the action's own steps only, what these export stays for the steps after
 * the action, and its outputs are there although one of its steps failed.
 *
 * @throws Error for an input that the action does not have, or needs and is not given
 */
export async function runComposite(
  step: StepFile,
  frame: StepFrame,
  runStep: RunStep,
): Promise<StepDone> {
  const folder = join(frame.workspace, step.uses ?? '');
  const file = join(folder, 'action.yml');
  if (!existsSync(file)) {
    const log = `::error::Can't find 'action.yml' under '${folder}'. Did you forget to run actions/checkout before running your local action?\n`;
    return { failed: true, log, outputs: {}, env: {}, path: [], summary: '' };
  }
  const action = readAction(readFileSync(file, 'utf8'));
  const progress = begin(action, step, frame, folder);
  for (const inner of action.runs.steps) await takeStep(progress, inner, runStep);
  const { state, log, env, path, summary } = progress;
  const values = Object.entries(action.outputs).map(([name, { value }]) => [name, value]);
  return {
    failed: state === 'failure',
    log,
    outputs: interpolateAll(Object.fromEntries(values), contextsOf(progress), statusOf(progress)),
    env,
    path,
    summary,
  };
}

function begin(action: ActionFile, step: StepFile, frame: StepFrame, folder: string): Progress {
  const seen = Object.entries(frame.contexts).filter(([name]) => !HIDDEN.includes(name));
  const outside = {
    ...Object.fromEntries(seen),
    github: { ...frame.github, action_path: folder },
  };
  return {
    frame,
    folder,
    contexts: { ...outside, inputs: inputsFor(action, step, frame, outside) },
    callersEnv: interpolateAll(step.env, frame.contexts, frame.status),
    byId: {},
    env: {},
    path: [],
    state: 'success',
    log: '',
    summary: '',
  };
}

/** Every input is a text; one that is not given has its default. */
function inputsFor(
  { name, inputs }: ActionFile,
  step: StepFile,
  frame: StepFrame,
  outside: Contexts,
): Readonly<Record<string, string>> {
  const given = interpolateAll(step.with, frame.contexts, frame.status);
  const strange = Object.keys(given).filter((id) => !(id in inputs));
  if (strange.length > 0) throw new Error(`${name} has no input ${strange.join(', ')}`);
  const missing = Object.keys(inputs).filter((id) => inputs[id]?.required && !(id in given));
  if (missing.length > 0) throw new Error(`${name} needs the input ${missing.join(', ')}`);
  const presets = Object.entries(inputs).map(([id, { default: preset }]) => [id, preset]);
  return { ...interpolateAll(Object.fromEntries(presets), outside, frame.status), ...given };
}

async function takeStep(
  progress: Progress,
  step: ActionFile['runs']['steps'][number],
  runStep: RunStep,
): Promise<void> {
  const contexts = contextsOf(progress);
  const status = statusOf(progress);
  const note = (outcome: Result, conclusion: Result, outputs = {}) => {
    if (step.id) progress.byId[step.id] = { outputs, outcome, conclusion };
  };
  if (!holds(step.if, contexts, status)) return note('skipped', 'skipped');
  const github = { ...progress.frame.github, action_path: progress.folder };
  const env = envOf(progress);
  const done = await runStep(step, { ...progress.frame, github, contexts, status, env });
  Object.assign(progress.env, done.env);
  progress.path.unshift(...done.path);
  progress.log += done.log;
  progress.summary += done.summary;
  const outcome = done.failed ? 'failure' : 'success';
  const goesOn = interpolate(step['continue-on-error'] ?? false, contexts, status) === 'true';
  const conclusion = goesOn ? 'success' : outcome;
  if (conclusion === 'failure') progress.state = 'failure';
  note(outcome, conclusion, done.outputs);
}

/** The environment of the job, over it what was exported here, over that what the caller set. */
function envOf({ frame, env, path, callersEnv, folder }: Progress): Record<string, string> {
  const { PATH = '' } = frame.env;
  return {
    ...frame.env,
    ...env,
    PATH: [...path, PATH].join(':'),
    ...callersEnv,
    GITHUB_ACTION_PATH: folder,
  };
}

const contextsOf = (progress: Progress): Contexts => ({
  ...progress.contexts,
  env: envOf(progress),
  steps: progress.byId,
});

/** A cancelled job is cancelled inside the action too. */
const statusOf = ({ state, frame }: Progress): Status => ({
  success: state === 'success',
  failure: state === 'failure',
  cancelled: frame.status.cancelled,
});
