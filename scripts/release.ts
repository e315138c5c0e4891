import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gitHubAccess, neededVariable, serverUrl, thisRun } from './command/environment.ts';
import { main } from './command/main.ts';
import { programVersion } from './command/program-version.ts';
import { gitIn } from './github/git.ts';
import { gitHub } from './github/github.ts';
import { releaseProgram } from './maintain/release/release-program.ts';
import { originalOf } from './maintain/upgrade/original.ts';

await main('release', async (run) => {
  const { args, env, report } = run;
  const { repositoryUrl } = thisRun(run);
  const folder = process.cwd();
  const original = originalOf(await readFile(join(folder, 'package.json'), 'utf8'));
  if (original.toLowerCase() !== repositoryUrl.toLowerCase()) {
    report.finding({
      level: 'notice',
      code: 'not-the-original',
      message: `Nothing was done: the program is released where it comes from, ${original}, and this is a copy`,
      tip: 'Newer versions come into a copy with `npm run upgrade`.',
    });
    return undefined;
  }
  const { tag, isNew } = await releaseProgram({
    // The checkout keeps no credentials.
    git: gitIn(folder, { server: serverUrl(env), token: env.GITHUB_TOKEN ?? '' }),
    github: gitHub(gitHubAccess(run)),
    asked: args.text('version') ?? '',
    version: programVersion(),
    changelog: await readFile(join(folder, 'CHANGELOG.md'), 'utf8'),
    repositoryUrl,
    branch: neededVariable(run, 'GITHUB_REF_NAME'),
  });
  const said = `${isNew ? 'Released' : 'Already released:'} ${tag}`;
  report.say(said);
  await report.summary(`${said}: <${repositoryUrl}/releases/tag/${tag}>`);
  return undefined;
});
