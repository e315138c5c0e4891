import { allowedHosts } from './command/environment.ts';
import { main, type Run } from './command/main.ts';
import { refuseUsage } from './domain/refusal.ts';
import { parseReportingDate, type ReportingDate } from './domain/time.ts';
import { announce } from './operate/channels/announce.ts';
import { announcer } from './operate/channels/announcer.ts';
import { rememberIn } from './operate/channels/posts-on-record.ts';
import { preview } from './operate/channels/preview.ts';
import { openWorld } from './update/world.ts';
import { previewText } from './wording/channel-text.ts';

await main('announce', async (run) => {
  const { args, env, report, clock } = run;
  const date = dateOf(run);
  const world = await openWorld(args.required('data'), clock());
  const context = announcer({
    ...world,
    env,
    isComplete: false,
    clock,
    allowHosts: allowedHosts(env),
    guardPrivateAddresses: Boolean(env.GITHUB_ACTIONS),
    canSeeSite: true,
  });
  const before = await preview(context, date);
  for (const note of before.notes) report.say(note);
  if (args.given('dry-run')) {
    for (const post of before.posts) report.say(previewText(post));
    if (before.posts.length === 0) report.say('Nothing is due');
    return undefined;
  }
  const written = rememberIn(world);
  let isWritten = false;
  const { sent, findings } = await announce({
    ...context,
    remember: async (lines) => {
      isWritten = true;
      await written(lines);
    },
  });
  for (const finding of findings) report.finding(finding);
  for (const { channel, date, at } of sent) {
    report.say(`Posted ${date} to ${channel}${at === null ? '' : `: ${at}`}`);
  }
  if (sent.length === 0) report.say('Nothing was posted');
  if (isWritten) report.say('Commit and push posts.csv, so that no run posts the same again');
  return undefined;
});

function dateOf({ args }: Run<'announce'>): ReportingDate | undefined {
  const text = args.text('date');
  if (!text) return undefined;
  const date = parseReportingDate(text);
  if (date !== undefined && args.given('dry-run')) return date;
  throw refuseUsage(
    'usage',
    date === undefined ? `announce: --date "${text}" is not a date` : 'announce: --date only shows',
    'Give a date like 2021-03-02, and --dry-run with it. What is due is posted without --date.',
  );
}
