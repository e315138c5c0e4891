import { hoursBetween, type Instant, type ReportingDate } from '../../domain/time.ts';
import { isSameStamp, type Stamp } from './request-stamp.ts';

/** Whether an update is held after this run's read, and which. */
export type HoldStatus =
  | { readonly kind: 'none'; readonly ended: HoldOutcome }
  | (Stamp & {
      readonly kind: 'held';
      /** The key that a person declined. */
      readonly declined: string | null;
      /** False if this run read nothing, so that the hold on record still stands. */
      readonly isFresh: boolean;
    });

/** How a hold ended: a person accepted it, it lasted and was released, or the source recovered. */
export type HoldOutcome = 'accepted' | 'released' | 'recovered';

/** The held update's branch as it is on the remote. */
export interface HeldBranch {
  readonly head: string;
  /** Which hold the tracker's commit at its head is about; null: a person's commit is on top. */
  readonly stamp: Stamp | null;
  /** Whether it contains the head of main; matters only if a person's commit is on top. */
  readonly hasMain: boolean;
  /** Whether main contains the branch's head, so that nothing on it is waiting. */
  readonly isMerged: boolean;
}

/** The open request: a pull request, or an issue if Actions may not open pull requests. */
export interface HeldRequest {
  readonly kind: 'pull' | 'issue';
  readonly number: number;
  readonly body: string;
  readonly url: string;
  /** null: a person removed the marker from its text. */
  readonly stamp: Stamp | null;
  readonly createdAt: Instant;
}

/** What to do with the branch. `check`: only validate the ledger on it. */
export type BranchAction = 'keep' | 'build' | 'merge-main' | 'check' | 'delete';

/** The plan for the branch. */
export interface BranchPlan {
  readonly branch: BranchAction;
  /** Whether the proposal must be planned, for the branch or for the request's text. */
  readonly needsDraft: boolean;
}

/**
 * Plans the branch. The tracker's own commit is rebuilt if, and only if, the key or the date
 * changes; a person's commit is never overwritten. Once the branch is merged, a hold that comes
 * back (after a revert) starts over.
 */
export function planBranch(
  hold: HoldStatus,
  branch: HeldBranch | null,
  request: HeldRequest | null,
): BranchPlan {
  const act = (act: BranchAction, needsDraft = false): BranchPlan => ({ branch: act, needsDraft });
  if (hold.kind === 'none') return act(branch ? 'delete' : 'keep');
  if (isDeclined(hold)) {
    return act(branch && request?.stamp?.key !== hold.key ? 'delete' : 'keep');
  }
  const lacksText = hold.isFresh && request === null;
  if (branch?.isMerged) return hold.isFresh ? act('build', true) : act('keep');
  if (branch?.stamp === null) return act(branch.hasMain ? 'check' : 'merge-main', lacksText);
  if (!hold.isFresh) return act('keep');
  if (branch === null || !isSameStamp(branch.stamp, hold)) return act('build', true);
  return act('keep', lacksText || isStale(request, hold));
}

/** A comment on the request. Its id is hidden in it, so that none is posted twice. */
export type HeldComment =
  | { readonly kind: 'reminder'; readonly id: string; readonly days: number }
  | { readonly kind: 'over'; readonly id: string; readonly date: ReportingDate }
  | { readonly kind: 'moved-on'; readonly id: string }
  | { readonly kind: 'problem'; readonly id: string; readonly text: string }
  | { readonly kind: 'closed'; readonly id: string; readonly why: HoldOutcome | 'declined' };

/** The plan for the request. */
export interface RequestPlan {
  readonly request: 'keep' | 'open' | 'edit' | 'close';
  /** Comments to post, before it is closed. Those already posted are skipped. */
  readonly comments: readonly HeldComment[];
}

/** What the plan for the request depends on. */
export interface RequestView {
  readonly hold: HoldStatus;
  /** The branch after its own plan was carried out. */
  readonly branch: HeldBranch | null;
  readonly request: HeldRequest | null;
  /** What is wrong with a branch that has a person's commit on top; null: nothing. */
  readonly problem: { readonly id: string; readonly text: string } | null;
  readonly now: Instant;
  readonly today: ReportingDate;
}

/** Days after which the code owners are reminded, once each. */
const REMINDERS = [7, 3, 1] as const;

/** Plans the request: whether to open, edit or close it, and which comments to post. */
export function planRequest(view: RequestView): RequestPlan {
  const { hold, request } = view;
  if (request === null) return { request: shouldOpen(view) ? 'open' : 'keep', comments: [] };
  if (hold.kind === 'none') return closing(hold.ended, request);
  if (isDeclined(hold)) {
    // With the same key a person has reopened it, so it is up to them. With another key it is about
    // other counts, and the present ones were declined before.
    return request.stamp?.key === hold.key
      ? { request: 'keep', comments: [] }
      : closing('declined', request);
  }
  const isEdited = hold.isFresh && view.branch?.stamp !== null && isStale(request, hold);
  return { request: isEdited ? 'edit' : 'keep', comments: commentsFor(view, request, hold) };
}

function shouldOpen({ hold, branch }: RequestView): boolean {
  return hold.kind === 'held' && hold.isFresh && !isDeclined(hold) && branch !== null;
}

function closing(why: HoldOutcome | 'declined', { stamp }: HeldRequest): RequestPlan {
  const id = `closed-${stamp ? `${stamp.date}-${stamp.key.slice(0, 12)}` : 'unmarked'}`;
  return { request: 'close', comments: [{ kind: 'closed', id, why }] };
}

function commentsFor(
  { branch, problem, now, today }: RequestView,
  { stamp, createdAt }: HeldRequest,
  hold: Stamp & { readonly isFresh: boolean },
): readonly HeldComment[] {
  const isEdited = branch?.stamp === null;
  const comments: HeldComment[] = [];
  if (problem) comments.push({ kind: 'problem', ...problem });
  if (isEdited && stamp && stamp.key !== hold.key) {
    comments.push({ kind: 'moved-on', id: `moved-on-${hold.key.slice(0, 12)}` });
  }
  const lines = branch?.stamp ?? stamp;
  if (!problem && lines && lines.date < today) {
    comments.push({ kind: 'over', id: `over-${lines.date}`, date: lines.date });
  }
  const age = hoursBetween(createdAt, now) / 24;
  const days = REMINDERS.find((due) => age >= due);
  if (days !== undefined) comments.push({ kind: 'reminder', id: `reminder-${days}`, days });
  return comments;
}

function isDeclined({ declined, key }: Extract<HoldStatus, { kind: 'held' }>): boolean {
  return declined === key;
}

/** If a person has removed the marker, the text is theirs and never counts as stale. */
function isStale(request: HeldRequest | null, hold: Stamp): boolean {
  return request?.stamp != null && !isSameStamp(request.stamp, hold);
}
