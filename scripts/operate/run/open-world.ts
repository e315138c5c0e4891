import { loadStoredSettings } from '../../settings/load-settings.ts';
import { openWorld } from '../../update/world.ts';
import { checkAnnounced } from '../deployment/check-announced.ts';
import { lookAtSite, type ServedBuild, servedUnknown } from '../deployment/served-build.ts';
import { readWorkflowFiles } from '../schedule/workflow-files.ts';
import type { Publication, RunFacts } from './publication.ts';

/** Reads the workflow files: what is scheduled, and how long each job may take. */
export async function readSchedule({ git }: Publication): Promise<Partial<RunFacts>> {
  const files = await readWorkflowFiles(await git('rev-parse', '--show-toplevel'));
  return { workflows: { kind: 'files', files } };
}

/** Reads the settings, which name the site's address among other things. */
export async function readSettings({ update }: Publication): Promise<Partial<RunFacts>> {
  return { settings: { kind: 'settings', ...(await loadStoredSettings(update.dataDir)) } };
}

/** Finds out which build the public address serves. */
export async function seeSite(
  { update, run }: Publication,
  { settings, findings }: RunFacts,
): Promise<Partial<RunFacts>> {
  const url = (settings.kind === 'settings' ? settings.settings.site.url : null) ?? '';
  const { allowHosts } = update;
  const site = { url, allowHosts, guardPrivateAddresses: true };
  const look = await lookAtSite(site, `${run.id}-${update.now}`);
  const added = look.kind === 'build' ? [] : [servedUnknown(url, look)];
  return { site: { kind: 'looked', look }, findings: [...findings, ...added] };
}

/** Refuses a ledger that changes announced days, before anything else is done with it. */
export async function compareAnnounced(
  { update, git }: Publication,
  facts: RunFacts,
): Promise<Partial<RunFacts>> {
  const added = await checkAnnounced(update.dataDir, buildOf(facts), git.in(update.dataDir));
  return { findings: [...facts.findings, ...added] };
}

/** Opens the ledger. A run does so only here, and once more if its push is refused. */
export async function openLedgerOfRun(
  { update }: Publication,
  { settings }: RunFacts,
): Promise<Partial<RunFacts>> {
  const stored = settings.kind === 'settings' ? settings : undefined;
  return { world: { kind: 'open', world: await openWorld(update.dataDir, update.now, stored) } };
}

/**
 * The build that the public address serves; undefined: none of this tracker, or it could not be
 * checked.
 */
export function buildOf({ site }: Pick<RunFacts, 'site'>): ServedBuild | undefined {
  return site.kind === 'looked' && site.look.kind === 'build' ? site.look.build : undefined;
}
