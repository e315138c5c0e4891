import { allowedHosts, apiUrl, serverUrl } from './command/environment.ts';
import { main, type Run } from './command/main.ts';
import type { Finding } from './domain/finding.ts';
import { addMinutes } from './domain/time.ts';
import { gitHub } from './github/github.ts';
import { openLedger } from './ledger/store.ts';
import { checkDeployable } from './operate/deployment/deployable.ts';
import { pagesOff } from './operate/deployment/pages-switch.ts';
import { loadSettings } from './settings/load-settings.ts';

const MINUTES_OF_GRACE = 5;

await main('deployable', async (run) => {
  const { args, env, report, clock } = run;
  const off = await pagesAreOff(run);
  if (off !== undefined) {
    report.finding(off);
    await report.summary(`${off.message}. ${off.tip}`);
    return undefined;
  }
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

/** Outside of a workflow there is no repository to ask about. */
async function pagesAreOff({ env }: Run<'deployable'>): Promise<Finding | undefined> {
  const { GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token } = env;
  if (!repository || !token) return undefined;
  const github = gitHub({ repository, token, apiUrl: apiUrl(env) });
  return pagesOff({ github, repositoryUrl: `${serverUrl(env)}/${repository}` });
}
