import { main, type Run } from './command/main.ts';
import { alarmSpec } from './command/specs/alarm.ts';
import { refuseUsage } from './domain/refusal.ts';
import { type GitHub, gitHub } from './github/github.ts';
import { deployTroubles } from './operate/alarm/deploy-troubles.ts';
import { keepAlarm } from './operate/alarm/keep-alarm.ts';
import { failureStreak } from './operate/alarm/run-verdict.ts';
import type { Scope, Trouble } from './operate/alarm/trouble.ts';
import { stoppedSchedules } from './operate/schedule/stopped-schedules.ts';
import { readWorkflowFiles, type WorkflowFile } from './operate/schedule/workflow-files.ts';
import { loadSettings } from './settings/load-settings.ts';

const DEPLOY_WORKFLOW = 'deploy.yml';

await main(alarmSpec, async (run) => {
  const { args, env, report, clock } = run;
  const repository = needed(run, 'GITHUB_REPOSITORY');
  const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
  const runUrl = `${server}/${repository}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`;
  const github = gitHub({
    repository,
    token: needed(run, 'GITHUB_TOKEN'),
    apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
  });
  const now = clock();
  const files = await readWorkflowFiles(process.cwd());
  const stopped = await stoppedSchedules(github.actions, files, now, runUrl);
  const deploy = await deployEnd(run, github, files, runUrl);
  const findings = await keepAlarm({
    github,
    troubles: [...stopped, ...deploy.troubles],
    judged: new Set<Scope>(['schedule', ...deploy.judged]),
    now,
    timeZone: await timeZoneOf(args.required('data')),
    runUrl,
  });
  for (const finding of findings) report.finding(finding);
  for (const { title } of [...stopped, ...deploy.troubles]) report.say(title);
  return undefined;
});

async function deployEnd(
  { args, env, clock }: Run,
  { actions }: GitHub,
  files: readonly WorkflowFile[],
  runUrl: string,
): Promise<{ readonly judged: readonly Scope[]; readonly troubles: readonly Trouble[] }> {
  const nothing = { judged: [], troubles: [] };
  const result = args.text('result');
  if (!result) return nothing;
  const end = {
    result: result === 'success' ? ('success' as const) : ('failure' as const),
    renewed: args.text('renewed') ?? '',
    refusal: args.text('refusal') ?? '',
    message: args.text('message') ?? '',
  };
  const now = clock();
  const limits = files.find(({ file }) => file === DEPLOY_WORKFLOW)?.limits ?? new Map();
  const facts = { thisRun: Number(env.GITHUB_RUN_ID ?? 0), limits, now };
  const streak =
    end.result === 'success'
      ? { times: 0, since: now }
      : await failureStreak(actions, DEPLOY_WORKFLOW, facts);
  return deployTroubles(end, streak, runUrl) ?? nothing;
}

/** Settings that cannot be read may be the very trouble that is told. */
async function timeZoneOf(dataDir: string): Promise<string> {
  const settings = await loadSettings(dataDir).catch(() => undefined);
  return settings?.timeZone ?? 'UTC';
}

function needed({ env }: Run, name: string): string {
  const value = env[name];
  if (value) return value;
  throw refuseUsage(
    'no-environment',
    `alarm: ${name} is not set`,
    'This command is run by the workflows Deploy and Watch.',
  );
}
