import { EXIT, Refusal } from '../domain/refusal.ts';
import type { Verdict } from '../ledger/judge.ts';
import type { Update } from '../ledger/reconcile.ts';
import type { Snapshot } from '../ledger/snapshot.ts';
import type { SettingsEdits } from '../settings/edit-settings.ts';

/** `--accept`, with the digest a person saw, if one was given. */
export interface Acceptance {
  readonly digest: string | null;
}

/**
 * Whether a held update is to be published after all.
 *
 * @returns false when it was accepted for other counts than these
 * @throws Refusal (exit 2) when a suspected restart is accepted without naming its digest
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
    'The source may have started from zero, and accepting that bare would publish every case on record as a correction',
    {
      advice: `Nothing was written. If it counts from zero again, add "${update.date}" to "counterRestarts" in data/district.json and run again. If it really took the cases back, accept exactly these counts: --accept ${update.countsDigest}`,
      facts: { file: 'data/district.json', digest: update.countsDigest },
    },
  );
}

/** The edits that make an accepted state of the source the usual one. */
export function acceptedEdits(
  verdict: Extract<Verdict, { kind: 'held' }>,
  update: Update,
  snapshot: Snapshot,
): SettingsEdits {
  const found = new Set(verdict.hold.reasons.map((reason) => reason.guard));
  const unreadableIds = snapshot.unreadable.filter((row) => row.what === 'id');
  return {
    addGone: found.has('disappearances') ? update.missing.map((school) => school.id) : [],
    removeGone: update.returned,
    addIgnore: [...new Set(unreadableIds.map((row) => row.value.trim()))].filter(Boolean),
    rowsWithoutId: found.has('rows-without-id') ? snapshot.rowsWithoutId : null,
  };
}
