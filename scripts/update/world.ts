import type { Instant } from '../domain/time.ts';
import { openStored, type StoredLedger } from '../ledger/store.ts';
import { finishWrite } from '../ledger/two-step-write.ts';
import { loadStoredSettings, type StoredSettings } from '../settings/load-settings.ts';

/** Everything on which a run bases its decisions; read once, and again only after a lost push. */
export interface World extends StoredSettings, StoredLedger {
  /** The folder with the settings and the ledger. */
  readonly dataDir: string;
  /** The machine's clock when the world was opened; nothing on record may be later. */
  readonly now: Instant;
}

/**
 * Opens settings and ledger, after completing a write that was interrupted.
 *
 * @param stored the settings, if they were already read
 * @throws Refusal (exit 2) for settings or a ledger that cannot be read, or a broken invariant
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

/** The bounds within which the world's ledger must stay. */
export function boundsOf({ now, settings }: Pick<World, 'now' | 'settings'>) {
  return { notAfter: now, timeZone: settings.timeZone };
}
