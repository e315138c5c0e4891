import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  allowedHosts,
  gitHubAccess,
  neededVariable,
  serverUrl,
  thisRun,
} from './command/environment.ts';
import { main, type Run } from './command/main.ts';
import { readInstant } from './command/option-values.ts';
import { programVersion } from './command/program-version.ts';
import { gitIn } from './github/git.ts';
import { gitHub } from './github/github.ts';
import { evidenceIn } from './operate/run/evidence.ts';
import { errorOf, type Publication } from './operate/run/publication.ts';
import { notSetUp, reportRun } from './operate/run/report-run.ts';
import { isSetUp, publish } from './operate/run/scheduled-run.ts';

const LONGEST_PAUSE_MILLISECONDS = 4_000;

await main('publish', async (run) => {
  const { args, report } = run;
  const repository = neededVariable(run, 'GITHUB_REPOSITORY');
  if (!(await isSetUp(args.required('data'), repository))) {
    report.finding(notSetUp(repository));
    return undefined;
  }
  const evidence = await mkdtemp(join(run.env.RUNNER_TEMP ?? tmpdir(), 'tracker-run-'));
  const publication = await publicationOf(run, evidence).catch(async (error) => {
    // A mistyped input is reported in the run itself; there is no reason to raise the alarm.
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

async function publicationOf(run: Run<'publish'>, evidence: string): Promise<Publication> {
  const { args, env, report, clock, step } = run;
  const { repositoryUrl, id, url } = thisRun(run);
  return {
    update: {
      dataDir: args.required('data'),
      source: args.text('source') || undefined,
      at: readInstant(args.text('at') || undefined),
      now: clock(),
      accept: args.given('accept') ? { digest: args.text('accept') || null } : undefined,
      dryRun: args.given('dry-run'),
      allowHosts: allowedHosts(env),
      guardPrivateAddresses: true,
    },
    rebuildOnly: args.given('rebuild-only'),
    branch: neededVariable(run, 'GITHUB_REF_NAME'),
    run: { id, url, isScheduled: env.GITHUB_EVENT_NAME === 'schedule' },
    repositoryUrl,
    version: programVersion(),
    // The checkout keeps no credentials: only git itself is given them, and not on disk.
    git: gitIn(process.cwd(), { server: serverUrl(env), token: env.GITHUB_TOKEN ?? '' }),
    github: gitHub(gitHubAccess(run)),
    evidence: evidenceIn(evidence),
    channels: { env, clock },
    step,
    say: report.say,
    pause: (attempt) =>
      new Promise((resolve) => {
        setTimeout(resolve, Math.random() * LONGEST_PAUSE_MILLISECONDS * (attempt / 5));
      }),
  };
}
