import { gitHubAccess, thisRun } from './command/environment.ts';
import { main, type Run } from './command/main.ts';
import { gitHub } from './github/github.ts';
import type { DeployResult } from './operate/alarm/deploy-troubles.ts';
import { hasNothingToSay, type Watch, watch } from './operate/run/watch.ts';

await main('alarm', async (run) => {
  const { args, report, clock } = run;
  const looked: Watch = {
    github: gitHub(gitHubAccess(run)),
    project: process.cwd(),
    dataDir: args.required('data'),
    end: deployEnd(run),
    run: thisRun(run),
    now: clock(),
  };
  if (args.given('look')) {
    const isQuiet = await hasNothingToSay(looked);
    report.say(isQuiet ? 'The alarm has nothing to say' : 'The alarm has something to say');
    await report.output('quiet', String(isQuiet));
    return undefined;
  }
  const { troubles, findings } = await watch(looked);
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
