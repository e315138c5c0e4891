import { allowedHosts } from './command/environment.ts';
import { initAnswers } from './command/init-answers.ts';
import { main } from './command/main.ts';
import { gitIn } from './github/git.ts';
import { conversation } from './maintain/setup/conversation.ts';
import { setUpDistrict } from './maintain/setup/set-up-district.ts';
import { leadsTo } from './source/leads-to.ts';
import { LANGUAGES } from './website/editions.ts';

await main('init', async ({ args, report, env, clock }) => {
  const git = gitIn(process.cwd());
  const talk = conversation(args.given('yes') ? null : process.stdin, report.say);
  try {
    await setUpDistrict({
      dir: args.required('data'),
      talk,
      given: initAnswers(args),
      languages: Object.keys(LANGUAGES),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      origin: await git('remote', 'get-url', 'origin').catch(() => ''),
      hasCommitter: await git('var', 'GIT_COMMITTER_IDENT').then(Boolean, () => false),
      allowHosts: allowedHosts(env),
      leadsTo: (address) => leadsTo(address, allowedHosts(env)),
      year: clock().slice(0, 4),
      force: args.given('force'),
      say: report.say,
    });
  } finally {
    talk.close();
  }
  return undefined;
});
