import { parse } from 'yaml';
import { z } from 'zod';
import { stepKeys } from './workflow-file.ts';

const action = z.strictObject({
  name: z.string(),
  description: z.string(),
  inputs: z
    .record(
      z.string(),
      z.strictObject({
        description: z.string(),
        required: z.boolean().default(false),
        default: z.string().optional(),
      }),
    )
    .default({}),
  outputs: z
    .record(z.string(), z.strictObject({ description: z.string(), value: z.string() }))
    .default({}),
  runs: z.strictObject({
    using: z.literal('composite'),
    steps: z.array(
      z
        .strictObject(stepKeys)
        .refine(({ run, shell }) => run === undefined || shell !== undefined, 'run needs a shell'),
    ),
  }),
});
export type ActionFile = z.output<typeof action>;

/** The `action.yml` of a composite action, as far as the runner here understands it. */
export function readAction(text: string): ActionFile {
  return action.parse(parse(text));
}
