import { join } from 'node:path';
import { main, type Run } from './command/main.ts';
import { initSpec } from './command/specs/init.ts';
import { gitIn } from './github/git.ts';
import { askDistrict, askSheet } from './maintain/setup/ask-district.ts';
import { conversation } from './maintain/setup/conversation.ts';
import { locationsBounds } from './maintain/setup/locations-bounds.ts';
import { newSettings } from './maintain/setup/new-settings.ts';
import { writeNewDistrict } from './maintain/setup/write-new-district.ts';
import { settingsSchema } from './settings/schema.ts';

await main(initSpec, async (run) => {
  const { args, report, env } = run;
  const dir = args.required('data');
  const allowHosts = (env.TRACKER_ALLOW_HOSTS ?? '').split(/[\s,]+/).filter(Boolean);
  const talk = conversation(args.given('yes') ? null : process.stdin, report.say);
  try {
    const { columns, limits } = usual();
    const sheet = await askSheet(talk, args.text('sheet'), {
      columns,
      limits,
      allowHosts,
      say: report.say,
    });
    const district = await askDistrict(talk, given(run), {
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      repository: await repositoryOfCheckout(),
    });
    const bounds = await locationsBounds(district.locations, allowHosts, report.say);
    const year = run.clock().slice(0, 4);
    const text = newSettings({ ...district, ...sheet, bounds, year });
    await writeNewDistrict(dir, text, { force: args.given('force') });
    report.say(nextSteps(dir, district.repository));
  } finally {
    talk.close();
  }
  return undefined;
});

function usual() {
  const { source, guards } = settingsSchema.shape;
  return { columns: source.shape.columns.parse(undefined), limits: guards.parse(undefined) };
}

function given({ args }: Run) {
  return {
    name: args.text('name'),
    sheet: args.text('sheet'),
    timeZone: args.text('time-zone'),
    counted: args.text('counted'),
    languages: args.text('languages'),
    repository: args.text('repository'),
    schoolYear: args.text('school-year'),
    locations: args.text('locations'),
  };
}

/** Where this checkout was cloned from, as a web address; undefined: it is not known. */
async function repositoryOfCheckout(): Promise<string | undefined> {
  const remote = await gitIn(process.cwd())('remote', 'get-url', 'origin').catch(() => '');
  const [, path] = /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(remote) ?? [];
  return path === undefined ? undefined : `https://github.com/${path}`;
}

function nextSteps(dir: string, repository: string): string {
  return [
    `Wrote ${join(dir, 'district.json')} and an empty ledger beside it. Nothing is published yet.`,
    `1. Look at ${join(dir, 'district.json')}: everything else has a default that an editor shows.`,
    `2. git add ${dir} && git commit -m "Set up the district" && git push`,
    `3. ${repository}/settings/pages: under “Source” choose “GitHub Actions”.`,
    `4. ${repository}/settings/actions: allow actions, and under “Workflow permissions” tick “Allow GitHub Actions to create and approve pull requests”.`,
    `5. ${repository}/actions/workflows/update.yml: press “Run workflow”. The first read is where the record begins.`,
    '`npm run doctor` checks each of these.',
  ].join('\n');
}
