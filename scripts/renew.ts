import { main, type Run } from './command/main.ts';
import { renewSpec } from './command/specs/renew.ts';
import { refuseUsage } from './domain/refusal.ts';
import { AS_BOT, gitIn } from './github/git.ts';
import { gitHub } from './github/github.ts';
import { renewCommit } from './operate/deployment/renewal.ts';

const DEPLOY_WORKFLOW = 'deploy.yml';

await main(renewSpec, async (run) => {
  const { env, report } = run;
  const branch = needed(run, 'GITHUB_REF_NAME');
  const burnt = needed(run, 'GITHUB_SHA');
  const github = gitHub({
    repository: needed(run, 'GITHUB_REPOSITORY'),
    token: needed(run, 'GITHUB_TOKEN'),
    apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
  });
  const { renewal, commit } = await renewCommit(gitIn(process.cwd()), branch, burnt, AS_BOT);
  if (commit !== undefined) {
    await github.actions.dispatch(DEPLOY_WORKFLOW, branch);
    report.say(`Pages will not serve ${burnt}; the same content goes out as ${commit}`);
  } else if (renewal.kind === 'moved') {
    report.say(`${branch} has moved on; what was pushed is deployed under its own commit`);
  } else {
    report.finding({
      level: 'warning',
      code: 'not-renewed',
      message: 'Several commits in a row are accepted by Pages and not served',
      tip: 'The alarm tells a person; the next data commit is deployed under its own.',
    });
  }
  await report.output('renewed', commit ?? (renewal.kind === 'moved' ? 'moved' : ''));
  return undefined;
});

function needed({ env }: Run, name: string): string {
  const value = env[name];
  if (value) return value;
  throw refuseUsage(
    'no-environment',
    `renew: ${name} is not set`,
    'This command is run by the deploy workflow, after a deployment that is not served.',
  );
}
