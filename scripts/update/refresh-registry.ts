import type { Finding } from '../domain/finding.ts';
import { type EnglishNouns, nounsOf } from '../domain/nouns.ts';
import { Refusal, refuseUsage } from '../domain/refusal.ts';
import type { Instant } from '../domain/time.ts';
import type { RegistryChange } from '../ledger/registry-changes.ts';
import { ledgerChanges, writeChanges } from '../ledger/store.ts';
import { askRegistry, type RegistryQuestion, registrySources } from './ask-registry.ts';
import { applyAnswers } from './plan-registry.ts';
import { boundsOf, openWorld } from './world.ts';

/** How to refresh the registry: all sources that the settings configure are read. */
export interface RefreshRequest extends Omit<RegistryQuestion, 'sources'> {
  readonly dataDir: string;
  /** The machine's clock. */
  readonly now: Instant;
  /** Whether to report the changes without writing them. */
  readonly dryRun: boolean;
}

/** The result of a refresh of the registry. */
export interface RegistryRefresh {
  /** How many schools the registry has. */
  readonly schools: number;
  /** What the settings call them. */
  readonly nouns: EnglishNouns;
  readonly changes: readonly RegistryChange[];
  /** Names of the files that changed or, in a dry run, would change. */
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Refreshes what the registry knows about schools: locations, enrollment, vaccination, and the ids
 * of schools known by name only. A source that cannot be read does not affect the others.
 *
 * @throws Refusal exit 2 if the settings configure no source, exit 3 if none can be read
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
  const nouns = nounsOf(world.settings);
  return { schools: schools.size, nouns, changes, files: [...files.keys()], findings };
}

function noSource() {
  return refuseUsage(
    'no-locations',
    'The settings configure no source of locations or vaccination',
    'Nothing was written. Add one under "locations" or "vaccination" in data/district.json.',
    { file: 'data/district.json' },
  );
}
