import type { MergeResult } from '../update/merge-places.ts';
import { signed } from './figures.ts';

/** What `npm run merge` prints: what went over, and what was or would be written. */
export function mergeText({ from, into, cases, files }: MergeResult, dryRun: boolean): string {
  const names = new Map([from, into].map(({ id, name }) => [id, name]));
  const lines = cases.map(
    ({ schoolId, newCases, totalCases }) =>
      `  ${signed(newCases).padStart(4)}  ${names.get(schoolId)} (${schoolId}), now ${totalCases}`,
  );
  return [
    `${from.name} (${from.id}) ${dryRun ? 'would be' : 'is'} counted as ${into.name} (${into.id}) from now on.`,
    ...(lines.length > 0 ? lines : ['  It had no cases to go over.']),
    `${dryRun ? 'Would write' : 'Wrote'}: ${files.join(', ')}`,
    ...(dryRun ? [] : ['Commit and push these files; `git revert` undoes it.']),
  ].join('\n');
}
