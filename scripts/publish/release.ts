import { openLedger } from '../ledger/store.ts';
import { makeReleases } from '../release/make-releases.ts';
import { loadSettings } from '../settings/load-settings.ts';
import type { Progress, Publication } from './publication.ts';

/** Makes the releases that are due, before the deployment whose pages link to their tags. */
export async function release({
  update,
  rebuildOnly,
  git,
  github,
  say,
}: Publication): Promise<Partial<Progress>> {
  if (rebuildOnly || update.dryRun) return {};
  const settings = await loadSettings(update.dataDir);
  const bounds = { notAfter: update.now, timeZone: settings.timeZone };
  const ledger = await openLedger(update.dataDir, bounds);
  const made = await makeReleases({ github, git, ledger, settings, now: update.now });
  if (made.length > 0) say(`Released ${made.join(', ')}`);
  return {};
}
