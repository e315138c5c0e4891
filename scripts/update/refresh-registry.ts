import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../domain/finding.ts';
import { type EnglishNouns, nounsOf } from '../domain/nouns.ts';
import { refuseUsage } from '../domain/refusal.ts';
import type { Instant } from '../domain/time.ts';
import { MAP_FILES } from '../geography/map-files.ts';
import type { RegistryChange } from '../ledger/registry-changes.ts';
import { type FileChanges, ledgerChanges, writeChanges } from '../ledger/store.ts';
import { askMap, type MapQuestion, mapAddresses } from './ask-map.ts';
import { askRegistry, type RegistryQuestion, registrySources } from './ask-registry.ts';
import { type MapPlan, planMap } from './plan-map.ts';
import { applyAnswers } from './plan-registry.ts';
import { boundsOf, openWorld } from './world.ts';

/** How to refresh the registry: all sources that the settings configure are read. */
export interface RefreshRequest extends Omit<RegistryQuestion, 'sources'>, MapQuestion {
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
  /** What became of the map's outline and areas, where the settings give their addresses. */
  readonly map: readonly MapPlan[];
  /** Names of the files that changed or, in a dry run, would change. */
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Refreshes what the registry knows about schools (locations, enrollment, vaccination, and the ids of
 * schools known by name only), and the outline and areas of the map. A source that cannot be read does
 * not affect the others.
 *
 * @throws Refusal exit 2 if the settings configure no source, exit 3 if none can be read
 */
export async function refreshRegistry(request: RefreshRequest): Promise<RegistryRefresh> {
  const { dataDir, now, dryRun } = request;
  const world = await openWorld(dataDir, now);
  const { settings, ledger } = world;
  const sources = registrySources(settings);
  if (sources.length + mapAddresses(settings).size === 0) throw noSource();
  const [answers, shapes] = await Promise.all([
    askRegistry(settings, { ...request, sources }),
    askMap(settings, request),
  ]);
  const { schools, changes, findings } = applyAnswers(ledger.schools, answers);
  const map = shapes.map((answer) => planMap(settings, schools.values(), answer));
  const refusals = [...answers, ...map].flatMap((one) =>
    one.kind === 'refused' ? one.refusal : [],
  );
  const [first] = refusals;
  if (first && refusals.length === answers.length + map.length) throw first;
  const after = changes.length === 0 ? ledger : { ...ledger, schools };
  const files = new Map([
    ...ledgerChanges(world.texts, ledger, after),
    ...(await mapChanges(dataDir, map)),
  ]);
  if (!dryRun) await writeChanges(dataDir, files, after, boundsOf(world));
  return {
    schools: schools.size,
    nouns: nounsOf(settings),
    changes,
    map,
    files: [...files.keys()],
    findings: [...findings, ...map.flatMap(mapFindings)],
  };
}

async function mapChanges(dataDir: string, map: readonly MapPlan[]): Promise<FileChanges> {
  const changes = new Map<string, string>();
  for (const plan of map) {
    if (plan.kind === 'refused') continue;
    const before = await readFile(join(dataDir, plan.file), 'utf8').catch(() => undefined);
    if (before !== plan.text) changes.set(plan.file, plan.text);
  }
  return changes;
}

function mapFindings(plan: MapPlan): readonly Finding[] {
  if (plan.kind !== 'refused') return plan.findings;
  const { name } = MAP_FILES[plan.source];
  return [
    {
      level: 'warning',
      code: 'map-not-read',
      message: `The ${plan.source} of the map could not be read: ${plan.refusal.message}`,
      tip: `data/${name} stays as it is. ${plan.refusal.advice}`,
      file: 'data/district.json',
    },
  ];
}

function noSource() {
  return refuseUsage(
    'no-locations',
    'The settings configure no source of locations or vaccination, and no address of the map',
    'Nothing was written. Add one under "locations", "vaccination" or "map" in data/district.json.',
    { file: 'data/district.json' },
  );
}
