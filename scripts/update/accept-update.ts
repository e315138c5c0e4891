import { EXIT, Refusal } from '../domain/refusal.ts';
import type { Verdict } from '../ledger/judge.ts';
import type { Update } from '../ledger/reconcile.ts';
import type { Snapshot } from '../ledger/snapshot.ts';
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

/** The edits to the settings that stop an accepted state of the source from being held again. */
export function acceptedEdits(
  verdict: Extract<Verdict, { kind: 'held' }>,
  update: Update,
  snapshot: Snapshot,
): SettingsEdits {
  const found = new Set(verdict.hold.reasons.map((reason) => reason.guard));
  const unreadableIds = snapshot.unreadable.filter((row) => row.what === 'id');
  const silent = [
    ...(found.has('disappearances') ? update.missing : []),
    ...(found.has('unreported') ? update.unreported : []),
  ];
  return {
    addGone: silent.map((school) => school.id),
    removeGone: update.returned,
    addIgnore: [...new Set(unreadableIds.map((row) => row.value.trim()))].filter(Boolean),
    rowsWithoutId: found.has('rows-without-id') ? snapshot.rowsWithoutId : null,
  };
}
