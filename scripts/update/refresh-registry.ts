import type { Finding } from '../domain/finding.ts';
import { Refusal, refuseUsage } from '../domain/refusal.ts';
import type { SchoolId } from '../domain/school-id.ts';
import type { Instant } from '../domain/time.ts';
import { applyLocations } from '../ledger/apply-locations.ts';
import { applyVaccination } from '../ledger/apply-vaccination.ts';
import type { School } from '../ledger/model.ts';
import { type RegistryChange, registryChanges } from '../ledger/registry-changes.ts';
import { openLedger, writeLedger } from '../ledger/store.ts';
import { finishWrite } from '../ledger/two-step-write.ts';
import { loadSettings } from '../settings/load-settings.ts';
import type { Settings } from '../settings/schema.ts';
import { readLocations } from '../source/locations.ts';
import type { RegistryReading } from '../source/read-registry-source.ts';
import { readVaccination } from '../source/vaccination.ts';

export interface RefreshRequest extends RegistryReading {
  readonly dataDir: string;
  /** An address or file to read instead of the settings' locations. */
  readonly locations?: string | undefined;
  /** An address or file to read instead of the settings' vaccination addresses. */
  readonly vaccination?: string | undefined;
  readonly now: Instant;
  readonly dryRun: boolean;
}

export interface Refreshed {
  readonly schools: number;
  readonly changes: readonly RegistryChange[];
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
}

/** A source of the settings: what it is called there, and how it is read. */
interface RegistrySource {
  readonly name: 'locations' | 'vaccination';
  readonly read: () => Promise<Apply>;
}

/** What a source does to the registry. */
type Apply = (schools: ReadonlyMap<SchoolId, School>) => {
  readonly schools: ReadonlyMap<SchoolId, School>;
  readonly findings: readonly Finding[];
};

/**
 * Refreshes what the registry knows of schools: locations, enrollment, vaccination, and ids of
 * schools known by name. A source that cannot be read leaves the others their say.
 *
 * @throws Refusal exit 2 when the settings name no source, exit 3 when none can be read
 */
export async function refreshRegistry(request: RefreshRequest): Promise<Refreshed> {
  const { dataDir, now, dryRun } = request;
  await finishWrite(dataDir);
  const settings = await loadSettings(dataDir);
  const sources = sourcesOf(settings, request);
  if (sources.length === 0) throw noSource();
  const bounds = { notAfter: now, timeZone: settings.timeZone };
  const ledger = await openLedger(dataDir, bounds);
  const read = await Promise.all(sources.map(readOrRefusal));
  const refusals = read.filter((result) => result instanceof Refusal);
  const [first] = refusals;
  if (first && refusals.length === sources.length) throw first;
  let schools = ledger.schools;
  const findings: Finding[] = [];
  read.forEach((result, index) => {
    if (result instanceof Refusal) {
      findings.push(told(result, sources[index]?.name ?? ''));
    } else {
      const applied = result(schools);
      schools = applied.schools;
      findings.push(...applied.findings);
    }
  });
  const changes = registryChanges(ledger.schools, schools);
  const after = changes.length === 0 ? ledger : { ...ledger, schools };
  const files = await writeLedger(dataDir, ledger, after, bounds, { dryRun });
  return { schools: ledger.schools.size, changes, files, findings };
}

/**
 * A vaccination source's enrollment is what its figures are counted in, so that one is kept: were it
 * replaced whenever that source fails, rates would jump to and fro.
 */
function sourcesOf(settings: Settings, request: RefreshRequest): readonly RegistrySource[] {
  const { locations, vaccination, map } = settings;
  const keepEnrollment = (vaccination?.keys.enrollment ?? null) !== null;
  const sources: RegistrySource[] = [];
  if (locations) {
    const read = async (): Promise<Apply> => {
      const source = { ...locations, address: request.locations ?? locations.address };
      const found = await readLocations(source, { ...request, bounds: map.bounds });
      return (schools) => {
        const located = applyLocations(schools, found.entries, { keepEnrollment });
        return { ...located, findings: [...found.findings, ...located.findings] };
      };
    };
    sources.push({ name: 'locations', read });
  }
  if (vaccination) {
    const read = async (): Promise<Apply> => {
      const instead = request.vaccination;
      const addresses = instead === undefined ? vaccination.addresses : [instead];
      const found = await readVaccination({ ...vaccination, addresses }, request);
      return (schools) => {
        const applied = applyVaccination(schools, found.entries);
        return { ...applied, findings: [...found.findings, ...applied.findings] };
      };
    };
    sources.push({ name: 'vaccination', read });
  }
  return sources;
}

async function readOrRefusal({ read }: RegistrySource): Promise<Apply | Refusal> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function told(refusal: Refusal, name: string): Finding {
  return {
    level: 'warning',
    code: 'registry-source-not-read',
    message: `The source of ${name} could not be read: ${refusal.message}`,
    tip: `What is known stays as it is. Its address stands under "${name}" in data/district.json; \`npm run schools\` tries again.`,
  };
}

function noSource() {
  return refuseUsage(
    'no-locations',
    'The settings name no source of locations or vaccination',
    'Nothing was written. Name one under "locations" or "vaccination" in data/district.json.',
    { file: 'data/district.json' },
  );
}
