import type { Verdict } from '../ledger/judge.ts';
import type { Ledger, NoticeKind, NoticeLine } from '../ledger/model.ts';
import type { Update } from '../ledger/reconcile.ts';
import type { Rules } from '../ledger/rules.ts';
import { restartsSoFar } from '../ledger/totals.ts';

/**
 * The notices after an update: what was held and is published, by persistence or by a person, and a
 * restart that takes effect. Their words are the templates'.
 *
 * @param ledger as it was before the update
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
