import { openLedger } from '../ledger/store.ts';
import { makeReleases } from '../release/make-releases.ts';
import { loadSettings } from '../settings/load-settings.ts';
import type { Progress, Publication } from './publication.ts';

/**
 * Makes the releases that are due, before the deployment whose pages link to their tags. What fails
 * is told as a warning and made up for by the next run: it never fails the publication of data.
 */
export async function release(
  { update, rebuildOnly, git, github, say }: Publication,
  { findings }: Progress,
): Promise<Partial<Progress>> {
  if (rebuildOnly || update.dryRun) return {};
  const { dataDir, now } = update;
  const settings = await loadSettings(dataDir);
  const ledger = await openLedger(dataDir, { notAfter: now, timeZone: settings.timeZone });
  try {
    const made = await makeReleases({ github, git, ledger, settings, now });
    if (made.length > 0) say(`Released ${made.join(', ')}`);
    return {};
  } catch (error) {
    const message = `A release could not be made: ${error instanceof Error ? error.message : error}`;
    const tip = 'The next run makes up for it. If it lasts, look for a draft under Releases.';
    return { findings: [...findings, { level: 'warning', code: 'not-released', message, tip }] };
  }
}
