import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main, type Run } from './command/main.ts';
import { publishSpec } from './command/specs/publish.ts';
import { EXIT, Refusal, refuseUsage } from './domain/refusal.ts';
import { addMinutes, type Instant, parseInstant } from './domain/time.ts';
import { gitIn } from './github/git.ts';
import { gitHub } from './github/github.ts';
import { UPDATE_WORKFLOW } from './operate/run/count-failures.ts';
import { errorOf, type Progress, type Publication } from './operate/run/publication.ts';
import { isSetUp, publish } from './operate/run/publish.ts';
import { readWorkflowFiles } from './operate/schedule/workflow-files.ts';
import { loadSettings } from './settings/load-settings.ts';
import type { Settings } from './settings/schema.ts';
import { runSummary } from './wording/run-summary.ts';
import { tellUpdate } from './wording/update-text.ts';

const LONGEST_PAUSE_MILLISECONDS = 4_000;
const MINUTES_OF_A_WEEK = 7 * 24 * 60;

await main(publishSpec, async (run) => {
  const { args, report } = run;
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
  // Settings that cannot be read fail the first step, which the alarm tells of.
  const settings = await loadSettings(dataDir).catch(() => undefined);
  const publication = await publicationOf(run, settings).catch(async (error) => {
    // Whoever mistypes an input is told by the run itself: nothing is wrong with the tracker.
    await report.output('alarm', 'kept');
    throw error;
  });
  const progress = await publish(publication);
  await tell(run, publication, progress, settings);
  const error = errorOf(progress);
  if (error !== undefined) throw error;
  return undefined;
});

async function publicationOf(run: Run, settings: Settings | undefined): Promise<Publication> {
  const { args, env, report, clock, step } = run;
  const repository = needed(run, 'GITHUB_REPOSITORY');
  const bodyFile = join(await mkdtemp(join(tmpdir(), 'tracker-body-')), 'body');
  const allowHosts = (env.TRACKER_ALLOW_HOSTS ?? '').split(/[\s,]+/).filter(Boolean);
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
      allowHosts,
      guardPrivateAddresses: true,
      onBody: (body) => writeFile(bodyFile, body),
    },
    bodyFile,
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
    served: { url: settings?.site.url ?? '', allowHosts, guardPrivateAddresses: true },
    step,
    say: report.say,
    pause: (attempt) =>
      new Promise((resolve) => {
        setTimeout(resolve, Math.random() * LONGEST_PAUSE_MILLISECONDS * (attempt / 5));
      }),
  };
}

async function tell(
  { report: voice, timings }: Run,
  { update, rebuildOnly, repositoryUrl }: Publication,
  progress: Progress,
  settings: Settings | undefined,
): Promise<void> {
  const { report, findings, troubles } = progress;
  for (const finding of [...findings, ...(report?.findings ?? [])]) voice.finding(finding);
  if (report) voice.say(tellUpdate(report, update.dryRun));
  if (report?.exit === EXIT.held) {
    voice.finding({
      level: 'warning',
      code: 'held',
      message: 'The update looks unusual and waits for a person; the site says so',
      tip: progress.held?.url ? `To decide: ${progress.held.url}` : undefined,
    });
  }
  for (const { step, error } of troubles) {
    const message = `“${step}” failed, and the next run makes up for it: ${tellError(error)}`;
    voice.finding({ level: 'warning', code: 'not-announced', message });
  }
  await voice.output('outcome', report?.outcome ?? 'unchanged');
  if (progress.isAlarmKept) await voice.output('alarm', 'kept');
  const summary = runSummary(progress, {
    repositoryUrl,
    siteUrl: settings?.site.url ?? null,
    timeZone: settings?.timeZone ?? 'UTC',
    nextRuns: report?.baseline ? await nextRuns(update.now) : [],
    dryRun: update.dryRun,
    rebuildOnly,
    timings,
    tellError,
  });
  await voice.summary(summary);
}

/** When the schedule means to start the next runs of this workflow. */
async function nextRuns(now: Instant): Promise<readonly Instant[]> {
  const { cronFires } = await import('./operate/schedule/cron-fires.ts');
  const files = await readWorkflowFiles(process.cwd());
  const lines = files.find(({ file }) => file === UPDATE_WORKFLOW)?.crons ?? [];
  return cronFires(lines, now, addMinutes(now, MINUTES_OF_A_WEEK));
}

function tellError(error: unknown): string {
  if (error instanceof Refusal) return `${error.message}. ${error.advice}`;
  return error instanceof Error ? error.message : String(error);
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
