import { writeFile } from 'node:fs/promises';
import { main, type Run } from './command/main.ts';
import { updateSpec } from './command/specs/update.ts';
import { Refusal, refuseUsage } from './domain/refusal.ts';
import { type Instant, parseInstant } from './domain/time.ts';
import { runUpdate, type UpdateRequest } from './update/run-update.ts';
import { blankReport, refusedPart, type UpdateReport } from './update/update-report.ts';
import { jobSummary } from './wording/job-summary.ts';
import { tellUpdate } from './wording/update-text.ts';

await main(updateSpec, async (run) => {
  const file = run.args.text('report');
  const keep = async (report: UpdateReport) => {
    if (file !== undefined) await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  };
  try {
    const request = requestFrom(run);
    const report = await runUpdate(request, run.step);
    await keep(report);
    for (const finding of report.findings) run.report.finding(finding);
    const told = tellUpdate(report, request.dryRun);
    run.report.say(told);
    await tellWorkflow(run, report);
    await run.report.summary(jobSummary(told, '', run.timings));
    return report.exit;
  } catch (error) {
    await keep({
      ...blankReport,
      ...(error instanceof Refusal ? refusedPart(error) : { outcome: 'failed', exit: 1 }),
      checked_at: instantAsked(run) ?? run.clock(),
    });
    throw error;
  }
});

function requestFrom({ args, env, clock }: Run): UpdateRequest {
  const at = args.text('at');
  const instant = at === undefined ? undefined : parseInstant(at);
  if (at !== undefined && instant === undefined) {
    throw refuseUsage(
      'not-an-instant',
      `--at "${at}" is not an instant`,
      'Nothing was read or written. Write it like 2021-03-14T12:00:00-05:00 or 2021-03-14T17:00:00Z.',
      { value: at },
    );
  }
  const digest = args.text('accept');
  const bodyFile = args.text('save-body');
  return {
    dataDir: args.required('data'),
    source: args.text('source'),
    at: instant,
    now: clock(),
    accept: args.given('accept') ? { digest: digest || null } : undefined,
    dryRun: args.given('dry-run'),
    allowHosts: (env.TRACKER_ALLOW_HOSTS ?? '').split(/[\s,]+/).filter(Boolean),
    guardPrivateAddresses: Boolean(env.GITHUB_ACTIONS),
    ...(bodyFile === undefined ? {} : { onBody: (body: Uint8Array) => writeFile(bodyFile, body) }),
  };
}

function instantAsked({ args }: Run): Instant | undefined {
  return parseInstant(args.text('at') ?? '');
}

async function tellWorkflow({ report: voice }: Run, report: UpdateReport): Promise<void> {
  await voice.output('outcome', report.outcome);
  await voice.output('reporting-date', report.reporting_date ?? '');
  await voice.output('update', String(report.update ?? ''));
  await voice.output('new-cases', String(report.new_cases));
  await voice.output('schools-changed', String(report.schools_changed));
  await voice.output('counts-digest', report.counts_digest ?? '');
}
