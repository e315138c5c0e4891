import { gitHubAccess, neededVariable, serverUrl } from './command/environment.ts';
import { main } from './command/main.ts';
import { gitIn } from './github/git.ts';
import { gitHub } from './github/github.ts';
import { renewDeployment } from './operate/deployment/renewal.ts';

await main('renew', async (run) => {
  const { renewed, report } = await renewDeployment({
    // The checkout keeps no credentials.
    git: gitIn(process.cwd(), { server: serverUrl(run.env), token: run.env.GITHUB_TOKEN ?? '' }),
    github: gitHub(gitHubAccess(run)),
    branch: neededVariable(run, 'GITHUB_REF_NAME'),
    burnt: neededVariable(run, 'GITHUB_SHA'),
  });
  if (typeof report === 'string') run.report.say(report);
  else run.report.finding(report);
  await run.report.output('renewed', renewed);
  return undefined;
});
