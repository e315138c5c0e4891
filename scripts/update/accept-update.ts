import { EXIT, Refusal } from '../domain/refusal.ts';
import type { SchoolId } from '../domain/school-id.ts';
import { areManySilent } from '../ledger/guards/schools.ts';
import type { Verdict } from '../ledger/judge.ts';
import type { Update } from '../ledger/reconcile.ts';
import type { Rules } from '../ledger/rules.ts';
import type { Snapshot, UnreadableRow } from '../ledger/snapshot.ts';
import type { SettingsEdits } from '../settings/edit-settings.ts';

/** The `--accept` option. */
export interface Acceptance {
  /** The counts digest that a person saw; null: accept whatever counts are held. */
  readonly digest: string | null;
}

/**
 * Whether a person accepted a held update, so that it is published after all.
 *
 * @returns false if nothing was accepted, or if other counts than these were
 * @throws Refusal (exit 2) if a suspected restart is accepted without its digest
 */
export function isAccepted(
  verdict: Extract<Verdict, { kind: 'held' }>,
  acceptance: Acceptance | undefined,
  update: Update,
): boolean {
  if (acceptance === undefined) return false;
  if (acceptance.digest !== null) return acceptance.digest === update.countsDigest;
  if (!verdict.isRestartSuspected) return true;
  throw new Refusal(
    EXIT.usage,
    'restart-not-declared',
    'The source may have started from zero again, and accepting that without a digest would publish every case on record as a correction',
    {
      advice: `Nothing was written. If it counts from zero again, add "${update.date}" to "counterRestarts" in data/district.json and run again. If it really took the cases back, accept exactly these counts: --accept ${update.countsDigest}`,
      facts: { file: 'data/district.json', digest: update.countsDigest },
    },
  );
}

/**
 * The edits to the settings that stop an accepted state of the source from being held again: what is
 * missing or without a figure is listed as gone, ids that cannot be read as ignored, and the texts of
 * counts that cannot be read as words for “not reported”.
 */
export function acceptedEdits(
  verdict: Extract<Verdict, { kind: 'held' }>,
  update: Update,
  snapshot: Snapshot,
  rules: Rules,
): SettingsEdits {
  const found = new Set(verdict.hold.reasons.map((reason) => reason.guard));
  const unreadable = (what: UnreadableRow['what']) => [
    ...new Set(
      snapshot.unreadable.flatMap((row) => (row.what === what ? plainText(row.value) : [])),
    ),
  ];
  const missing = found.has('disappearances') ? update.missing.map(({ id }) => id) : [];
  return {
    addGone: [...missing, ...silentFromNowOn(update, snapshot, rules)],
    removeGone: update.returned,
    addIgnore: unreadable('id').filter(Boolean),
    addUnknownCells: unreadable('count').filter(Boolean),
    rowsWithoutId: found.has('rows-without-id') ? snapshot.rowsWithoutId : null,
  };
}

/** Schools without a figure, those whose count cannot be read among them, if so many would be held. */
function silentFromNowOn(update: Update, snapshot: Snapshot, rules: Rules): readonly SchoolId[] {
  const ids = new Set(update.unreported.map(({ id }) => id));
  for (const { what, id } of snapshot.unreadable) {
    if (what === 'count' && id !== undefined && (update.recorded.get(id) ?? 0) > 0) ids.add(id);
  }
  return areManySilent(ids.size, update, rules) ? [...ids] : [];
}

function plainText(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}
