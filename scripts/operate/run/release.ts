import type { Finding } from '../../domain/finding.ts';
import { makeReleases, planReleases } from '../releases/make-releases.ts';
import { type Publication, type RunFacts, worldOf } from './publication.ts';

/**
 * Makes the releases that are due, before the deployment whose pages link to their tags. A failure
 * is only a warning, never stops the publication of data, and the next run tries again. Releases
 * that have been due for too long are reported by the alarm.
 */
export async function release(
  { update, rebuildOnly, git, github, say }: Publication,
  facts: RunFacts,
): Promise<Partial<RunFacts>> {
  if (rebuildOnly) return {};
  const { ledger, settings } = worldOf(facts);
  const context = { github, git, ledger, settings, now: update.now };
  try {
    if (update.dryRun) {
      const tags = (await planReleases(context)).map(({ tag }) => tag);
      if (tags.length > 0) say(`Would release ${tags.join(', ')}`);
      return {};
    }
    const outcome = await makeReleases(context);
    if (outcome.made.length > 0) say(`Released ${outcome.made.join(', ')}`);
    const failed = outcome.failed.map(({ tag, error }) => notReleased(`Release ${tag}`, error));
    return { releases: { kind: 'made', outcome }, findings: [...facts.findings, ...failed] };
  } catch (error) {
    const finding = notReleased('The releases that are due', error);
    return { findings: [...facts.findings, finding] };
  }
}

function notReleased(what: string, error: unknown): Finding {
  return {
    level: 'warning',
    code: 'not-released',
    message: `${what} could not be made: ${error instanceof Error ? error.message : error}`,
    tip: 'The next run tries again. If this lasts, look for a draft under Releases.',
  };
}
