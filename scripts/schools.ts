import { allowedHosts } from './command/environment.ts';
import { main } from './command/main.ts';
import { refreshRegistry } from './update/refresh-registry.ts';
import { mapLines } from './wording/map-text.ts';
import { registryText } from './wording/registry-text.ts';

const SECONDS_TO_READ = 60;

await main('schools', async ({ args, clock, env, report }) => {
  const dryRun = args.given('dry-run');
  const { schools, nouns, changes, map, files, findings } = await refreshRegistry({
    dataDir: args.required('data'),
    locations: args.text('source'),
    vaccination: args.text('vaccination'),
    outline: args.text('outline'),
    areas: args.text('areas'),
    now: clock(),
    dryRun,
    seconds: SECONDS_TO_READ,
    allowHosts: allowedHosts(env),
    guardPrivateAddresses: Boolean(env.GITHUB_ACTIONS),
  });
  for (const finding of findings) report.finding(finding);
  report.say(registryText(changes, schools, nouns, dryRun));
  for (const line of mapLines(map, files, dryRun)) report.say(line);
  await report.output('changed', String(files.length > 0));
  return undefined;
});
