import { hoursBetween, type Instant, type ReportingDate } from '../../domain/time.ts';
import { isSameStamp, type Stamp } from './stamp.ts';

/** What should be reviewed, as this run knows it. */
export type HoldStatus =
  | { readonly kind: 'none'; readonly ended: HoldEnd }
  | (Stamp & {
      readonly kind: 'held';
      /** The key that a person declined. */
      readonly declined: string | null;
      /** False where nothing was read in this run: the hold on record stands. */
      readonly isFresh: boolean;
    });

export type HoldEnd = 'accepted' | 'released' | 'recovered';

/** The branch as it is. */
export interface HeldBranch {
  readonly head: string;
  /** What our commit at its head holds; null: a person's commit is on top. */
  readonly stamp: Stamp | null;
  /** Whether it holds the head of main; of interest where a person's commit is on top. */
  readonly hasMain: boolean;
  /** Whether main holds the branch's head, so that nothing on it waits. */
  readonly isMerged: boolean;
}

/** The open request: a pull request, or an issue where Actions may open none. */
export interface HeldRequest {
  readonly kind: 'pull' | 'issue';
  readonly number: number;
  readonly body: string;
  readonly url: string;
  /** null: a person took the marker out of its text. */
  readonly stamp: Stamp | null;
  readonly createdAt: Instant;
}

/** What is to become of the branch. `check`: only look whether its ledger holds. */
export type BranchAct = 'keep' | 'build' | 'merge-main' | 'check' | 'delete';

export interface BranchPlan {
  readonly branch: BranchAct;
  /** Whether the lines must be worked out: for the branch, or for the request's text. */
  readonly needsDraft: boolean;
}

/**
 * What the branch should be. Our own commit is rebuilt when the key or the date changes and only
 * then; a person's commit is never overwritten. What was merged is on main, so a hold that comes
 * back (after a revert) begins anew.
 */
export function planBranch(
  hold: HoldStatus,
  branch: HeldBranch | null,
  request: HeldRequest | null,
): BranchPlan {
  const act = (act: BranchAct, needsDraft = false): BranchPlan => ({ branch: act, needsDraft });
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

/** Something said once in a comment, known again by its id. */
export type Saying =
  | { readonly kind: 'reminder'; readonly id: string; readonly days: number }
  | { readonly kind: 'over'; readonly id: string; readonly date: ReportingDate }
  | { readonly kind: 'moved-on'; readonly id: string }
  | { readonly kind: 'problem'; readonly id: string; readonly text: string }
  | { readonly kind: 'closed'; readonly id: string; readonly why: HoldEnd | 'declined' };

export interface RequestPlan {
  readonly request: 'keep' | 'open' | 'edit' | 'close';
  /** Said before it is closed; what was said already is not said again. */
  readonly say: readonly Saying[];
}

export interface RequestView {
  readonly hold: HoldStatus;
  /** The branch after it was brought up to date. */
  readonly branch: HeldBranch | null;
  readonly request: HeldRequest | null;
  /** What fails in a branch with a person's commit; null: nothing. */
  readonly problem: { readonly id: string; readonly text: string } | null;
  readonly now: Instant;
  readonly today: ReportingDate;
}

/** Days after which the code owners are reminded, once each. */
const REMINDERS = [7, 3, 1] as const;

/** What the request should be, and what is to be said there. */
export function planRequest(view: RequestView): RequestPlan {
  const { hold, request } = view;
  if (request === null) return { request: shouldOpen(view) ? 'open' : 'keep', say: [] };
  if (hold.kind === 'none') return closing(hold.ended, request);
  if (isDeclined(hold)) {
    // Reopened by a person: theirs to decide. Of another key: this one was declined before.
    return request.stamp?.key === hold.key
      ? { request: 'keep', say: [] }
      : closing('declined', request);
  }
  const isEdited = hold.isFresh && view.branch?.stamp !== null && isStale(request, hold);
  return { request: isEdited ? 'edit' : 'keep', say: sayings(view, request, hold) };
}

function shouldOpen({ hold, branch }: RequestView): boolean {
  return hold.kind === 'held' && hold.isFresh && !isDeclined(hold) && branch !== null;
}

function closing(why: HoldEnd | 'declined', { stamp }: HeldRequest): RequestPlan {
  const id = `closed-${stamp ? `${stamp.date}-${stamp.key.slice(0, 12)}` : 'unmarked'}`;
  return { request: 'close', say: [{ kind: 'closed', id, why }] };
}

function sayings(
  { branch, problem, now, today }: RequestView,
  { stamp, createdAt }: HeldRequest,
  hold: Stamp & { readonly isFresh: boolean },
): readonly Saying[] {
  const isEdited = branch?.stamp === null;
  const said: Saying[] = [];
  if (problem) said.push({ kind: 'problem', ...problem });
  if (isEdited && stamp && stamp.key !== hold.key) {
    said.push({ kind: 'moved-on', id: `moved-on-${hold.key.slice(0, 12)}` });
  }
  const lines = branch?.stamp ?? stamp;
  if (!problem && lines && lines.date < today) {
    said.push({ kind: 'over', id: `over-${lines.date}`, date: lines.date });
  }
  const age = hoursBetween(createdAt, now) / 24;
  const days = REMINDERS.find((due) => age >= due);
  if (days !== undefined) said.push({ kind: 'reminder', id: `reminder-${days}`, days });
  return said;
}

function isDeclined({ declined, key }: Extract<HoldStatus, { kind: 'held' }>): boolean {
  return declined === key;
}

/** A person may take the marker out of the text: the request is theirs to word then. */
function isStale(request: HeldRequest | null, hold: Stamp): boolean {
  return request?.stamp != null && !isSameStamp(request.stamp, hold);
}
