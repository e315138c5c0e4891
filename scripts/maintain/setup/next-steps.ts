import { join } from 'node:path';
import { UPDATE_WORKFLOW, workflowPage } from '../../domain/workflows.ts';

/** What was written, and what is known of the checkout. */
export interface Written {
  /** The data folder. */
  readonly dir: string;
  /** Address of the repository, without a slash at its end. */
  readonly repository: string;
  /** The update workflow beside the folder, whose schedule was set; undefined: none. */
  readonly workflow: string | undefined;
  /** What else was changed beside the folder. */
  readonly others: readonly string[];
  /** Whether git knows in whose name it commits. */
  readonly hasCommitter: boolean;
}

/**
 * What is left to do after settings and an empty ledger are written, in the order of the README's
 * “Run your own”: each switch stands before the step that needs it.
 */
export function nextSteps({ dir, repository, workflow, others, hasCommitter }: Written): string {
  const update = workflowPage(repository, UPDATE_WORKFLOW);
  const schedule =
    workflow === undefined
      ? 'There is no update workflow beside it, so no schedule was changed.'
      : `The schedule in ${workflow} has its time zone.`;
  const introduction = hasCommitter
    ? ''
    : 'git does not know your name yet: git config --global user.name "Your Name" && git config --global user.email you@example.com. Then: ';
  const changed = [dir, workflow ?? [], others].flat(2).join(' ');
  return [
    `Wrote ${join(dir, 'district.json')} and an empty ledger beside it. ${schedule} Nothing is published yet.`,
    `1. Look at ${join(dir, 'district.json')}: everything else has a default that an editor shows. With the addresses of a border and of named areas under “map”, \`npm run schools\` draws them.`,
    `2. ${repository}/settings/pages: under “Source” choose “GitHub Actions”.`,
    `3. Only in a fork, where these are off: ${repository}/actions: press “I understand my workflows, go ahead and enable them”; ${update}: press “Enable workflow”; ${repository}/settings#features: tick “Issues”.`,
    `4. ${introduction}git add ${changed} && git commit -m "Set up the district" && git push`,
    `5. ${update}: press “Run workflow”. The ledger begins with the first read.`,
    `If held updates should wait in pull requests: ${repository}/settings/actions: tick “Allow GitHub Actions to create and approve pull requests”.`,
    '`npm run doctor` checks each of these.',
  ].join('\n');
}
