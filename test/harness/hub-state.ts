import type { BareRemote } from './bare-remote.ts';

/** The number that GitHub gives the repository; it keeps it under whatever name. */
export const REPOSITORY_ID = 4711;

/** Who calls: the job's token, or a person. */
export interface Actor {
  readonly login: string;
  readonly type: 'Bot' | 'User';
  /** What the job's `permissions` grant; undefined for a person, who may do everything. */
  readonly permissions: Readonly<Record<string, string>> | undefined;
}

export interface Comment {
  readonly id: number;
  readonly by: Actor;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
}

/** An issue, or the issue side of a pull request: they share their numbers. */
export interface Issue {
  readonly number: number;
  readonly by: Actor;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  stateReason: string | null;
  closedBy: Actor | undefined;
  labels: string[];
  assignees: string[];
  readonly comments: Comment[];
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  /** How often title, body, state or labels were changed. */
  edits: number;
  readonly pull: Pull | undefined;
}

export interface Pull {
  readonly head: string;
  readonly base: string;
  /** The head's last commit, kept when the branch is gone. */
  headCommit: string;
  draft: boolean;
  mergedAt: string | null;
  mergeCommit: string | null;
  reviewers: string[];
}

export interface Asset {
  readonly id: number;
  readonly name: string;
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly createdAt: string;
}

export interface Release {
  readonly id: number;
  readonly by: Actor;
  tag: string;
  target: string;
  name: string | null;
  body: string | null;
  draft: boolean;
  prerelease: boolean;
  readonly createdAt: string;
  publishedAt: string | null;
  isLatest: boolean;
  readonly assets: Asset[];
}

export interface Job {
  readonly id: number;
  readonly name: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: string | null;
  startedAt: string;
  completedAt: string | null;
  /** What it deploys to; GitHub keeps a deployment for each such job. */
  readonly environment: string | undefined;
  steps: { readonly name: string; readonly number: number; conclusion: string | null }[];
}

export interface Run {
  readonly id: number;
  /** The file's name below `.github/workflows/`. */
  readonly workflow: string;
  readonly event: string;
  readonly branch: string;
  /** The commit that triggered it. */
  readonly commit: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly by: Actor;
  /** Of a pull request: its head, and the base as it was when it was opened. */
  readonly pull?: { readonly head: string; readonly base: string };
  attempt: number;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: string | null;
  readonly createdAt: string;
  updatedAt: string;
  readonly jobs: Job[];
}

/** What the repository's owner has switched. */
export interface HubSettings {
  defaultBranch: string;
  /** `owner/name` that it had before it was renamed or transferred; GitHub redirects from there. */
  formerName: string | undefined;
  /** Settings → Actions: "Allow GitHub Actions to create and approve pull requests"; off by default. */
  actionsMayOpenPulls: boolean;
  actionsEnabled: boolean;
  /** The Pages source; undefined while Pages is off. */
  pages: { source: 'workflow' | 'legacy'; url: string; domain?: string } | undefined;
  immutableReleases: boolean;
  hasIssues: boolean;
  /** Settings → Advanced Security: private vulnerability reporting; off by default. */
  reportsPrivately: boolean;
  /** `owner/name` that this one was forked from. */
  parent: string | undefined;
  secrets: string[];
  /** Kinds of rule on the default branch. */
  rules: string[];
  watchers: string[];
}

/** All that the fake remembers. */
export interface HubState {
  readonly repository: string;
  readonly url: string;
  readonly remote: BareRemote;
  readonly settings: HubSettings;
  readonly issues: Issue[];
  readonly labels: string[];
  readonly releases: Release[];
  /** Tags of deleted immutable releases: never to be used again. */
  readonly spentTags: Set<string>;
  readonly runs: Run[];
  /** States of workflow files that are not `active`. */
  readonly workflowStates: Map<string, string>;
  /** Files that were enabled through the API, in order. */
  readonly enabled: string[];
  now(): string;
  nextId(): number;
}

/** A refusal in GitHub's own words. */
export class HubRefusal extends Error {
  readonly status: number;
  readonly errors: readonly object[] | undefined;
  constructor(status: number, message: string, errors?: readonly object[]) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

export const notFound = () => new HubRefusal(404, 'Not Found');
export const invalid = (message: string, ...errors: readonly object[]) =>
  new HubRefusal(422, message, errors);
