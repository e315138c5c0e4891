import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main, type Run } from './command/main.ts';
import { publishSpec } from './command/specs/publish.ts';
import { refuseUsage } from './domain/refusal.ts';
import { type Instant, parseInstant } from './domain/time.ts';
import { gitIn } from './github/git.ts';
import { gitHub } from './github/github.ts';
import { evidenceIn } from './operate/run/evidence.ts';
import { errorOf, type Publication } from './operate/run/publication.ts';
import { isSetUp, publish } from './operate/run/publish.ts';
import { reportRun } from './operate/run/report-run.ts';

const LONGEST_PAUSE_MILLISECONDS = 4_000;

await main(publishSpec, async (run) => {
  const { args, report } = run;
  const repository = needed(run, 'GITHUB_REPOSITORY');
  if (!(await isSetUp(args.required('data'), repository))) {
    report.finding({
      level: 'notice',
      code: 'not-set-up',
      message: `This repository is not set up yet: data/district.json names another one than ${repository}`,
      tip: 'Put its address under "repository" to begin; until then nothing is read and nobody is mailed.',
    });
    return undefined;
  }
  const evidence = await mkdtemp(join(run.env.RUNNER_TEMP ?? tmpdir(), 'tracker-run-'));
  const publication = await publicationOf(run, evidence).catch(async (error) => {
    // Whoever mistypes an input is told by the run itself: nothing is wrong with the tracker.
    await report.output('alarm', 'kept');
    throw error;
  });
  const facts = await publish(publication);
  await reportRun(facts, publication, run);
  const error = errorOf(facts);
  if (error === undefined) return undefined;
  await report.output('evidence', evidence);
  throw error;
});

async function publicationOf(run: Run, evidence: string): Promise<Publication> {
  const { args, env, report, clock, step } = run;
  const repository = needed(run, 'GITHUB_REPOSITORY');
  const digest = args.text('accept');
  const repositoryUrl = `${env.GITHUB_SERVER_URL ?? 'https://github.com'}/${repository}`;
  return {
    update: {
      dataDir: args.required('data'),
      source: args.text('source') || undefined,
      at: instantAsked(args.text('at')),
      now: clock(),
      accept: args.given('accept') ? { digest: digest || null } : undefined,
      dryRun: args.given('dry-run'),
      allowHosts: (env.TRACKER_ALLOW_HOSTS ?? '').split(/[\s,]+/).filter(Boolean),
      guardPrivateAddresses: true,
    },
    rebuildOnly: args.given('rebuild-only'),
    branch: env.GITHUB_REF_NAME ?? 'main',
    run: {
      id: Number(env.GITHUB_RUN_ID ?? 0),
      url: `${repositoryUrl}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`,
      isScheduled: env.GITHUB_EVENT_NAME === 'schedule',
    },
    repositoryUrl,
    git: gitIn(process.cwd()),
    github: gitHub({
      repository,
      token: needed(run, 'GITHUB_TOKEN'),
      apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
    }),
    evidence: evidenceIn(evidence),
    step,
    say: report.say,
    pause: (attempt) =>
      new Promise((resolve) => {
        setTimeout(resolve, Math.random() * LONGEST_PAUSE_MILLISECONDS * (attempt / 5));
      }),
  };
}

function instantAsked(text: string | undefined): Instant | undefined {
  if (!text) return undefined;
  const instant = parseInstant(text);
  if (instant !== undefined) return instant;
  throw refuseUsage(
    'not-an-instant',
    `--at "${text}" is not an instant`,
    'Nothing was read or written. Write it like 2021-03-14T12:00:00-05:00 or 2021-03-14T17:00:00Z.',
    { value: text },
  );
}

function needed({ env }: Run, name: string): string {
  const value = env[name];
  if (value) return value;
  throw refuseUsage(
    'no-environment',
    `publish: ${name} is not set`,
    'This command is run by the update workflow; on your own machine use `npm run update`.',
  );
}
