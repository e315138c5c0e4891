import { parse } from 'yaml';
import { z } from 'zod';
import { matrix } from './matrix.ts';

const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const condition = z.union([z.string(), z.boolean()]).optional();

/** What a step of a job and a step of an action may both have. */
export const stepKeys = {
  id: z.string().optional(),
  name: z.string().optional(),
  if: condition,
  uses: z.string().optional(),
  run: z.string().optional(),
  shell: z.enum(['bash', 'sh']).optional(),
  with: values.optional(),
  env: values.optional(),
  'working-directory': z.string().optional(),
  'continue-on-error': condition,
};
const step = z.strictObject({
  ...stepKeys,
  'timeout-minutes': z.union([z.number(), z.string()]).optional(),
});
export type StepFile = z.output<typeof step>;

const permissions = z.record(z.string(), z.enum(['read', 'write', 'none']));
export type Permissions = z.output<typeof permissions>;
const names = z.union([z.string(), z.array(z.string())]).optional();
const concurrency = z
  .union([
    z.string().transform((group) => ({
      group,
      'cancel-in-progress': false as const,
      queue: 'single' as const,
    })),
    z.strictObject({
      group: z.string(),
      'cancel-in-progress': condition.default(false),
      queue: z.enum(['single', 'max']).default('single'),
    }),
  ])
  .optional();

const jobKeys = {
  name: z.string().optional(),
  needs: names.transform((needs) => (typeof needs === 'string' ? [needs] : (needs ?? []))),
  if: condition,
  permissions: permissions.optional(),
  concurrency,
};
const stepsJob = z.strictObject({
  ...jobKeys,
  'runs-on': z.string(),
  'timeout-minutes': z.number(),
  environment: z.union([z.string(), z.object({ name: z.string() }).loose()]).optional(),
  strategy: z.strictObject({ 'fail-fast': z.literal(false), matrix }).optional(),
  env: values.optional(),
  outputs: values.optional(),
  steps: z.array(step),
});
/** A job with steps of its own. */
export type StepsJob = z.output<typeof stepsJob>;

const callingJob = z.strictObject({
  ...jobKeys,
  uses: z.string().regex(/^\.\/\.github\/workflows\/[\w-]+\.yml$/),
  with: values.optional(),
});
/** A job that is another workflow of the same commit. */
export type CallingJob = z.output<typeof callingJob>;

const job = z.union([stepsJob, callingJob]);
export type JobFile = z.output<typeof job>;

const workflow = z.strictObject({
  name: z.string(),
  'run-name': z.string().optional(),
  on: z.record(z.string(), z.unknown()),
  permissions: permissions.optional(),
  concurrency,
  env: values.optional(),
  jobs: z.record(z.string(), job),
});
export type WorkflowFile = z.output<typeof workflow>;

const input = z.strictObject({
  description: z.string().optional(),
  type: z.enum(['string', 'boolean', 'number']).default('string'),
  required: z.boolean().default(false),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
});
const dispatch = z.strictObject({ inputs: z.record(z.string(), input).nullish() }).nullish();
const call = z
  .strictObject({
    inputs: z.record(z.string(), input).default({}),
    outputs: z
      .record(z.string(), z.strictObject({ description: z.string().optional(), value: z.string() }))
      .default({}),
  })
  .nullable();

/** A workflow as far as the runner here understands it; a key that it does not is an error. */
export function readWorkflow(text: string): WorkflowFile {
  return workflow.parse(parse(text));
}

/** The steps of a job: none where it calls another workflow. */
export const stepsOf = (of: JobFile | undefined): readonly StepFile[] =>
  of !== undefined && 'steps' in of ? of.steps : [];

/** What a workflow takes from, and gives to, a job that calls it; undefined if none may. */
export function callOf({ on }: WorkflowFile) {
  if (!('workflow_call' in on)) return undefined;
  return call.parse(on.workflow_call) ?? { inputs: {}, outputs: {} };
}

/** Inputs of a dispatched run: those given, over the defaults of the file. */
export function inputsOf(file: WorkflowFile, given: Readonly<Record<string, unknown>>) {
  return typedInputs(dispatch.parse(file.on.workflow_dispatch)?.inputs ?? {}, given);
}

/** Values as the types of their declarations: booleans are booleans, absent ones have defaults. */
export function typedInputs(
  declared: Readonly<Record<string, z.output<typeof input>>>,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string | number | boolean>> {
  return Object.fromEntries(
    Object.entries(declared).map(([name, { type, default: preset }]) => {
      const value = given[name] ?? preset;
      if (type === 'boolean') return [name, String(value) === 'true'];
      if (type === 'number') return [name, Number(value ?? 0)];
      return [name, String(value ?? '')];
    }),
  );
}
