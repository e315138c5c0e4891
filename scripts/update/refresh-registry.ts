import type { Finding } from '../domain/finding.ts';
import { Refusal, refuseUsage } from '../domain/refusal.ts';
import type { Instant } from '../domain/time.ts';
import type { RegistryChange } from '../ledger/registry-changes.ts';
import { ledgerChanges, writeChanges } from '../ledger/store.ts';
import { askRegistry, type RegistryQuestion, registrySources } from './ask-registry.ts';
import { applyAnswers } from './plan-registry.ts';
import { boundsOf, openWorld } from './world.ts';

export interface RefreshRequest extends Omit<RegistryQuestion, 'sources'> {
  readonly dataDir: string;
  readonly now: Instant;
  readonly dryRun: boolean;
}

/** What a refresh of the registry found and wrote. */
export interface RegistryRefresh {
  /** How many schools the registry has. */
  readonly schools: number;
  readonly changes: readonly RegistryChange[];
  /** Names of the files that changed, or would in a dry run. */
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Refreshes what the registry knows of schools: locations, enrollment, vaccination, and ids of
 * schools known by name. A source that cannot be read leaves the others their say.
 *
 * @throws Refusal exit 2 when the settings name no source, exit 3 when none can be read
 */
export async function refreshRegistry(request: RefreshRequest): Promise<RegistryRefresh> {
  const { dataDir, now, dryRun } = request;
  const world = await openWorld(dataDir, now);
  const sources = registrySources(world.settings);
  if (sources.length === 0) throw noSource();
  const answers = await askRegistry(world.settings, { ...request, sources });
  const refusals = answers.flatMap((answer) => (answer.kind === 'refused' ? answer.refusal : []));
  const [first] = refusals;
  if (first instanceof Refusal && refusals.length === answers.length) throw first;
  const { schools, changes, findings } = applyAnswers(world.ledger.schools, answers);
  const after = changes.length === 0 ? world.ledger : { ...world.ledger, schools };
  const files = ledgerChanges(world.texts, world.ledger, after);
  if (!dryRun) await writeChanges(dataDir, files, after, boundsOf(world));
  return { schools: schools.size, changes, files: [...files.keys()], findings };
}

function noSource() {
  return refuseUsage(
    'no-locations',
    'The settings name no source of locations or vaccination',
    'Nothing was written. Name one under "locations" or "vaccination" in data/district.json.',
    { file: 'data/district.json' },
  );
}
