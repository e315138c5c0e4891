import { type Actions, actionsOf } from './actions.ts';
import { type GitHubAccess, openApi } from './api.ts';
import { type Issues, issuesOf } from './issues.ts';
import { type Pulls, pullsOf } from './pulls.ts';
import { type Releases, releasesOf } from './releases.ts';
import { type Repository, repositoryOf } from './repository.ts';

/**
 * What the tracker asks of GitHub, by resource: a method each, so that a test can count and refuse
 * them.
 */
export interface GitHub {
  readonly actions: Actions;
  readonly issues: Issues;
  readonly pulls: Pulls;
  readonly repository: Repository;
  readonly releases: Releases;
}

/** GitHub as one repository's token may use it. */
export function gitHub(access: GitHubAccess): GitHub {
  const api = openApi(access);
  return {
    actions: actionsOf(api),
    issues: issuesOf(api),
    pulls: pullsOf(api),
    repository: repositoryOf(api),
    releases: releasesOf(api),
  };
}
