import type { Instant } from '../domain/time.ts';
import { openStored, type StoredLedger } from '../ledger/store.ts';
import { finishWrite } from '../ledger/two-step-write.ts';
import { loadStoredSettings, type StoredSettings } from '../settings/load-settings.ts';

/** All that a run decides by: read once, and again only after a lost push. */
export interface World extends StoredSettings, StoredLedger {
  /** The folder of settings and ledger. */
  readonly dataDir: string;
  /** The machine's clock when the world was opened; nothing on record may lie after it. */
  readonly now: Instant;
}

/**
 * Opens settings and ledger, after finishing a write that a kill interrupted.
 *
 * @param stored the settings, where they were read already
 * @throws Refusal (exit 2) for settings or a ledger that cannot be read, or a rule that does not hold
 */
export async function openWorld(
  dataDir: string,
  now: Instant,
  stored?: StoredSettings,
): Promise<World> {
  await finishWrite(dataDir);
  const { settings, settingsText } = stored ?? (await loadStoredSettings(dataDir));
  const ledger = await openStored(dataDir, { notAfter: now, timeZone: settings.timeZone });
  return { dataDir, now, settings, settingsText, ...ledger };
}

/** The bounds that the world's ledger has to keep to. */
export function boundsOf({ now, settings }: Pick<World, 'now' | 'settings'>) {
  return { notAfter: now, timeZone: settings.timeZone };
}
