import type { Finding } from '../domain/finding.ts';
import type { Verdict } from '../ledger/judge.ts';
import type { Ledger, NoticeKind, NoticeLine } from '../ledger/model.ts';
import { changeText, differenceChange, noticedChange } from '../ledger/own-total.ts';
import type { Update } from '../ledger/reconcile.ts';
import type { Rules } from '../ledger/rules.ts';
import type { Snapshot } from '../ledger/snapshot.ts';
import { restartsSoFar } from '../ledger/totals.ts';

/**
 * The ledger's notices after an update. New ones say that a hold was released by persistence or
 * accepted by a person, or that a declared restart took effect, in the standard words; or that the
 * own total of the district moved away from its places, with the figures.
 *
 * @param ledger as it was before the update
 * @param accepted whether a person accepted the update
 */
export function withNotices(
  ledger: Ledger,
  update: Update,
  snapshot: Pick<Snapshot, 'districtTotal'>,
  verdict: Verdict,
  accepted: boolean,
  rules: Rules,
): readonly NoticeLine[] {
  const line = (kind: NoticeKind, text: string | null): NoticeLine => ({
    noticedAt: update.at,
    kind,
    date: update.date,
    schoolId: null,
    text,
  });
  const kinds: NoticeKind[] = [];
  if (verdict.kind === 'released') kinds.push('released');
  if (accepted) kinds.push('accepted');
  if (update.line && update.line.restarts > restartsSoFar(ledger, rules)) kinds.push('restart');
  const change =
    snapshot.districtTotal === null ? undefined : differenceChange(ledger, update.after, rules);
  if (kinds.length === 0 && !change) return update.after.notices;
  return [
    ...update.after.notices,
    ...kinds.map((kind) => line(kind, null)),
    ...(change ? [line('definition', changeText(change))] : []),
  ];
}

/** Reports new notices that the own total moved away from the sum of the places. */
export function movedTotals(notices: readonly NoticeLine[]): readonly Finding[] {
  return notices.flatMap((notice) => {
    const change = noticedChange(notice);
    if (!change) return [];
    return [
      {
        level: 'warning',
        code: 'own-total-moved',
        message: `The difference between the sheet’s own total and the sum of its places was ${change.from} and is now ${change.to}: what one of them counts may have changed`,
        tip: 'Readers see this as a notice. Ask the sheet’s owner what changed, and say it in a line of data/notices.csv.',
      },
    ];
  });
}
