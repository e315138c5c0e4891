import type { Finding } from '../../domain/finding.ts';
import type { Instant } from '../../domain/time.ts';
import { type GitAccess, gitIn } from '../../github/git.ts';
import type { Ledger } from '../../ledger/model.ts';
import { buildInstant } from './build-instant.ts';
import { checkAnnounced } from './check-announced.ts';
import { lookAtSite, type ServedAt, servedUnknown } from './served-build.ts';

export interface DeploymentCandidate {
  readonly dataDir: string;
  /** What the data folder holds, which is what is checked out. */
  readonly ledger: Ledger;
  readonly site: ServedAt;
  /** Makes the public address one that no cache has seen. */
  readonly tick: string;
  /** A private repository gives the served commit to its token only, and the checkout keeps none. */
  readonly access: GitAccess;
  /** Announced days may change: a person said so. */
  readonly isRestated: boolean;
}

/**
 * Whether a checkout may be deployed.
 *
 * @returns the instant that it is built for, and what could not be compared
 * @throws Refusal (exit 2) when it changes what was announced
 */
export async function checkDeployable(
  candidate: DeploymentCandidate,
): Promise<{ readonly at: Instant; readonly findings: readonly Finding[] }> {
  const { dataDir, ledger, isRestated } = candidate;
  const findings = isRestated ? [] : await compareAnnounced(candidate);
  const committed = await gitIn(dataDir)('show', '-s', '--format=%cI', 'HEAD');
  return { at: buildInstant(committed, ledger), findings };
}

async function compareAnnounced(candidate: DeploymentCandidate): Promise<readonly Finding[]> {
  const { dataDir, site, tick, access } = candidate;
  const look = await lookAtSite(site, tick);
  if (look.kind !== 'build') return [servedUnknown(site.url, look)];
  return checkAnnounced(dataDir, look.build, gitIn(dataDir, access));
}
