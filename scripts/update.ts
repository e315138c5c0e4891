import { writeFile } from 'node:fs/promises';
import { allowedHosts } from './command/environment.ts';
import { main, type Run } from './command/main.ts';
import { readInstant } from './command/option-values.ts';
import { parseInstant } from './domain/time.ts';
import { runUpdate, type UpdateRequest } from './update/run-update.ts';
import { reportOf, reportOfError, type UpdateReport } from './update/update-report.ts';
import { jobSummary } from './wording/job-summary.ts';
import { updateText } from './wording/update-text.ts';

await main('update', async (run) => {
  const { args, clock, report: voice, step, timings } = run;
  const keep = async (report: UpdateReport) => {
    const file = args.text('report');
    if (file !== undefined) await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  };
  try {
    const request = requestFrom(run);
    const { world, plan } = await runUpdate(request, step);
    const report = reportOf(plan);
    await keep(report);
    for (const finding of plan.findings) voice.finding(finding);
    const said = updateText(plan, request.dryRun);
    voice.say(said);
    if (request.dryRun) {
      const { dryRunText } = await import('./wording/plan-text.ts');
      voice.say(dryRunText(world, plan));
    }
    await sayOutputs(run, report);
    await voice.summary(jobSummary(said, '', timings));
    return report.exit;
  } catch (error) {
    await keep(reportOfError(error, parseInstant(args.text('at') ?? '') ?? clock()));
    throw error;
  }
});

function requestFrom({ args, env, clock }: Run<'update'>): UpdateRequest {
  const bodyFile = args.text('save-body');
  return {
    dataDir: args.required('data'),
    source: args.text('source'),
    at: readInstant(args.text('at')),
    now: clock(),
    accept: args.given('accept') ? { digest: args.text('accept') || null } : undefined,
    dryRun: args.given('dry-run'),
    allowHosts: allowedHosts(env),
    guardPrivateAddresses: Boolean(env.GITHUB_ACTIONS),
    ...(bodyFile === undefined ? {} : { onBody: (body: Uint8Array) => writeFile(bodyFile, body) }),
  };
}

async function sayOutputs({ report: voice }: Run<'update'>, report: UpdateReport): Promise<void> {
  await voice.output('outcome', report.outcome);
  await voice.output('reporting-date', report.reporting_date ?? '');
  await voice.output('update', String(report.update ?? ''));
  await voice.output('new-cases', String(report.new_cases));
  await voice.output('schools-changed', String(report.schools_changed));
  await voice.output('counts-digest', report.counts_digest ?? '');
}
