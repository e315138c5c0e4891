import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jobSummary } from './command/job-summary.ts';
import { main, type Run } from './command/main.ts';
import { publishSpec } from './command/specs/publish.ts';
import { EXIT, refuseUsage } from './domain/refusal.ts';
import { gitHub } from './github/api.ts';
import { gitIn } from './github/git.ts';
import { isSetUp, publish } from './publish/publish.ts';
import { loadSettings } from './settings/load-settings.ts';
import { tellUpdate } from './update/tell-update.ts';

const LONGEST_PAUSE_MILLISECONDS = 4_000;

await main(publishSpec, async (run) => {
  const { args, env, report, clock } = run;
  const dataDir = args.required('data');
  const repository = needed(run, 'GITHUB_REPOSITORY');
  if (!(await isSetUp(dataDir, repository))) {
    report.finding({
      level: 'notice',
      code: 'not-set-up',
      message: `This repository is not set up yet: data/district.json names another one than ${repository}`,
      tip: 'Put its address under "repository" to begin; until then nothing is read and nobody is mailed.',
    });
    return undefined;
  }
  const settings = await loadSettings(dataDir);
  const bodyFile = join(await mkdtemp(join(tmpdir(), 'tracker-body-')), 'body');
  const allowHosts = (env.TRACKER_ALLOW_HOSTS ?? '').split(/[\s,]+/).filter(Boolean);
  const digest = args.text('accept');
  const published = await publish({
    update: {
      dataDir,
      source: args.text('source') || undefined,
      at: undefined,
      now: clock(),
      accept: args.given('accept') ? { digest: digest || null } : undefined,
      dryRun: false,
      allowHosts,
      guardPrivateAddresses: true,
      onBody: (body) => writeFile(bodyFile, body),
    },
    bodyFile,
    branch: env.GITHUB_REF_NAME ?? 'main',
    git: gitIn(process.cwd()),
    github: gitHub({
      repository,
      token: needed(run, 'GITHUB_TOKEN'),
      apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
    }),
    served: { url: settings.site.url ?? '', allowHosts, guardPrivateAddresses: true },
    step: run.step,
    say: report.say,
    pause: (attempt) =>
      new Promise((resolve) => {
        setTimeout(resolve, Math.random() * LONGEST_PAUSE_MILLISECONDS * (attempt / 5));
      }),
  });
  for (const finding of published.report.findings) report.finding(finding);
  report.say(tellUpdate(published.report, false));
  if (published.report.exit === EXIT.held) {
    report.finding({
      level: 'warning',
      code: 'held',
      message: 'The update looks unusual and waits for a person; the site says so',
      tip: 'Run this workflow by hand with its digest under "accept" to publish it.',
    });
  }
  await report.output('outcome', published.report.outcome);
  const committed = published.commit ? `Committed ${published.commit}.` : '';
  await report.summary(jobSummary(tellUpdate(published.report, false), committed, run.timings));
  return undefined;
});

function needed({ env }: Run, name: string): string {
  const value = env[name];
  if (value) return value;
  throw refuseUsage(
    'no-environment',
    `publish: ${name} is not set`,
    'This command is run by the update workflow; on your own machine use `npm run update`.',
  );
}
