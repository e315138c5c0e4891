import type { Instant, ReportingDate } from '../../domain/time.ts';
import type { Git } from '../../github/git.ts';
import type { GitHub } from '../../github/github.ts';
import type { HeldPlan, ReadPlan } from '../../update/plan-update.ts';
import { requestText, sayingText, type TextContext } from '../../wording/held-text.ts';
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
  type HeldRequest,
  type HoldStatus,
  planBranch,
  planRequest,
  type RequestPlan,
  type Saying,
} from './plan-held-request.ts';
import { type Problem, reviewBranch } from './review-branch.ts';
import { HELD_BRANCH, withdrawn } from './stamp.ts';

export interface HeldSync {
  readonly git: Git;
  readonly github: Pick<GitHub, 'issues' | 'pulls'>;
  readonly dataDir: string;
  /** The data folder, relative to the repository's root. */
  readonly folder: string;
  /** What this run holds; null: nothing, or nothing was read. */
  readonly held: HeldPlan | null;
  /** Plans what merging would publish; only while an update is held. */
  readonly propose: () => ReadPlan;
  readonly hold: HoldStatus;
  /** The open request as it was found. */
  readonly request: HeldRequest | null;
  /** Refuses a data folder whose announced days are not as they were announced. */
  readonly checkAnnounced: (dataDir: string) => Promise<unknown>;
  readonly now: Instant;
  readonly today: ReportingDate;
  readonly text: TextContext;
}

/** What was done, for the summary. */
export interface HeldDone extends BranchPlan, RequestPlan {
  /** The open request afterwards. */
  readonly url: string | null;
}

/** The first plan alone: what a dry run would begin with. */
export async function planHeld({ git, hold, request }: HeldSync): Promise<BranchPlan> {
  return planBranch(hold, await readHeldBranch(git), request);
}

/**
 * Makes branch and request what they should be. The branch is there before its request and goes
 * after it, so that a run that is killed in between is mended by the next.
 */
export async function bringHeldUpToDate(sync: HeldSync): Promise<HeldDone> {
  const { git, hold, request } = sync;
  const before = await readHeldBranch(git);
  const plan = planBranch(hold, before, request);
  const draft = plan.needsDraft && hold.kind === 'held' ? await draftOf(sync, hold) : undefined;
  const { branch, problem } = await applyBranch(sync, plan, before, draft);
  const said = planRequest({ ...sync, branch, problem });
  const url = await applyRequest(sync, said, branch, draft);
  if (plan.branch === 'delete' && before) await deleteHeldBranch(git, before);
  return { ...plan, ...said, url };
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
  for (const saying of plan.say) await sayOnce(sync, request, saying, branch);
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

async function sayOnce(
  { github, held, text }: HeldSync,
  { number }: HeldRequest,
  saying: Saying,
  branch: HeldBranch | null,
): Promise<void> {
  const marker = `<!-- tracker-held-says ${saying.id} -->`;
  if (await github.issues.hasOwnComment(number, marker)) return;
  const facts = { held, marker, head: branch?.head ?? null };
  await github.issues.comment(number, sayingText(saying, text, facts));
}
