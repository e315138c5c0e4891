import { main } from './command/main.ts';
import { schoolsSpec } from './command/specs/schools.ts';
import { refuseUsage } from './domain/refusal.ts';
import { applyLocations } from './ledger/apply-locations.ts';
import { openLedger, writeLedger } from './ledger/store.ts';
import { finishWrite } from './ledger/two-step-write.ts';
import { loadSettings } from './settings/load-settings.ts';
import { readLocations } from './source/locations.ts';

const SECONDS_TO_READ = 60;

await main(schoolsSpec, async ({ args, clock, env, report, step }) => {
  const dir = args.required('data');
  await finishWrite(dir);
  const settings = await loadSettings(dir);
  const { locations } = settings;
  if (locations === null) {
    throw refuseUsage(
      'no-locations',
      'The settings name no source of locations',
      'Nothing was written. Name a CSV file with a row per school under "locations" in data/district.json.',
      { file: 'data/district.json' },
    );
  }
  const bounds = { notAfter: clock(), timeZone: settings.timeZone };
  const ledger = await step('Open the ledger', () => openLedger(dir, bounds));
  const address = args.text('source') ?? locations.address;
  const read = await step('Read the locations', () =>
    readLocations(
      { ...locations, address },
      {
        bounds: settings.map.bounds,
        seconds: SECONDS_TO_READ,
        allowHosts: (env.TRACKER_ALLOW_HOSTS ?? '').split(/[\s,]+/).filter(Boolean),
        guardPrivateAddresses: Boolean(env.GITHUB_ACTIONS),
      },
    ),
  );
  const located = applyLocations(ledger.schools, read.entries);
  const after = { ...ledger, schools: located.schools };
  const dryRun = args.given('dry-run');
  const files = await step('Write the ledger', () =>
    writeLedger(dir, ledger, after, bounds, { dryRun }),
  );
  for (const finding of [...read.findings, ...located.findings]) report.finding(finding);
  report.say(
    files.length === 0
      ? `Nothing new of ${ledger.schools.size} schools.`
      : `${dryRun ? 'Would learn' : 'Learnt'} of ${located.learnt.length} of ${ledger.schools.size} schools.`,
  );
  await report.output('changed', String(files.length > 0));
  return undefined;
});
