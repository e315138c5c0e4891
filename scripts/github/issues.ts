import { type Instant, parseInstant } from '../domain/time.ts';
import { type Api, statusOf } from './api.ts';
import { BOT_LOGIN } from './git.ts';

/** An issue or pull request that this repository's own workflows wrote. */
export interface OwnIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  /** A pull request is an issue too, and listed, edited and closed as one. */
  readonly isPull: boolean;
  /** A pull request that became part of its branch, however it was closed. */
  readonly isMerged: boolean;
  readonly createdAt: Instant;
  readonly closedAt: Instant | null;
  /** Where a person reads it. */
  readonly url: string;
}

/** What to change of an issue; absent fields stay as they are. */
export interface IssueChange {
  readonly title?: string;
  readonly body?: string;
  readonly state?: 'open' | 'closed';
}

/** Issues, and pull requests as far as GitHub treats them as issues. */
export interface Issues {
  /**
   * Issues and pull requests that the workflows' own account wrote and whose body holds a hidden
   * marker, newest first. Labels and titles say nothing: people use them too. Of closed ones only
   * the hundred that changed last are looked at.
   */
  listOwn(marker: string, state: 'open' | 'closed'): Promise<readonly OwnIssue[]>;
  /** @returns the number of the new issue */
  create(issue: { readonly title: string; readonly body: string }): Promise<number>;
  /** Title, body and state change in one call, so an issue is closed with its last words. */
  edit(number: number, change: IssueChange): Promise<void>;
  /** An issue or pull request as it stands, whoever wrote it. */
  read(number: number): Promise<OwnIssue>;
  comment(number: number, body: string): Promise<void>;
  /** Whether the workflows' own account has commented with this hidden marker. */
  hasOwnComment(number: number, marker: string): Promise<boolean>;
}

const PAGE = 100;

/**
 * `Issues` of one repository. A failed call throws Octokit's error: see `statusOf`, `isPassing`.
 */
export function issuesOf({ rest, paginate, at }: Api): Issues {
  return {
    listOwn: async (marker, state) => {
      const listed = await paginate(
        rest.issues.listForRepo,
        { ...at, state, creator: BOT_LOGIN, sort: 'updated', per_page: PAGE },
        ({ data }, done) => {
          if (state === 'closed') done();
          return data;
        },
      );
      return listed
        .filter((issue) => issue.state === state && isOwn(issue, marker))
        .map(ownIssue)
        .sort((a, b) => b.number - a.number);
    },
    create: async ({ title, body }) => {
      const { data } = await rest.issues.create({ ...at, title, body });
      return data.number;
    },
    edit: async (number, change) => {
      await rest.issues.update({ ...at, issue_number: number, ...change });
    },
    read: async (number) => {
      const { data } = await rest.issues.get({ ...at, issue_number: number });
      return ownIssue(data);
    },
    comment: async (number, body) => {
      await rest.issues.createComment({ ...at, issue_number: number, body });
    },
    hasOwnComment: async (number, marker) => {
      const comments = { ...at, issue_number: number, per_page: PAGE };
      for await (const { data } of paginate.iterator(rest.issues.listComments, comments)) {
        if (data.some((comment) => isOwn(comment, marker))) return true;
      }
      return false;
    },
  };
}

/** Whether a call failed because the repository has Issues off, as every fork has at first. */
export function isIssuesOff(error: unknown): boolean {
  return statusOf(error) === 410;
}

function isOwn(
  said: {
    readonly user?: { readonly login: string } | null;
    readonly body?: string | null | undefined;
  },
  marker: string,
): boolean {
  return said.user?.login === BOT_LOGIN && said.body?.includes(marker) === true;
}

interface Listed {
  readonly number: number;
  readonly title: string;
  readonly body?: string | null | undefined;
  readonly state: string;
  readonly created_at: string;
  readonly closed_at?: string | null;
  readonly html_url: string;
  readonly pull_request?: { readonly merged_at?: string | null | undefined } | undefined;
}

function ownIssue(issue: Listed): OwnIssue {
  const createdAt = parseInstant(issue.created_at);
  if (createdAt === undefined) throw new RangeError(`issue ${issue.number} has no instant`);
  return {
    number: issue.number,
    title: issue.title,
    body: issue.body ?? '',
    state: issue.state === 'closed' ? 'closed' : 'open',
    isPull: issue.pull_request !== undefined,
    isMerged: typeof issue.pull_request?.merged_at === 'string',
    createdAt,
    closedAt: parseInstant(issue.closed_at ?? '') ?? null,
    url: issue.html_url,
  };
}
