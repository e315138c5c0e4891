import { parse } from 'yaml';
import { z } from 'zod';

const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const condition = z.union([z.string(), z.boolean()]).optional();

const step = z.strictObject({
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
  'timeout-minutes': z.union([z.number(), z.string()]).optional(),
});
export type StepFile = z.output<typeof step>;

const permissions = z.record(z.string(), z.enum(['read', 'write', 'none']));
const names = z.union([z.string(), z.array(z.string())]).optional();
const concurrency = z
  .union([
    z.string().transform((group) => ({ group, 'cancel-in-progress': false as const })),
    z.strictObject({
      group: z.string(),
      'cancel-in-progress': condition.default(false),
    }),
  ])
  .optional();

const job = z.strictObject({
  name: z.string().optional(),
  needs: names.transform((needs) => (typeof needs === 'string' ? [needs] : (needs ?? []))),
  if: condition,
  'runs-on': z.string(),
  'timeout-minutes': z.number(),
  permissions: permissions.optional(),
  environment: z.union([z.string(), z.object({ name: z.string() }).loose()]).optional(),
  strategy: z
    .strictObject({
      'fail-fast': z.boolean().optional(),
      matrix: z.record(z.string(), z.array(z.union([z.string(), z.number()]))),
    })
    .optional(),
  concurrency,
  env: values.optional(),
  outputs: values.optional(),
  steps: z.array(step),
});
export type JobFile = z.output<typeof job>;

const workflow = z.strictObject({
  name: z.string(),
  'run-name': z.string().optional(),
  on: z.record(z.string(), z.unknown()),
  permissions: permissions.default({}),
  concurrency,
  env: values.optional(),
  jobs: z.record(z.string(), job),
});
export type WorkflowFile = z.output<typeof workflow>;

/** A workflow as far as the runner here understands it; a key that it does not is an error. */
export function readWorkflow(text: string): WorkflowFile {
  return workflow.parse(parse(text));
}

const dispatch = z
  .object({
    inputs: z
      .record(
        z.string(),
        z.object({ type: z.string().default('string'), default: z.unknown().optional() }),
      )
      .nullish(),
  })
  .nullish();

/** Inputs of a dispatched run: those given, over the defaults of the file; booleans are booleans. */
export function inputsOf(file: WorkflowFile, given: Readonly<Record<string, unknown>>) {
  const declared = Object.entries(dispatch.parse(file.on.workflow_dispatch)?.inputs ?? {});
  return Object.fromEntries(
    declared.map(([name, { type, default: preset }]) => {
      const value = given[name] ?? preset ?? (type === 'boolean' ? false : '');
      return [name, type === 'boolean' ? String(value) === 'true' : String(value)];
    }),
  );
}
