import { z } from 'zod';
import {
  type Actor,
  type Comment,
  HubRefusal,
  type HubState,
  type Issue,
  invalid,
  notFound,
} from '../hub-state.ts';
import { bodyOf, type Call, paged, type Routes, userOf } from '../route.ts';

/** GitHub's limit on the text of an issue, a pull request or a comment, in characters. */
export const LONGEST_TEXT = 65_536;

const change = z.object({
  title: z.string().optional(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']).optional(),
  state_reason: z.string().nullish(),
  labels: z.array(z.union([z.string(), z.object({ name: z.string() })])).optional(),
  assignees: z.array(z.string()).optional(),
});
type Change = z.output<typeof change>;
const comment = z.object({ body: z.string() });

/** Opens an issue, or the issue side of a pull request. */
export function openIssue(
  state: HubState,
  by: Actor,
  facts: Pick<Issue, 'title' | 'body' | 'pull'>,
): Issue {
  checkLength(facts.body);
  const issue: Issue = {
    ...facts,
    number: state.issues.length + 1,
    by,
    state: 'open',
    stateReason: null,
    closedBy: undefined,
    labels: [],
    assignees: [],
    comments: [],
    createdAt: state.now(),
    updatedAt: state.now(),
    closedAt: null,
    edits: 0,
  };
  state.issues.push(issue);
  return issue;
}

/** Changes an issue as one call of the API does. */
export function changeIssue(state: HubState, by: Actor, issue: Issue, asked: Change): void {
  checkLength(asked.body);
  if (asked.title !== undefined) issue.title = asked.title;
  if (asked.body !== undefined) issue.body = asked.body;
  if (asked.labels) issue.labels = asked.labels.map(labelName);
  if (asked.assignees) issue.assignees = asked.assignees;
  if (asked.state !== undefined && asked.state !== issue.state) {
    const closing = asked.state === 'closed';
    issue.state = asked.state;
    issue.closedBy = closing ? by : undefined;
    issue.closedAt = closing ? state.now() : null;
    issue.stateReason = asked.state_reason ?? (closing ? 'completed' : 'reopened');
  }
  issue.edits += 1;
  issue.updatedAt = state.now();
}

export function addComment(state: HubState, by: Actor, issue: Issue, body: string): Comment {
  checkLength(body);
  const at = state.now();
  const added = { id: state.nextId(), by, body, createdAt: at, updatedAt: at };
  issue.comments.push(added);
  issue.updatedAt = at;
  return added;
}

export function issueFacts(state: HubState, issue: Issue) {
  const url = `${state.url}/repos/${state.repository}/issues/${issue.number}`;
  const html = `https://github.com/${state.repository}/${issue.pull ? 'pull' : 'issues'}/${issue.number}`;
  return {
    id: 10_000 + issue.number,
    number: issue.number,
    url,
    html_url: html,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    state_reason: issue.stateReason,
    user: userOf(issue.by),
    closed_by: issue.closedBy ? userOf(issue.closedBy) : null,
    labels: issue.labels.map((name) => ({ name })),
    assignees: issue.assignees.map((login) => userOf({ login, type: 'User' })),
    comments: issue.comments.length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: issue.by.type === 'Bot' ? 'NONE' : 'OWNER',
    ...(issue.pull
      ? { pull_request: { html_url: html, url, merged_at: issue.pull.mergedAt } }
      : {}),
  };
}

const commentFacts = ({ state }: Call, issue: Issue, each: Comment) => ({
  id: each.id,
  body: each.body,
  user: userOf(each.by),
  created_at: each.createdAt,
  updated_at: each.updatedAt,
  html_url: `https://github.com/${state.repository}/issues/${issue.number}#issuecomment-${each.id}`,
});

export function issueOf({ state, params }: Call): Issue {
  const number = Number(params.issue_number ?? params.pull_number);
  return state.issues.find((issue) => issue.number === number) ?? absent();
}

function commentOf({ state, params }: Call): readonly [Issue, Comment] {
  for (const issue of state.issues) {
    const found = issue.comments.find(({ id }) => id === Number(params.comment_id));
    if (found) return [issue, found];
  }
  throw notFound();
}

export const issueRoutes: Routes = {
  'issues/list-for-repo': {
    needs: ['issues', 'read'],
    answer: (call) => {
      const { state, query } = call;
      const wanted = query.get('state') ?? 'open';
      const labels = (query.get('labels') ?? '').split(',').filter(Boolean);
      const since = query.get('since') ?? '';
      const found = state.issues
        .filter((issue) => wanted === 'all' || issue.state === wanted)
        .filter((issue) => labels.every((label) => issue.labels.includes(label)))
        .filter((issue) => !query.has('creator') || issue.by.login === query.get('creator'))
        .filter((issue) => issue.updatedAt >= since);
      if (query.get('direction') !== 'asc') found.reverse();
      const { page, headers } = paged(call, found);
      return { status: 200, facts: page.map((issue) => issueFacts(state, issue)), headers };
    },
  },
  'issues/create': {
    needs: ['issues', 'write'],
    answer: (call) => {
      if (!call.state.settings.hasIssues)
        throw new HubRefusal(410, 'Issues has been disabled in this repository.');
      const asked = bodyOf(call, change.extend({ title: z.string() }));
      const issue = openIssue(call.state, call.actor, {
        title: asked.title,
        body: asked.body ?? null,
        pull: undefined,
      });
      issue.labels = (asked.labels ?? []).map(labelName);
      issue.assignees = asked.assignees ?? [];
      return { status: 201, facts: issueFacts(call.state, issue) };
    },
  },
  'issues/get': {
    needs: ['issues', 'read'],
    answer: (call) => ({ status: 200, facts: issueFacts(call.state, issueOf(call)) }),
  },
  'issues/update': {
    needs: ['issues', 'write'],
    answer: (call) => {
      const issue = issueOf(call);
      changeIssue(call.state, call.actor, issue, bodyOf(call, change));
      return { status: 200, facts: issueFacts(call.state, issue) };
    },
  },
  'issues/list-comments': {
    needs: ['issues', 'read'],
    answer: (call) => {
      const issue = issueOf(call);
      const { page, headers } = paged(call, issue.comments);
      return { status: 200, facts: page.map((each) => commentFacts(call, issue, each)), headers };
    },
  },
  'issues/create-comment': {
    needs: ['issues', 'write'],
    answer: (call) => {
      const issue = issueOf(call);
      const added = addComment(call.state, call.actor, issue, bodyOf(call, comment).body);
      return { status: 201, facts: commentFacts(call, issue, added) };
    },
  },
  'issues/update-comment': {
    needs: ['issues', 'write'],
    answer: (call) => {
      const [issue, found] = commentOf(call);
      found.body = bodyOf(call, comment).body;
      found.updatedAt = call.state.now();
      return { status: 200, facts: commentFacts(call, issue, found) };
    },
  },
  'issues/delete-comment': {
    needs: ['issues', 'write'],
    answer: (call) => {
      const [issue, found] = commentOf(call);
      issue.comments.splice(issue.comments.indexOf(found), 1);
      return { status: 204 };
    },
  },
  'issues/add-assignees': {
    needs: ['issues', 'write'],
    answer: (call) => {
      const issue = issueOf(call);
      const { assignees } = bodyOf(call, z.object({ assignees: z.array(z.string()).default([]) }));
      issue.assignees = [...new Set([...issue.assignees, ...assignees])];
      return { status: 201, facts: issueFacts(call.state, issue) };
    },
  },
  'issues/add-labels': {
    needs: ['issues', 'write'],
    answer: (call) => {
      const issue = issueOf(call);
      const { labels } = bodyOf(call, z.object({ labels: z.array(z.string()).default([]) }));
      issue.labels = [...new Set([...issue.labels, ...labels])];
      return { status: 200, facts: issue.labels.map((name) => ({ name })) };
    },
  },
};

function labelName(label: string | { readonly name: string }): string {
  return typeof label === 'string' ? label : label.name;
}

function checkLength(body: string | null | undefined): void {
  if ((body ?? '').length > LONGEST_TEXT) {
    throw invalid('Validation Failed', {
      field: 'body',
      code: 'custom',
      message: 'body is too long (maximum is 65536 characters)',
    });
  }
}

function absent(): never {
  throw notFound();
}
