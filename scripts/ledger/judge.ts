import { createHash } from 'node:crypto';
import { hoursBetween } from '../domain/time.ts';
import type { Guard, Question } from './guards/guard.ts';
import { guards } from './guards/index.ts';
import type { Hold, HoldReason } from './model.ts';

/** What becomes of an update that was reconciled. */
export type Verdict =
  | { readonly kind: 'clear' }
  /** Every reason lasted long enough: published with a notice, without a person. */
  | { readonly kind: 'released'; readonly hold: Hold }
  | { readonly kind: 'held'; readonly hold: Hold; readonly isRestartSuspected: boolean };

interface Found {
  readonly guard: Guard;
  readonly reason: HoldReason;
  readonly subjects: readonly string[];
}

/**
 * Puts every guard's question to an update, and weighs what is found by how long it has lasted.
 * Each reason keeps the `since` it has in the ledger's present hold, whatever the counts are now.
 */
export function judge(question: Question): Verdict {
  if (question.update.isBaseline) return { kind: 'clear' };
  const found = guards.flatMap((guard) => findings(guard, question));
  if (found.length === 0) return { kind: 'clear' };
  const hold = holdOf(found, question);
  if (isReleased(found, hold, question)) return { kind: 'released', hold };
  const isRestartSuspected = found.some(({ guard }) => guard.name === 'restart');
  return { kind: 'held', hold, isRestartSuspected };
}

function findings(guard: Guard, question: Question): readonly Found[] {
  const earlier = question.ledger.held?.reasons ?? [];
  return guard.check(question).map((suspicion) => {
    const schoolId = suspicion.schoolId ?? null;
    const known = earlier.find((r) => r.guard === guard.name && r.schoolId === schoolId);
    const since = known?.since ?? question.update.at;
    return {
      guard,
      reason: { guard: guard.name, schoolId, text: suspicion.text, since },
      subjects: suspicion.subjects ?? [],
    };
  });
}

function holdOf(found: readonly Found[], { ledger, update }: Question): Hold {
  const parts = found.map(({ reason, subjects }) => [reason.guard, reason.schoolId, ...subjects]);
  const key = createHash('sha256')
    .update(JSON.stringify([update.countsDigest, ...parts]))
    .digest('hex');
  return {
    key,
    countsDigest: update.countsDigest,
    reasons: found.map(({ reason }) => reason),
    checkedAt: update.at,
    // A declined key is remembered while other reasons come and go.
    declined: ledger.held?.declined ?? null,
  };
}

function isReleased(found: readonly Found[], hold: Hold, question: Question): boolean {
  if (hold.declined === hold.key) return false;
  return found.every(({ guard, reason }) => {
    const hours = hoursBetween(reason.since, question.update.at);
    if (guard.releasedAs === 'surge') return surgeIsReleased(hours, question);
    if (guard.releasedAs === 'fall') return fallIsReleased(hours, question);
    return false;
  });
}

function surgeIsReleased(hours: number, { update, rules }: Question): boolean {
  const { surgeReleaseHours, surgeReleaseShare } = rules.guards;
  const onRecord = update.after.days.at(-1)?.totalCases ?? 0;
  const fresh = update.line?.newCases ?? 0;
  return hours >= surgeReleaseHours && fresh <= (onRecord - fresh) * surgeReleaseShare;
}

/** All falls together, gains not set against them. */
function fallIsReleased(hours: number, { update, rules }: Question): boolean {
  const { fallReleaseHours, fallReleaseShare } = rules.guards;
  let onRecord = 0;
  for (const count of update.recorded.values()) onRecord += count;
  const fallen = update.cases.reduce((total, line) => total - Math.min(0, line.newCases), 0);
  return hours >= fallReleaseHours && fallen <= onRecord * fallReleaseShare;
}
