import { gitHubAccess, thisRun } from './command/environment.ts';
import { main, type Run } from './command/main.ts';
import { gitHub } from './github/github.ts';
import type { DeployResult } from './operate/alarm/deploy-troubles.ts';
import { watch } from './operate/run/watch.ts';

await main('alarm', async (run) => {
  const { args, report, clock } = run;
  const { troubles, findings } = await watch({
    github: gitHub(gitHubAccess(run)),
    project: process.cwd(),
    dataDir: args.required('data'),
    end: deployEnd(run),
    run: thisRun(run),
    now: clock(),
  });
  for (const finding of findings) report.finding(finding);
  for (const { title } of troubles) report.say(title);
  return undefined;
});

function deployEnd({ args }: Run<'alarm'>): DeployResult | undefined {
  const result = args.text('result');
  if (!result) return undefined;
  return {
    result: result === 'success' ? 'success' : 'failure',
    renewed: args.text('renewed') ?? '',
    refusal: args.text('refusal') ?? '',
    message: args.text('message') ?? '',
  };
}
