import type { Finding } from '../domain/finding.ts';
import { refuseUsage } from '../domain/refusal.ts';
import type { Instant } from '../domain/reporting-date.ts';
import { applyLocations } from '../ledger/apply-locations.ts';
import { openLedger, writeLedger } from '../ledger/store.ts';
import { finishWrite } from '../ledger/two-step-write.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { readLocations } from '../source/locations.ts';

const SECONDS_TO_READ = 60;

export interface RefreshRequest {
  readonly dataDir: string;
  /** An address or file to read instead of the settings' locations. */
  readonly address: string | undefined;
  readonly now: Instant;
  readonly dryRun: boolean;
  readonly allowHosts: readonly string[];
  readonly guardPrivateAddresses: boolean;
}

export interface Refreshed {
  readonly schools: number;
  /** Schools of which something was learnt. */
  readonly learnt: number;
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Refreshes what the registry knows of schools: locations, enrollment, ids of schools known by name.
 *
 * @throws Refusal exit 2 when the settings name no source, exit 3 when it cannot be read
 */
export async function refreshSchools(request: RefreshRequest): Promise<Refreshed> {
  const { dataDir, dryRun, allowHosts, guardPrivateAddresses } = request;
  await finishWrite(dataDir);
  const settings = await loadSettings(dataDir);
  if (settings.locations === null) {
    throw refuseUsage(
      'no-locations',
      'The settings name no source of locations',
      'Nothing was written. Name a CSV file with a row per school under "locations" in data/district.json.',
      { file: 'data/district.json' },
    );
  }
  const bounds = { notAfter: request.now, timeZone: settings.timeZone };
  const ledger = await openLedger(dataDir, bounds);
  const read = await readLocations(
    { ...settings.locations, address: request.address ?? settings.locations.address },
    {
      bounds: settings.map.bounds,
      seconds: SECONDS_TO_READ,
      allowHosts,
      guardPrivateAddresses,
    },
  );
  const located = applyLocations(ledger.schools, read.entries);
  const after = { ...ledger, schools: located.schools };
  const files = await writeLedger(dataDir, ledger, after, bounds, { dryRun });
  return {
    schools: ledger.schools.size,
    learnt: located.learnt.length,
    files,
    findings: [...read.findings, ...located.findings],
  };
}
