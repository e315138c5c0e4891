import type { Instant, ReportingDate } from '../../domain/time.ts';
import type { Git } from '../../github/git.ts';
import type { GitHub } from '../../github/github.ts';
import { isIssuesOff } from '../../github/issues.ts';
import type { HeldPlan, ReadPlan } from '../../update/plan-update.ts';
import { heldCommentText, requestText, type TextContext } from '../../wording/held-text.ts';
import {
  type Draft,
  deleteHeldBranch,
  draftHeldUpdate,
  moveHeldBranch,
  readHeldBranch,
} from './held-branch.ts';
import {
  type BranchPlan,
  type HeldBranch,
  type HeldComment,
  type HeldRequest,
  type HoldStatus,
  planBranch,
  planRequest,
  type RequestPlan,
} from './plan-held-request.ts';
import { HELD_BRANCH, withdrawn } from './request-stamp.ts';
import { type Problem, reviewBranch } from './review-branch.ts';

/** What bringing the branch and the request of a held update up to date needs. */
export interface HeldSync {
  readonly git: Git;
  readonly github: Pick<GitHub, 'issues' | 'pulls'>;
  readonly dataDir: string;
  /** The data folder, relative to the repository's root. */
  readonly folder: string;
  /** The update that this run holds; null: it holds none, or read nothing. */
  readonly held: HeldPlan | null;
  /** Plans what merging would publish. Call it only while an update is held. */
  readonly propose: () => ReadPlan;
  readonly hold: HoldStatus;
  /** The open request as it was found. */
  readonly request: HeldRequest | null;
  /** Throws a Refusal if lines of announced days differ from what was announced. */
  readonly checkAnnounced: (dataDir: string) => Promise<unknown>;
  readonly now: Instant;
  readonly today: ReportingDate;
  readonly text: TextContext;
}

/** What was done, for the run's summary. */
export interface HeldOutcome extends BranchPlan, RequestPlan {
  /** Address of the request that is open afterwards; null: none is. */
  readonly url: string | null;
  /** Whether nobody can be asked: Actions may open no pull request, and Issues are off. */
  readonly isUnheard: boolean;
}

/** What a dry run prints: the plan for the branch, on which the rest depends. Changes nothing. */
export async function planHeld({ git, hold, request }: HeldSync): Promise<BranchPlan> {
  return planBranch(hold, await readHeldBranch(git), request);
}

/**
 * Brings the branch and the request up to date. The branch is created before its request and
 * deleted after it, so if a run is killed in between, the next one can finish its work.
 */
export async function bringHeldUpToDate(sync: HeldSync): Promise<HeldOutcome> {
  const { git, hold, request } = sync;
  const before = await readHeldBranch(git);
  const plan = planBranch(hold, before, request);
  const draft = plan.needsDraft && hold.kind === 'held' ? await draftOf(sync, hold) : undefined;
  const { branch, problem } = await applyBranch(sync, plan, before, draft);
  const requestPlan = planRequest({ ...sync, branch, problem });
  const requested = await applyRequest(sync, requestPlan, branch, draft).catch((error) => {
    if (isIssuesOff(error)) return 'unheard' as const;
    throw error;
  });
  if (plan.branch === 'delete' && before) await deleteHeldBranch(git, before);
  const isUnheard = requested === 'unheard';
  return { ...plan, ...requestPlan, url: isUnheard ? null : requested, isUnheard };
}

function draftOf(sync: HeldSync, hold: Extract<HoldStatus, { kind: 'held' }>): Promise<Draft> {
  return draftHeldUpdate(sync.git, sync.folder, sync.propose(), { key: hold.key, date: hold.date });
}

async function applyBranch(
  sync: HeldSync,
  { branch: act }: BranchPlan,
  before: HeldBranch | null,
  draft: Draft | undefined,
): Promise<{ branch: HeldBranch | null; problem: Problem | null }> {
  const { hold, git } = sync;
  if (act === 'build' && draft && hold.kind === 'held') {
    await moveHeldBranch(git, draft.commit, before);
    const stamp = { key: hold.key, date: hold.date };
    return { branch: { head: draft.commit, stamp, hasMain: true, isMerged: false }, problem: null };
  }
  if ((act === 'merge-main' || act === 'check') && before) {
    const review = { ...sync, branch: before };
    const { head, problem } = await reviewBranch(review, act === 'merge-main');
    return { branch: { ...before, head }, problem };
  }
  return { branch: before, problem: null };
}

/** @returns the address of the request that is open afterwards */
async function applyRequest(
  sync: HeldSync,
  plan: RequestPlan,
  branch: HeldBranch | null,
  draft: Draft | undefined,
): Promise<string | null> {
  const { github, request } = sync;
  if (request === null) return plan.request === 'open' && draft ? open(sync, draft) : null;
  for (const comment of plan.comments) await commentOnce(sync, request, comment, branch);
  if (plan.request === 'close') {
    const body = withdrawn(request.body);
    await github.issues.edit(request.number, { body, state: 'closed' });
    return null;
  }
  if (plan.request === 'edit' && draft) {
    await github.issues.edit(request.number, textOf(sync, draft, request.kind));
  }
  return request.url;
}

async function open(sync: HeldSync, draft: Draft): Promise<string | null> {
  const { github, text } = sync;
  const pull = { ...textOf(sync, draft, 'pull'), branch: HELD_BRANCH, into: text.branch };
  const opened = await github.pulls.open(pull);
  if (opened !== undefined) {
    const { number, isNew } = opened;
    if (!isNew) await github.issues.edit(number, textOf(sync, draft, 'pull'));
    return `${text.repositoryUrl}/pull/${number}`;
  }
  const issue = await github.issues.create(textOf(sync, draft, 'issue'));
  return `${text.repositoryUrl}/issues/${issue}`;
}

function textOf({ held, hold, text }: HeldSync, draft: Draft, kind: HeldRequest['kind']) {
  if (hold.kind !== 'held' || held === null)
    throw new RangeError('a request is written while an update is held');
  return requestText(held, draft.proposal, { key: hold.key, date: hold.date }, kind, text);
}

async function commentOnce(
  { github, held, text }: HeldSync,
  { number }: HeldRequest,
  comment: HeldComment,
  branch: HeldBranch | null,
): Promise<void> {
  const marker = `<!-- tracker-held-says ${comment.id} -->`;
  if (await github.issues.hasOwnComment(number, marker)) return;
  const facts = { held, marker, head: branch?.head ?? null };
  await github.issues.comment(number, heldCommentText(comment, text, facts));
}
