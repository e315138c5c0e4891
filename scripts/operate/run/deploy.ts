import { isUnderWay } from '../../github/actions.ts';
import type { Progress, Publication } from './publication.ts';

export const DEPLOY_WORKFLOW = 'deploy.yml';
const RUNS_LOOKED_AT = 10;

/**
 * Has the site deployed. Nothing is deployed here: a deployment is known by its run's commit, so the
 * deploy workflow is dispatched on the branch, whose head is the new commit. A run that pushes
 * nothing compares what is served with the branch and heals.
 */
export async function deploy(
  publication: Publication,
  { commit, served, unseen }: Progress,
): Promise<Partial<Progress>> {
  const { git, github, branch, update, say, rebuildOnly } = publication;
  let deployRuns: Progress['deployRuns'];
  if (commit === undefined && !rebuildOnly) {
    const head = await git('rev-parse', 'HEAD');
    if (served?.commit === head) return { deployment: 'served' };
    deployRuns = await github.actions.runs(DEPLOY_WORKFLOW, { perPage: RUNS_LOOKED_AT });
    if (deployRuns.some(isUnderWay)) return { deployRuns, deployment: 'under way' };
    // Where the site cannot be seen, the deployment's own run is all there is to go by.
    const last = deployRuns.find(({ conclusion }) => conclusion === 'success');
    if (unseen !== undefined && last?.headSha === head) return { deployment: 'unseen' };
    say(`${sitesWords(served, unseen)}, ${branch} is at ${head}`);
  }
  if (update.dryRun) {
    say(`Would start ${DEPLOY_WORKFLOW} on ${branch}`);
    return {};
  }
  await github.actions.dispatch(DEPLOY_WORKFLOW, branch);
  return { deployRuns, deployment: 'dispatched' };
}

function sitesWords(served: Progress['served'], unseen: string | undefined): string {
  if (unseen !== undefined) return `What the site serves cannot be seen (${unseen})`;
  return `The site serves ${served?.commit ?? 'no build of ours'}`;
}
