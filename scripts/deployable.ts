import { allowedHosts, serverUrl } from './command/environment.ts';
import { main } from './command/main.ts';
import { addMinutes } from './domain/time.ts';
import { openLedger } from './ledger/store.ts';
import { checkDeployable } from './operate/deployment/deployable.ts';
import { loadSettings } from './settings/load-settings.ts';

const MINUTES_OF_GRACE = 5;

await main('deployable', async ({ args, env, report, clock }) => {
  const dataDir = args.required('data');
  const { timeZone, site } = await loadSettings(dataDir);
  // The runner that read the source may have had a clock slightly ahead of this one.
  const bounds = { notAfter: addMinutes(clock(), MINUTES_OF_GRACE), timeZone };
  const { at, findings } = await checkDeployable({
    dataDir,
    ledger: await openLedger(dataDir, bounds),
    site: { url: site.url ?? '', allowHosts: allowedHosts(env), guardPrivateAddresses: true },
    tick: `${env.GITHUB_RUN_ID ?? ''}-${clock()}`,
    access: { server: serverUrl(env), token: env.GITHUB_TOKEN ?? '' },
    isRestated: args.given('restate'),
  });
  for (const finding of findings) report.finding(finding);
  report.say(`The ledger may be published as of ${at}`);
  await report.output('at', at);
  return undefined;
});
