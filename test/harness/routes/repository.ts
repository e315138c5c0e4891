import { type HubState, notFound, REPOSITORY_ID } from '../hub-state.ts';
import { paged, type Routes, userOf } from '../route.ts';

/** What no job's token is ever granted: only people's calls pass. */
const PEOPLE_ONLY = ['administration', 'read'] as const;

const BOT = { login: 'github-actions[bot]', type: 'Bot' } as const;

/** One for each job that began with an environment. */
const deployments = ({ runs }: HubState) =>
  runs.flatMap((run) =>
    run.jobs.filter(({ environment }) => environment !== undefined).map((job) => ({ run, job })),
  );

function repositoryFacts({ repository, settings }: HubState) {
  const [login = '', name = ''] = repository.split('/');
  const parent =
    settings.parent === undefined
      ? {}
      : { parent: { full_name: settings.parent, default_branch: 'main' } };
  return {
    id: REPOSITORY_ID,
    name,
    full_name: repository,
    html_url: `https://github.com/${repository}`,
    owner: { login, type: 'User' },
    private: false,
    visibility: 'public',
    fork: settings.parent !== undefined,
    default_branch: settings.defaultBranch,
    has_issues: settings.hasIssues,
    has_pages: settings.pages !== undefined,
    archived: false,
    disabled: false,
    ...parent,
  };
}

export const repositoryRoutes: Routes = {
  'repos/get': {
    needs: ['metadata', 'read'],
    answer: ({ state }) => ({ status: 200, facts: repositoryFacts(state) }),
  },
  'rate-limit/get': {
    needs: ['metadata', 'read'],
    answer: () => {
      const limit = { limit: 1000, remaining: 999, reset: 1_700_000_000, used: 1 };
      return { status: 200, facts: { resources: { core: limit, search: limit }, rate: limit } };
    },
  },
  'repos/get-pages': {
    needs: ['pages', 'read'],
    answer: ({ state }) => {
      const { pages } = state.settings;
      if (!pages) throw notFound();
      return {
        status: 200,
        facts: {
          url: `${state.url}/repos/${state.repository}/pages`,
          html_url: pages.url,
          build_type: pages.source,
          status: 'built',
          cname: pages.domain ?? null,
          custom_404: true,
          public: true,
          https_enforced: true,
          source: { branch: 'main', path: '/' },
        },
      };
    },
  },
  'repos/list-deployments': {
    needs: ['deployments', 'read'],
    answer: (call) => {
      const asked = call.query.get('environment');
      const found = deployments(call.state).filter(
        ({ job }) => asked === null || job.environment === asked,
      );
      const { page, headers } = paged(call, found.toReversed());
      const facts = page.map(({ job: { id, environment, startedAt: createdAt }, run }) => ({
        id,
        sha: run.commit,
        ref: run.branch,
        task: 'deploy',
        environment,
        creator: userOf(BOT),
        created_at: createdAt,
        updated_at: createdAt,
      }));
      return { status: 200, facts, headers };
    },
  },
  'repos/list-deployment-statuses': {
    needs: ['deployments', 'read'],
    answer: (call) => {
      const { state, params } = call;
      const found = deployments(state).find(({ job }) => job.id === Number(params.deployment_id));
      if (!found) throw notFound();
      const { conclusion } = found.job;
      const ended = conclusion === 'success' ? 'success' : 'failure';
      const states = conclusion === null ? ['in_progress'] : [ended, 'in_progress'];
      return {
        status: 200,
        facts: states.map((each) => ({
          state: each,
          creator: userOf(BOT),
          target_url: call.state.url,
        })),
      };
    },
  },
  'actions/get-github-actions-permissions-repository': {
    needs: PEOPLE_ONLY,
    answer: ({ state }) => ({
      status: 200,
      facts: { enabled: state.settings.actionsEnabled, allowed_actions: 'all' },
    }),
  },
  'actions/get-github-actions-default-workflow-permissions-repository': {
    needs: PEOPLE_ONLY,
    answer: ({ state }) => ({
      status: 200,
      facts: {
        default_workflow_permissions: 'read',
        can_approve_pull_request_reviews: state.settings.actionsMayOpenPulls,
      },
    }),
  },
  'repos/get-branch-rules': {
    needs: ['metadata', 'read'],
    answer: ({ state }) => ({
      status: 200,
      facts: state.settings.rules.map((type) => ({ type })),
    }),
  },
  'repos/check-private-vulnerability-reporting': {
    needs: ['metadata', 'read'],
    answer: ({ state }) => ({ status: 200, facts: { enabled: state.settings.reportsPrivately } }),
  },
  'activity/list-watchers-for-repo': {
    needs: ['metadata', 'read'],
    answer: ({ state }) => ({
      status: 200,
      facts: state.settings.watchers.map((login) => ({ login, type: 'User' })),
    }),
  },
  'actions/list-repo-secrets': {
    needs: ['secrets', 'read'],
    answer: ({ state }) => ({
      status: 200,
      facts: {
        total_count: state.settings.secrets.length,
        secrets: state.settings.secrets.map((name) => ({ name })),
      },
    }),
  },
};
