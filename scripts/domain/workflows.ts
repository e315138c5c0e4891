/** The workflow files that the program starts, watches and links to, below `.github/workflows/`. */
export const UPDATE_WORKFLOW = 'update.yml';
export const DEPLOY_WORKFLOW = 'deploy.yml';

/**
 * The page that lists a workflow's runs, and on which a person starts one.
 *
 * @param repositoryUrl without a slash at its end
 */
export function workflowPage(repositoryUrl: string, file: string): string {
  return `${repositoryUrl}/actions/workflows/${file}`;
}
