import { createHash } from 'node:crypto';
import { hoursBetween } from '../domain/time.ts';
import type { Guard, Question } from './guards/guard.ts';
import { guards } from './guards/index.ts';
import type { Hold, HoldReason } from './model.ts';
import { toldApart } from './told-apart.ts';

/** The guards' decision about a reconciled update. */
export type Verdict =
  | { readonly kind: 'clear' }
  /** Every reason persisted long enough: publish with a notice, without asking a person. */
  | { readonly kind: 'released'; readonly hold: Hold }
  | { readonly kind: 'held'; readonly hold: Hold; readonly isRestartSuspected: boolean };

/** A reason to hold, with the guard that found it. */
interface GuardFinding {
  readonly guard: Guard;
  readonly reason: HoldReason;
  readonly subjects: readonly string[];
}

/**
 * Runs every guard on an update, and judges what they find by how long it has persisted. A reason
 * that is already in the ledger's current hold keeps its `since`, even if the counts have changed.
 * The first read ever is always clear: there is nothing to compare it with.
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

function findings(guard: Guard, question: Question): readonly GuardFinding[] {
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

function holdOf(found: readonly GuardFinding[], { ledger, update }: Question): Hold {
  const parts = found.map(({ reason, subjects }) => [reason.guard, reason.schoolId, ...subjects]);
  const key = createHash('sha256')
    .update(JSON.stringify([update.countsDigest, ...parts]))
    .digest('hex');
  return {
    key,
    countsDigest: update.countsDigest,
    reasons: found.map(({ reason }) => reason),
    checkedAt: update.at,
    // A declined key is kept even while other reasons come and go.
    declined: ledger.held?.declined ?? null,
    apart: [...toldApart(ledger.held)].sort(),
  };
}

function isReleased(found: readonly GuardFinding[], hold: Hold, question: Question): boolean {
  if (hold.declined === hold.key) return false;
  return found.every(({ guard, reason }) => {
    const hours = hoursBetween(reason.since, question.update.at);
    if (guard.releasedAs === 'surge') return surgeIsReleased(hours, question);
    // A school's surge lasts like the district's, while the whole district would pass.
    if (guard.releasedAs === 'school-surge') {
      const isDistricts = found.some((other) => other.guard.releasedAs === 'surge');
      return !isDistricts && surgeIsReleased(hours, question);
    }
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

/** Compares the sum of all falls with the limit; gains elsewhere do not offset them. */
function fallIsReleased(hours: number, { update, rules }: Question): boolean {
  const { fallReleaseHours, fallReleaseShare } = rules.guards;
  let onRecord = 0;
  for (const count of update.recorded.values()) onRecord += count;
  const fallen = update.cases.reduce((total, line) => total - Math.min(0, line.newCases), 0);
  return hours >= fallReleaseHours && fallen <= onRecord * fallReleaseShare;
}
