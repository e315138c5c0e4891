import { allowedHosts } from './command/environment.ts';
import { main } from './command/main.ts';
import { refreshRegistry } from './update/refresh-registry.ts';
import { registryText } from './wording/registry-text.ts';

const SECONDS_TO_READ = 60;

await main('schools', async ({ args, clock, env, report }) => {
  const dryRun = args.given('dry-run');
  const { schools, nouns, changes, files, findings } = await refreshRegistry({
    dataDir: args.required('data'),
    locations: args.text('source'),
    vaccination: args.text('vaccination'),
    now: clock(),
    dryRun,
    seconds: SECONDS_TO_READ,
    allowHosts: allowedHosts(env),
    guardPrivateAddresses: Boolean(env.GITHUB_ACTIONS),
  });
  for (const finding of findings) report.finding(finding);
  report.say(registryText(changes, schools, nouns, dryRun));
  await report.output('changed', String(files.length > 0));
  return undefined;
});
