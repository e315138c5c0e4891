import { join } from 'node:path';
import { UPDATE_WORKFLOW, workflowPage } from '../../domain/workflows.ts';

/**
 * What is left to do after settings and an empty ledger are written, in the order of the README's
 * “Run your own”: each switch stands before the step that needs it.
 *
 * @param dir the data folder
 * @param repository its address, without a slash at its end
 * @param workflow the update workflow beside the folder, whose schedule was set; undefined: none
 * @param others what else was changed beside the folder
 */
export function nextSteps(
  dir: string,
  repository: string,
  workflow: string | undefined,
  others: readonly string[],
): string {
  const update = workflowPage(repository, UPDATE_WORKFLOW);
  const schedule =
    workflow === undefined
      ? 'There is no update workflow beside it, so no schedule was changed.'
      : `The schedule in ${workflow} has its time zone.`;
  return [
    `Wrote ${join(dir, 'district.json')} and an empty ledger beside it. ${schedule} Nothing is published yet.`,
    `1. Look at ${join(dir, 'district.json')}: everything else has a default that an editor shows.`,
    `2. ${repository}/settings/pages: under “Source” choose “GitHub Actions”.`,
    `3. Only in a fork, where these are off: ${repository}/actions: press “I understand my workflows, go ahead and enable them”; ${update}: press “Enable workflow”; ${repository}/settings#features: tick “Issues”.`,
    `4. git add ${[dir, workflow ?? [], others].flat(2).join(' ')} && git commit -m "Set up the district" && git push`,
    `5. ${update}: press “Run workflow”. The ledger begins with the first read.`,
    `If held updates should wait in pull requests: ${repository}/settings/actions: tick “Allow GitHub Actions to create and approve pull requests”.`,
    '`npm run doctor` checks each of these.',
  ].join('\n');
}
