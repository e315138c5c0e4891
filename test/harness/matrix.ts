import { z } from 'zod';

const value = z.union([z.string(), z.number()]);
const combination = z.record(z.string(), value).readonly();
/** One job of a matrix: its values by their names. */
export type Combination = z.output<typeof combination>;

/** A matrix as the jobs that it stands for, in GitHub's order: axes, or entries, but not both. */
export const matrix = z.union([
  z.strictObject({ include: z.array(combination) }).transform(({ include }) => include),
  z.record(z.string(), z.array(value)).transform((axes) => {
    let found: Combination[] = [{}];
    for (const [name, values] of Object.entries(axes)) {
      found = found.flatMap((each) => values.map((one) => ({ ...each, [name]: one })));
    }
    return found;
  }),
]);
