import type { Finding } from '../../domain/finding.ts';
import type { Instant } from '../../domain/time.ts';
import { type GitAccess, gitIn } from '../../github/git.ts';
import type { Ledger } from '../../ledger/model.ts';
import { buildInstant } from './build-instant.ts';
import { checkAnnounced } from './check-announced.ts';
import { lookAtSite, type PublicSite, servedUnknown } from './served-build.ts';

/** A checkout that is to be deployed. */
export interface DeploymentCandidate {
  readonly dataDir: string;
  /** The ledger in the data folder, as checked out. */
  readonly ledger: Ledger;
  readonly site: PublicSite;
  /**
   * Any text that no earlier request used. It becomes part of the address, so that no cache
   * answers.
   */
  readonly tick: string;
  /**
   * Needed to fetch the served commit of a private repository: the checkout keeps no credentials.
   */
  readonly access: GitAccess;
  /** Whether a person has allowed announced days to change. */
  readonly isRestated: boolean;
}

/**
 * Checks that a checkout may be deployed.
 *
 * @returns the instant as of which to build it, and a finding if announced days could not be
 *   compared
 * @throws Refusal (exit 2) if it changes announced days
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
