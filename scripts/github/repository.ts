import { type Instant, parseInstant } from '../domain/time.ts';
import { type Api, statusOf } from './api.ts';
import { BOT_LOGIN } from './git.ts';

/** What GitHub says of the repository as a whole. */
export interface RepositoryFacts {
  readonly defaultBranch: string;
  readonly isArchived: boolean;
  readonly isPrivate: boolean;
  readonly hasIssues: boolean;
}

/** Switches of the owner; each undefined where the token may not see it. */
export interface RepositorySwitches {
  readonly actionsEnabled: boolean | undefined;
  readonly actionsMayOpenPulls: boolean | undefined;
}

/**
 * What Pages publishes. `hidden`: the token may not see it. `domain` is null if the site is at
 * GitHub's own address.
 */
export type PagesFacts =
  | { readonly kind: 'off' | 'hidden' }
  | {
      readonly kind: 'workflow' | 'branch';
      readonly url: string;
      readonly domain: string | null;
    };

/** The repository and its switches, as its owner has set them. */
export interface Repository {
  facts(): Promise<RepositoryFacts>;
  switches(): Promise<RepositorySwitches>;
  /** Whether Pages is on, where it serves the site, and from what. */
  pages(): Promise<PagesFacts>;
  /**
   * Since when workflows have deployed to Pages successfully, going by the hundred newest
   * deployments; undefined: they never have, or the token may not see it.
   */
  deployedSince(): Promise<Instant | undefined>;
  /** Each workflow file with its state: `active`, `disabled_inactivity`, … */
  workflows(): Promise<readonly { readonly path: string; readonly state: string }[]>;
  /** Kinds of rule that hold on a branch, such as `pull_request` or `required_status_checks`. */
  rules(branch: string): Promise<readonly string[]>;
  /** Whether people may report vulnerabilities privately; undefined: GitHub does not say. */
  reportsPrivately(): Promise<boolean | undefined>;
  /** Who watches the repository, and so is mailed about issues, pull requests and releases. */
  watchers(): Promise<readonly string[]>;
}

const PAGE = 100;
const ENVIRONMENT = 'github-pages';
/** Each costs a call. The oldest deployment is rarely one that failed. */
const DEPLOYMENTS_ASKED = 10;
/** GitHub calls a deployment inactive once a later one has succeeded. */
const SUCCEEDED = new Set<string>(['success', 'inactive']);

/**
 * `Repository` of one repository. What the token may not see is undefined; other failures throw.
 */
export function repositoryOf({ rest, paginate, at }: Api): Repository {
  return {
    facts: async () => {
      const { data } = await rest.repos.get(at);
      return {
        defaultBranch: data.default_branch,
        isArchived: data.archived,
        isPrivate: data.private,
        hasIssues: data.has_issues,
      };
    },
    switches: async () => ({
      actionsEnabled: await unlessHidden(async () => {
        const { data } = await rest.actions.getGithubActionsPermissionsRepository(at);
        return data.enabled;
      }),
      actionsMayOpenPulls: await unlessHidden(async () => {
        const { data } =
          await rest.actions.getGithubActionsDefaultWorkflowPermissionsRepository(at);
        return data.can_approve_pull_request_reviews;
      }),
    }),
    pages: async () => {
      try {
        const { data } = await rest.repos.getPages(at);
        const kind = data.build_type === 'workflow' ? 'workflow' : 'branch';
        return { kind, url: data.html_url ?? '', domain: data.cname };
      } catch (error) {
        if (statusOf(error) === 404) return { kind: 'off' };
        if ([401, 403].includes(statusOf(error))) return { kind: 'hidden' };
        throw error;
      }
    },
    deployedSince: () =>
      unlessHidden(async () => {
        const asked = { ...at, environment: ENVIRONMENT, per_page: PAGE };
        const { data } = await rest.repos.listDeployments(asked);
        // Where Pages publishes a branch, GitHub deploys it under an account of its own.
        const own = data.filter(({ creator }) => creator?.login === BOT_LOGIN).reverse();
        for (const { id, created_at } of own.slice(0, DEPLOYMENTS_ASKED)) {
          const deployment = { ...at, deployment_id: id, per_page: PAGE };
          const { data: statuses } = await rest.repos.listDeploymentStatuses(deployment);
          if (statuses.some(({ state }) => SUCCEEDED.has(state))) return parseInstant(created_at);
        }
        return undefined;
      }),
    workflows: async () => {
      const workflows = await paginate(rest.actions.listRepoWorkflows, { ...at, per_page: PAGE });
      return workflows.map(({ path, state }) => ({ path, state }));
    },
    rules: async (branch) => {
      const rules = await paginate(rest.repos.getBranchRules, { ...at, branch, per_page: PAGE });
      return rules.map(({ type }) => type);
    },
    reportsPrivately: () =>
      unlessHidden(async () => {
        const { data } = await rest.repos.checkPrivateVulnerabilityReporting(at);
        return data.enabled;
      }),
    watchers: async () => {
      const people = await paginate(rest.activity.listWatchersForRepo, { ...at, per_page: PAGE });
      return people.map(({ login }) => login);
    },
  };
}

/** Undefined where the answer is not for this token, or there is nothing of the kind. */
async function unlessHidden<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if ([401, 403, 404].includes(statusOf(error))) return undefined;
    throw error;
  }
}
