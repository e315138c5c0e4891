import type { Finding } from '../../domain/finding.ts';
import { openLedger } from '../../ledger/store.ts';
import { loadSettings } from '../../settings/load-settings.ts';
import { makeReleases } from '../releases/make-releases.ts';
import type { Progress, Publication } from './publication.ts';

/**
 * Makes the releases that are due, before the deployment whose pages link to their tags. What fails
 * is told as a warning and made up for by the next run: it never fails the publication of data. The
 * alarm is told of what has been due for too long.
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
    const releases = await makeReleases({ github, git, ledger, settings, now });
    if (releases.made.length > 0) say(`Released ${releases.made.join(', ')}`);
    const told = releases.failed.map(({ tag, error }) => notReleased(`The release ${tag}`, error));
    return { releases, findings: [...findings, ...told] };
  } catch (error) {
    return { findings: [...findings, notReleased('What is due for release', error)] };
  }
}

function notReleased(what: string, error: unknown): Finding {
  return {
    level: 'warning',
    code: 'not-released',
    message: `${what} could not be made: ${error instanceof Error ? error.message : error}`,
    tip: 'The next run makes up for it. If it lasts, look for a draft under Releases.',
  };
}
