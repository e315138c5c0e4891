import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { main, type Run } from './command/main.ts';
import { servedSpec } from './command/specs/served.ts';
import { EXIT, Refusal } from './domain/refusal.ts';
import { hoursBetween, parseInstant } from './domain/time.ts';
import { lookAtSite, type ServedLook, servedUnknown } from './operate/deployment/served-build.ts';

const SECONDS_BETWEEN_LOOKS = 5;
const expectedBuild = z.object({
  commit: z.string().nullable(),
  content_sha256: z.string(),
  built_at: z.string(),
  base_url: z.string(),
});

await main(servedSpec, async (run) => {
  const { args, env, report, clock } = run;
  const expected = expectedBuild.parse(JSON.parse(await readFile(args.required('build'), 'utf8')));
  const url = args.text('url') || expected.base_url;
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const isLook = args.given('look');
  const allowHosts = (env.TRACKER_ALLOW_HOSTS ?? '').split(/[\s,]+/).filter(Boolean);
  const site = { url, allowHosts, guardPrivateAddresses: true };
  const attempt = `${env.GITHUB_RUN_ID ?? ''}-${env.GITHUB_RUN_ATTEMPT ?? ''}`;
  let seen: ServedLook;
  for (let look = 1; ; look += 1) {
    seen = await lookAtSite(site, `${expected.content_sha256}-${attempt}-${clock()}-${look}`);
    if (isServed(seen, expected)) {
      await tellServed(run, url, expected.built_at, !isLook);
      return undefined;
    }
    // A site for members only cannot be seen from here: Pages' own answer must do.
    if (!isLook && seen.kind === 'unknown' && seen.isPrivate) {
      report.finding(servedUnknown(url, seen));
      return undefined;
    }
    if (isLook || seconds() + SECONDS_BETWEEN_LOOKS > Number(args.required('seconds'))) break;
    await new Promise((resolve) => setTimeout(resolve, SECONDS_BETWEEN_LOOKS * 1000));
  }
  await report.output('served', 'false');
  const found = foundWords(seen);
  if (isLook) {
    report.say(`${url} serves ${found}`);
    return undefined;
  }
  const message = `The deployment was accepted but is not served: ${url} shows ${found} instead of commit ${expected.commit}, content ${expected.content_sha256}`;
  await report.output('message', message);
  throw new Refusal(EXIT.source, 'not-served', message, {
    advice:
      'The data is safe in git. It is deployed again under a commit of its own; if it lasts, see Settings → Pages.',
  });
});

function isServed(seen: ServedLook, expected: z.output<typeof expectedBuild>): boolean {
  if (seen.kind !== 'build') return false;
  const { content_sha256, commit } = seen.build;
  return content_sha256 === expected.content_sha256 && commit === expected.commit;
}

async function tellServed(
  { report, clock }: Run,
  url: string,
  builtAt: string,
  isSummarized: boolean,
): Promise<void> {
  const built = parseInstant(builtAt);
  const age = built === undefined ? 0 : Math.round(hoursBetween(built, clock()) * 3600);
  report.say(`${url} serves this build, ${age} s after its commit`);
  if (isSummarized) await report.summary(`Served ${age} s after the commit: <${url}>`);
  await report.output('served', 'true');
}

function foundWords(seen: ServedLook): string {
  switch (seen.kind) {
    case 'build':
      return `commit ${seen.build.commit}, content ${seen.build.content_sha256}`;
    case 'none':
      return 'no build of ours';
    case 'unknown':
      return `nothing that can be seen (${seen.why})`;
  }
}
