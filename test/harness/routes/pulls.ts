import { z } from 'zod';
import {
  HubRefusal,
  type HubState,
  type Issue,
  invalid,
  notFound,
  type Pull,
} from '../hub-state.ts';
import { followHeads, mergedTree, mergePull } from '../pull-branches.ts';
import { bodyOf, type Call, paged, type Routes, userOf } from '../route.ts';
import { changeIssue, issueFacts, issueOf, openIssue } from './issues.ts';

const opening = z.object({
  title: z.string(),
  head: z.string(),
  base: z.string(),
  body: z.string().nullish(),
  draft: z.boolean().default(false),
});
const change = z.object({
  title: z.string().optional(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']).optional(),
});

type PullIssue = Issue & { readonly pull: Pull };

function pullOf(call: Call): PullIssue {
  const issue = issueOf(call);
  if (!issue.pull) throw notFound();
  return { ...issue, pull: issue.pull };
}

function pullFacts(state: HubState, issue: Issue, detailed: boolean) {
  const { pull } = issue;
  if (!pull) throw notFound();
  const { pull_request: _, ...shared } = issueFacts(state, issue);
  const [owner = ''] = state.repository.split('/');
  const baseCommit = state.remote.commitOf(`refs/heads/${pull.base}`) ?? '';
  const side = (ref: string, sha: string) => ({
    label: `${owner}:${ref}`,
    ref,
    sha,
    repo: { full_name: state.repository, name: state.repository.split('/')[1] },
    user: userOf({ login: owner, type: 'User' }),
  });
  const facts = {
    ...shared,
    url: `${state.url}/repos/${state.repository}/pulls/${issue.number}`,
    draft: pull.draft,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommit,
    head: side(pull.head, pull.headCommit),
    base: side(pull.base, baseCommit),
    requested_reviewers: pull.reviewers.map((login) => userOf({ login, type: 'User' })),
  };
  if (!detailed) return facts;
  const mergeable =
    issue.state === 'open'
      ? mergedTree(state.remote, baseCommit, pull.headCommit) !== undefined
      : null;
  return { ...facts, merged: pull.mergedAt !== null, mergeable, mergeable_state: 'clean' };
}

export const pullRoutes: Routes = {
  'pulls/list': {
    needs: ['pull-requests', 'read'],
    answer: (call) => {
      const { state, query } = call;
      followHeads(state);
      const wanted = query.get('state') ?? 'open';
      const head = query.get('head')?.split(':')[1];
      const found = state.issues
        .filter((issue) => issue.pull && (wanted === 'all' || issue.state === wanted))
        .filter((issue) => head === undefined || issue.pull?.head === head)
        .filter((issue) => !query.has('base') || issue.pull?.base === query.get('base'))
        .reverse();
      const { page, headers } = paged(call, found);
      return { status: 200, facts: page.map((issue) => pullFacts(state, issue, false)), headers };
    },
  },
  'pulls/create': {
    needs: ['pull-requests', 'write'],
    answer: (call) => {
      const { state, actor } = call;
      const asked = bodyOf(call, opening);
      if (actor.type === 'Bot' && !state.settings.actionsMayOpenPulls) {
        throw new HubRefusal(
          403,
          'GitHub Actions is not permitted to create or approve pull requests.',
        );
      }
      const name = asked.head.split(':').at(-1) ?? '';
      const headCommit = state.remote.commitOf(`refs/heads/${name}`);
      const base = state.remote.commitOf(`refs/heads/${asked.base}`);
      if (!headCommit)
        throw invalid('Validation Failed', {
          resource: 'PullRequest',
          field: 'head',
          code: 'invalid',
        });
      if (!base)
        throw invalid('Validation Failed', {
          resource: 'PullRequest',
          field: 'base',
          code: 'invalid',
        });
      if (state.remote.git('rev-list', '--count', `${base}..${headCommit}`) === '0') {
        throw invalid('Validation Failed', {
          message: `No commits between ${asked.base} and ${name}`,
        });
      }
      followHeads(state);
      if (state.issues.some((issue) => issue.state === 'open' && issue.pull?.head === name)) {
        throw invalid('Validation Failed', {
          message: `A pull request already exists for ${asked.head}.`,
        });
      }
      const issue = openIssue(state, actor, {
        title: asked.title,
        body: asked.body ?? null,
        pull: {
          head: name,
          base: asked.base,
          headCommit,
          draft: asked.draft,
          mergedAt: null,
          mergeCommit: null,
          reviewers: [],
        },
      });
      return { status: 201, facts: pullFacts(state, issue, true) };
    },
  },
  'pulls/get': {
    needs: ['pull-requests', 'read'],
    answer: (call) => {
      followHeads(call.state);
      return { status: 200, facts: pullFacts(call.state, issueOf(call), true) };
    },
  },
  'pulls/update': {
    needs: ['pull-requests', 'write'],
    answer: (call) => {
      pullOf(call);
      const issue = issueOf(call);
      changeIssue(call.state, call.actor, issue, bodyOf(call, change));
      return { status: 200, facts: pullFacts(call.state, issue, true) };
    },
  },
  'pulls/list-commits': {
    needs: ['pull-requests', 'read'],
    answer: (call) => {
      followHeads(call.state);
      const { remote } = call.state;
      const { pull } = pullOf(call);
      const commits = remote
        .git(
          'log',
          '--reverse',
          '--format=%H%x00%an%x00%ae%x00%s',
          `${pull.base}..${pull.headCommit}`,
        )
        .split('\n')
        .filter(Boolean)
        .map((line) => {
          const [sha = '', name = '', email = '', message = ''] = line.split('\0');
          const person = { name, email, date: call.state.now() };
          return {
            sha,
            commit: { author: person, committer: person, message },
            author: name.endsWith('[bot]') ? userOf({ login: name, type: 'Bot' }) : null,
            committer: null,
          };
        });
      const { page, headers } = paged(call, commits);
      return { status: 200, facts: page, headers };
    },
  },
  'pulls/list-files': {
    needs: ['pull-requests', 'read'],
    answer: (call) => {
      const { remote } = call.state;
      const { pull } = pullOf(call);
      const names = remote.git('diff', '--name-only', `${pull.base}...${pull.headCommit}`);
      const { page, headers } = paged(call, names.split('\n').filter(Boolean));
      return {
        status: 200,
        facts: page.map((filename) => ({ filename, status: 'modified' })),
        headers,
      };
    },
  },
  'pulls/merge': {
    needs: ['contents', 'write'],
    answer: (call) => {
      followHeads(call.state);
      const sha = mergePull(call.state, issueOf(call), call.actor);
      return {
        status: 200,
        facts: { sha, merged: true, message: 'Pull Request successfully merged' },
      };
    },
  },
  'pulls/request-reviewers': {
    needs: ['pull-requests', 'write'],
    answer: (call) => {
      const { reviewers } = bodyOf(call, z.object({ reviewers: z.array(z.string()).default([]) }));
      const issue = pullOf(call);
      issue.pull.reviewers = [...new Set([...issue.pull.reviewers, ...reviewers])];
      return { status: 201, facts: pullFacts(call.state, issue, false) };
    },
  },
  'pulls/list-requested-reviewers': {
    needs: ['pull-requests', 'read'],
    answer: (call) => {
      const users = pullOf(call).pull.reviewers.map((login) => userOf({ login, type: 'User' }));
      return { status: 200, facts: { users, teams: [] } };
    },
  },
};
