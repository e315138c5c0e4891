import { main } from './command/main.ts';
import { schoolsSpec } from './command/specs/schools.ts';
import { refreshSchools } from './update/refresh-schools.ts';

await main(schoolsSpec, async ({ args, clock, env, report }) => {
  const dryRun = args.given('dry-run');
  const { schools, learnt, files, findings } = await refreshSchools({
    dataDir: args.required('data'),
    address: args.text('source'),
    now: clock(),
    dryRun,
    allowHosts: (env.TRACKER_ALLOW_HOSTS ?? '').split(/[\s,]+/).filter(Boolean),
    guardPrivateAddresses: Boolean(env.GITHUB_ACTIONS),
  });
  for (const finding of findings) report.finding(finding);
  const verb = dryRun ? 'Would learn' : 'Learnt';
  report.say(
    learnt === 0
      ? `Nothing new of ${schools} schools.`
      : `${verb} of ${learnt} of ${schools} schools.`,
  );
  await report.output('changed', String(files.length > 0));
  return undefined;
});
