import { refuseUsage } from '../../domain/refusal.ts';
import { DEPLOY_WORKFLOW, workflowPage } from '../../domain/workflows.ts';
import { isDisabled, isUnderWay } from '../../github/actions.ts';
import { pagesFinding, pagesOf } from '../deployment/pages-switch.ts';
import { buildOf } from './open-world.ts';
import type { DeploymentFact, Publication, RunFacts } from './publication.ts';

const RUNS_LOOKED_AT = 10;

/**
 * Starts a deployment. The site is not deployed from here: Pages identifies a deployment by the
 * commit of its run, so the deploy workflow is dispatched on the branch, whose head is the new
 * commit. A run that pushed nothing compares what is served with the branch, and starts a
 * deployment if the site is behind and Pages would accept it.
 */
export async function deploy(
  publication: Publication,
  facts: RunFacts,
): Promise<Partial<RunFacts>> {
  const { git, github, branch, update, say, rebuildOnly, repositoryUrl } = publication;
  let runs: Extract<DeploymentFact, { runs: unknown }>['runs'] = null;
  if (facts.push.kind !== 'pushed' && !rebuildOnly) {
    const head = await git('rev-parse', 'HEAD');
    const served = buildOf(facts)?.commit;
    if (served === head) return { deployment: { kind: 'served' } };
    runs = await github.actions.runs(DEPLOY_WORKFLOW, { perPage: RUNS_LOOKED_AT });
    if (runs.some(isUnderWay)) return { deployment: { kind: 'under-way', runs } };
    const off = pagesFinding(await pagesOf(github), repositoryUrl);
    if (off) return { deployment: { kind: 'no-pages' }, findings: [...facts.findings, off] };
    // If the site cannot be checked, the deployment's own run is all there is to go by.
    const unseen = whyUnseen(facts);
    const last = runs.find(({ conclusion }) => conclusion === 'success');
    if (unseen !== undefined && last?.headSha === head) {
      return { deployment: { kind: 'unseen', runs } };
    }
    const shows =
      unseen === undefined
        ? `The site serves ${served ?? 'no build of this tracker'}`
        : `What the site serves could not be checked (${unseen})`;
    say(`${shows}, ${branch} is at ${head}`);
  }
  if (update.dryRun) {
    say(`Would start ${DEPLOY_WORKFLOW} on ${branch}`);
    return {};
  }
  await start(publication);
  return { deployment: { kind: 'dispatched', runs } };
}

/** @throws Refusal (exit 2) if a person has disabled the workflow */
async function start({ github, branch, repositoryUrl }: Publication): Promise<void> {
  try {
    await github.actions.dispatch(DEPLOY_WORKFLOW, branch);
  } catch (error) {
    if (!isDisabled(error)) throw error;
    throw refuseUsage(
      'deploy-disabled',
      'The site cannot be deployed, because the workflow Deploy is disabled',
      `Press “Enable workflow”: ${workflowPage(repositoryUrl, DEPLOY_WORKFLOW)}. What was read is on ${branch}, and the next run deploys it.`,
    );
  }
}

/** Why the public address could not be checked; undefined: it could, or was not tried. */
export function whyUnseen({ site }: Pick<RunFacts, 'site'>): string | undefined {
  return site.kind === 'looked' && site.look.kind === 'unknown' ? site.look.why : undefined;
}
