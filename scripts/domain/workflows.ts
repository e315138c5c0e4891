/** The workflow that reads the source and updates the ledger; a file in `.github/workflows/`. */
export const UPDATE_WORKFLOW = 'update.yml';
/** The workflow that builds and publishes the site; a file in `.github/workflows/`. */
export const DEPLOY_WORKFLOW = 'deploy.yml';

/**
 * The GitHub page that lists a workflow's runs and lets a person start one.
 *
 * @param repositoryUrl without a trailing slash
 * @param file the workflow's file name
 */
export function workflowPage(repositoryUrl: string, file: string): string {
  return `${repositoryUrl}/actions/workflows/${file}`;
}
