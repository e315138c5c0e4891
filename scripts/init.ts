import { allowedHosts } from './command/environment.ts';
import { main } from './command/main.ts';
import { gitIn } from './github/git.ts';
import { conversation } from './maintain/setup/conversation.ts';
import { setUpDistrict } from './maintain/setup/set-up-district.ts';

await main('init', async ({ args, report, env, clock }) => {
  const talk = conversation(args.given('yes') ? null : process.stdin, report.say);
  try {
    await setUpDistrict({
      dir: args.required('data'),
      talk,
      given: {
        name: args.text('name'),
        sheet: args.text('sheet'),
        timeZone: args.text('time-zone'),
        counted: args.text('counted'),
        languages: args.text('languages'),
        repository: args.text('repository'),
        schoolYear: args.text('school-year'),
        locations: args.text('locations'),
      },
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      origin: await gitIn(process.cwd())('remote', 'get-url', 'origin').catch(() => ''),
      allowHosts: allowedHosts(env),
      year: clock().slice(0, 4),
      force: args.given('force'),
      say: report.say,
    });
  } finally {
    talk.close();
  }
  return undefined;
});
