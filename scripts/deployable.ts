import { main } from './command/main.ts';
import { deployableSpec } from './command/specs/deployable.ts';
import { addMinutes } from './domain/time.ts';
import { gitIn } from './github/git.ts';
import { openLedger } from './ledger/store.ts';
import { buildInstant } from './operate/deployment/build-instant.ts';
import { checkAnnounced } from './operate/deployment/check-announced.ts';
import { lookAtSite, servedUnknown } from './operate/deployment/served-build.ts';
import { loadSettings } from './settings/load-settings.ts';

const MINUTES_OF_GRACE = 5;

await main(deployableSpec, async ({ args, env, report, clock }) => {
  const dataDir = args.required('data');
  const settings = await loadSettings(dataDir);
  // The clock of the runner that read may be a little ahead of this one's.
  const bounds = { notAfter: addMinutes(clock(), MINUTES_OF_GRACE), timeZone: settings.timeZone };
  const ledger = await openLedger(dataDir, bounds);
  if (!args.given('restate')) {
    const allowHosts = (env.TRACKER_ALLOW_HOSTS ?? '').split(/[\s,]+/).filter(Boolean);
    const site = { url: settings.site.url ?? '', allowHosts, guardPrivateAddresses: true };
    const look = await lookAtSite(site, `${env.GITHUB_RUN_ID ?? ''}-${clock()}`);
    if (look.kind !== 'build') report.finding(servedUnknown(site.url, look));
    const served = look.kind === 'build' ? look.build : undefined;
    // A private repository gives the served commit to its token only, and the checkout keeps none.
    const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
    const git = gitIn(dataDir, { server, token: env.GITHUB_TOKEN ?? '' });
    for (const finding of await checkAnnounced(dataDir, served, git)) report.finding(finding);
  }
  const at = buildInstant(await gitIn(dataDir)('show', '-s', '--format=%cI', 'HEAD'), ledger);
  report.say(`The ledger may be published, as it was at ${at}`);
  await report.output('at', at);
  return undefined;
});
