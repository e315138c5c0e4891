import { type Instant, parseInstant } from '../domain/time.ts';
import type { Api } from './api.ts';
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

export interface IssueChange {
  readonly title?: string;
  readonly body?: string;
  readonly state?: 'open' | 'closed';
}

export interface Issues {
  /**
   * Issues and pull requests that the workflows' own account wrote and whose body holds a hidden
   * marker, newest first. Labels and titles say nothing: people use them too. Of closed ones only the hundred
   * that changed last are looked at.
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
const MOST_PAGES = 5;

export function issuesOf({ rest, at, ask, send }: Api): Issues {
  return {
    listOwn: async (marker, state) => {
      const found: OwnIssue[] = [];
      for (let page = 1; page <= (state === 'open' ? MOST_PAGES : 1); page += 1) {
        const data = await ask(() =>
          rest.issues.listForRepo({
            ...at,
            state,
            creator: BOT_LOGIN,
            sort: 'updated',
            per_page: PAGE,
            page,
          }),
        );
        for (const issue of data) {
          const isOurs = issue.user?.login === BOT_LOGIN && issue.body?.includes(marker) === true;
          if (isOurs && issue.state === state) found.push(ownIssue(issue));
        }
        if (data.length < PAGE) break;
      }
      return found.sort((a, b) => b.number - a.number);
    },
    create: async ({ title, body }) => {
      const data = await send(() => rest.issues.create({ ...at, title, body }));
      return data.number;
    },
    edit: async (number, change) => {
      await ask(() => rest.issues.update({ ...at, issue_number: number, ...change }));
    },
    read: async (number) =>
      ownIssue(await ask(() => rest.issues.get({ ...at, issue_number: number }))),
    comment: async (number, body) => {
      await send(() => rest.issues.createComment({ ...at, issue_number: number, body }));
    },
    hasOwnComment: async (number, marker) => {
      for (let page = 1; page <= MOST_PAGES; page += 1) {
        const data = await ask(() =>
          rest.issues.listComments({ ...at, issue_number: number, per_page: PAGE, page }),
        );
        const isThere = data.some(
          ({ user, body }) => user?.login === BOT_LOGIN && body?.includes(marker) === true,
        );
        if (isThere) return true;
        if (data.length < PAGE) return false;
      }
      return false;
    },
  };
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
