import type { Verdict } from '../ledger/judge.ts';
import type { Ledger, NoticeKind, NoticeLine } from '../ledger/model.ts';
import type { Update } from '../ledger/reconcile.ts';
import type { Rules } from '../ledger/rules.ts';
import { restartsSoFar } from '../ledger/totals.ts';

/**
 * The ledger's notices after an update. New ones say that a hold was released by persistence or
 * accepted by a person, or that a declared restart took effect; their text is the standard one.
 *
 * @param ledger as it was before the update
 * @param accepted whether a person accepted the update
 */
export function withNotices(
  ledger: Ledger,
  update: Update,
  verdict: Verdict,
  accepted: boolean,
  rules: Rules,
): readonly NoticeLine[] {
  const kinds: NoticeKind[] = [];
  if (verdict.kind === 'released') kinds.push('released');
  if (accepted) kinds.push('accepted');
  if (update.line && update.line.restarts > restartsSoFar(ledger, rules)) kinds.push('restart');
  if (kinds.length === 0) return update.after.notices;
  return [
    ...update.after.notices,
    ...kinds.map((kind) => ({
      noticedAt: update.at,
      kind,
      date: update.date,
      schoolId: null,
      text: null,
    })),
  ];
}
